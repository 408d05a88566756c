import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { FileField } from "../../../design/FileField.tsx";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatMoment } from "../../../kit/day.ts";
import { kindNames, kindWords } from "../register.texts.ts";
import { registerKinds } from "../register.ts";
import type { RegisterHome } from "../server/importRegister.ts";

export const registersAddress = "/onderzoek/registers";
export const stateNames = { offered: "nog niet overgenomen", taken: "overgenomen", dropped: "niet overgenomen" } as const;

/** What registers know of participants, and the files it came from. */
export function RegistersPage({ home: { files, held }, error }: Readonly<{ home: RegisterHome; error: string | null }>) {
  const errors = error === null ? {} : { bestand: error };
  return (
    <Page
      title="Gegevens uit registers"
      sub="Verwijzingen door de JGZ en contacten met het ziekenhuis, per pseudoniem. Alleen van wie toestemming gaf om te koppelen."
      width="wide"
      back={{ href: "/onderzoek", label: "Onderzoek" }}
      errors={errors}
    >
      <Card title="Bestand aanbieden" id="aanbieden">
        <p>
          Een CSV-bestand met de kolommen pseudoniem, soort, aantal, van en tot en met. De soort is{" "}
          {registerKinds.map((kind) => kindWords[kind]).join(" of ")}. Een aantal 0 betekent: nagekeken, het waren er geen. Andere kolommen,
          zoals een naam, worden geweigerd.
        </p>
        <Form action={registersAddress} enctype="multipart/form-data" errors={errors}>
          <FileField
            name="bestand"
            label="Bestand"
            hint="CSV van hooguit 2 MB. U ziet eerst wat erin staat; er wordt nog niets overgenomen."
            accept=".csv,.txt,text/csv"
          />
          <ButtonRow>
            <Button>Nakijken</Button>
          </ButtonRow>
        </Form>
      </Card>
      <Card title="Wat er is" id="stand">
        <DataTable
          caption="Gegevens uit registers"
          rows={held}
          rowKey={({ kind }) => kind}
          empty={
            <EmptyState title="Nog geen gegevens uit registers">
              Zolang ze er niet zijn, tellen de antwoorden in de vragenlijsten.
            </EmptyState>
          }
          columns={[
            { label: "Soort", heading: true, cell: ({ kind }) => kindNames[kind] },
            { label: "Deelnemers", numeric: true, cell: ({ participants }) => participants },
            { label: "Samen", numeric: true, cell: ({ count }) => count },
          ]}
        />
      </Card>
      <Card title="Aangeboden bestanden" id="bestanden">
        <DataTable
          caption="Aangeboden bestanden"
          rows={files}
          rowKey={({ id }) => id}
          empty={<EmptyState title="Nog geen bestand aangeboden" />}
          columns={[
            {
              label: "Aangeboden",
              heading: true,
              cell: ({ id, offeredAt }) => <a href={`${registersAddress}/${id}`}>{formatMoment(offeredAt)}</a>,
            },
            { label: "Door", cell: ({ offeredBy }) => offeredBy },
            { label: "Stand", cell: ({ state }) => stateNames[state] },
            { label: "Goede regels", numeric: true, cell: ({ good }) => good },
            { label: "Geweigerd", numeric: true, cell: ({ refused }) => refused },
          ]}
        />
      </Card>
    </Page>
  );
}
