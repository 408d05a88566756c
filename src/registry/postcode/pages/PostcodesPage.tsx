import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { ProgressBar } from "../../../design/ProgressBar.tsx";
import { formatMoment } from "../../../kit/day.ts";
import type { PostcodeLoad } from "../server/postcode.store.ts";

/** Bytes of a line of the file, on average: how far the reading is can only be guessed from the size. */
const bytesALine = 31;

const states: Readonly<Record<PostcodeLoad["state"], string>> = {
  uploading: "wordt ontvangen",
  reading: "wordt gelezen",
  asking: "wacht op uw besluit",
  done: "in gebruik genomen",
  refused: "niet gelukt",
};
const refusals: Readonly<Record<string, string>> = {
  "not-this-file": "Dit is niet het bestand van het CBS: de kolommen PC6, Huisnummer en Gemeente ontbreken.",
  "mostly-unreadable": "Meer dan een tiende van de regels is niet te lezen. De oude tabel blijft in gebruik.",
  "not-used": "Veel kleiner dan de tabel in gebruik, en daarom niet gebruikt.",
  "broken-off": "Het versturen brak af. Er is niets bewaard.",
};

export function PostcodesPage({ loads, error }: { loads: readonly PostcodeLoad[]; error: string | null }) {
  const running = loads.find((load) => load.state === "reading");
  const errors = error === null ? {} : { form: error };
  return (
    <Page
      title="Postcodetabel"
      errors={errors}
      sub="Elk jaar verschijnt bij het CBS het bestand met postcode, huisnummer en gemeente. Het lezen gaat op de achtergrond; u kunt dit scherm verlaten."
    >
      {running && (
        <Card title="Wordt gelezen">
          <ProgressBar
            label="Postcodetabel"
            done={running.linesRead}
            total={Math.max(running.linesRead, Math.round(running.bytes / bytesALine))}
            text={`${running.linesRead.toLocaleString("nl-NL")} regels gelezen`}
            running
          />
        </Card>
      )}
      {loads
        .filter(({ state }) => state === "asking")
        .map((load) => (
          <AskCard key={load.id} load={load} />
        ))}
      <Card title="Nieuw bestand">
        <Form action="/beheer/postcodes" enctype="multipart/form-data" errors={errors}>
          <label htmlFor="bestand">Bestand (.csv of .csv.gz)</label>
          <input id="bestand" name="bestand" type="file" accept=".csv,.gz" required />
          <Button>Bestand inlezen</Button>
        </Form>
      </Card>
      <Card title="Eerder">
        <DataTable
          caption="Ingelezen bestanden"
          rows={loads}
          rowKey={(load) => load.id}
          empty="Er is nog geen postcodetabel. Bij een adres kiest de professional nu zelf de gemeente."
          columns={[
            { label: "Wanneer", heading: true, cell: (load) => formatMoment(load.startedAt) },
            { label: "Jaar", cell: (load) => load.year ?? "" },
            { label: "Stand", cell: (load) => states[load.state], note: (load) => refusals[load.refusal ?? ""] ?? "" },
            {
              label: "Regels",
              numeric: true,
              cell: (load) => load.linesRead.toLocaleString("nl-NL"),
              note: (load) => (load.linesRefused > 0 ? `${load.linesRefused.toLocaleString("nl-NL")} niet leesbaar` : ""),
            },
          ]}
        />
      </Card>
    </Page>
  );
}

const number = (count: number | null): string => (count ?? 0).toLocaleString("nl-NL");

/** A file with far fewer postcodes than are in use: nothing is replaced before someone has looked at the numbers. */
const AskCard = ({ load }: { load: PostcodeLoad }) => (
  <Alert title="Dit bestand is veel kleiner dan de tabel die in gebruik is" tone="late">
    <p>
      Het bestand van {load.year} heeft {number(load.areas)} postcodes; in gebruik zijn er {number(load.areasBefore)}. Neemt u het in
      gebruik, dan moet de professional bij elk ander adres zelf de gemeente kiezen.
    </p>
    <ButtonRow>
      <ActionForm action={`/beheer/postcodes/${load.id}/weg`} button="Niet gebruiken" variant="primary" />
      <ActionForm
        action={`/beheer/postcodes/${load.id}/gebruiken`}
        button="Toch gebruiken"
        confirm={<p>De tabel met {number(load.areasBefore)} postcodes verdwijnt.</p>}
        confirmButton="Ja, vervang de tabel"
      />
    </ButtonRow>
  </Alert>
);
