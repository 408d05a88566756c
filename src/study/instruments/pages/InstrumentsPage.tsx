import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatMoment } from "../../../kit/day.ts";
import { methodNames, sayLanguage, sayMeasure } from "../instrument.texts.ts";
import type { ListedInstrument } from "../server/readInstruments.ts";

/** The questionnaires of the studies: what is there in which language, and what may be sent. */
export function InstrumentsPage({ instruments }: Readonly<{ instruments: readonly ListedInstrument[] }>) {
  return (
    <Page
      title="Vragenlijsten van het onderzoek"
      sub="Een tekst gaat alleen uit als die in zijn taal gevalideerd is. Niemand vertaalt een meetinstrument zelf."
      width="wide"
      actions={
        <LinkButton href="/onderzoek/vragenlijsten/laden" variant="primary">
          Tekst laden
        </LinkButton>
      }
    >
      <Card>
        <DataTable
          caption="Vragenlijsten"
          rows={instruments}
          rowKey={({ id }) => id}
          columns={[
            {
              label: "Vragenlijst",
              heading: true,
              cell: ({ id, instrument }) => <a href={`/onderzoek/vragenlijsten/${id}`}>{instrument.questionnaire.title}</a>,
              note: ({ instrument }) => `meet ${sayMeasure(instrument.scale.measure)}`,
            },
            {
              label: "Vorm",
              cell: ({ instrument: { scale } }) => scale.form,
              note: ({ instrument: { scale } }) => `versie ${scale.version}`,
            },
            { label: "Taal", cell: ({ instrument }) => sayLanguage(instrument.questionnaire.language) },
            { label: "Vragen", numeric: true, cell: ({ instrument }) => instrument.questionnaire.item.length },
            { label: "Score", cell: ({ instrument: { scale } }) => methodNames[scale.method] },
            { label: "Mag uit", cell: ({ instrument: { validated } }) => <ValidatedTag validated={validated} /> },
            {
              label: "Komt van",
              cell: ({ loaded }) => loaded?.by ?? "meegeleverd met Wieg",
              note: ({ loaded }) => loaded && formatMoment(loaded.at),
            },
          ]}
        />
      </Card>
    </Page>
  );
}

export function ValidatedTag({ validated }: Readonly<{ validated: boolean }>) {
  return validated ? <Tag tone="ok">ja</Tag> : <Tag tone="soon">eerst de gevalideerde tekst laden</Tag>;
}
