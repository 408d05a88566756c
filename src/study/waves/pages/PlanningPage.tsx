import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatDay } from "../../../kit/day.ts";
import { askStates, type Ask } from "../ask.ts";
import { sayState, sayTold, sayWave } from "../ask.texts.ts";
import type { Planning } from "../server/readPlanning.ts";

/** Who gets what when, by pseudonym. */
export function PlanningPage({ filter, rows }: Planning) {
  return (
    <Page
      title="Planning"
      heading="Wie krijgt wanneer wat?"
      sub="De dagen volgen de lijn van elke vrouw. Verandert daar een dag, dan schuiven de lijsten die nog niet open zijn mee."
      width="wide"
      back={{ href: "/onderzoek", label: "Onderzoek" }}
      actions={<LinkButton href="/onderzoek/papier">Lijsten op papier</LinkButton>}
    >
      <Card title="Zoek">
        <Form action="/onderzoek/planning" method="get" values={{ stand: filter.state, deelnemer: filter.code }}>
          <Select
            name="stand"
            label="Stand"
            optional
            options={[{ value: "", label: "alle" }, ...askStates.map((value) => ({ value, label: sayState[value] }))]}
          />
          <TextField name="deelnemer" label="Deelnemer" optional hint="Zoals W-AB34CD" />
          <ButtonRow>
            <Button>Laat zien</Button>
          </ButtonRow>
        </Form>
      </Card>
      <DataTable
        caption={`Lijsten (${rows.length})`}
        rows={rows.slice(0, 500)}
        rowKey={({ ask }) => ask.id}
        columns={[
          { label: "Deelnemer", heading: true, cell: ({ code }) => code },
          {
            label: "Lijst",
            cell: ({ ask }) => ask.waves.map(sayWave).join(" en "),
            note: ({ ask }) => (ask.late ? "laat gevraagd" : null),
          },
          { label: "Gaat open", cell: ({ ask }) => formatDay(ask.opensOn) },
          { label: "Herinnering", cell: ({ ask }) => ask.remindOn.map(formatDay).join(", ") },
          { label: "Laatste dag", cell: ({ ask }) => formatDay(ask.expiresOn) },
          { label: "Stand", cell: ({ ask }) => <Standing ask={ask} />, note: ({ ask }) => (ask.told === null ? null : sayTold[ask.told]) },
          {
            label: "Opvallend",
            cell: ({ contradicts }) =>
              contradicts.length === 0 ? "" : <Tag tone="soon">spreekt zichzelf tegen: {contradicts.join(", ")}</Tag>,
          },
        ]}
      />
    </Page>
  );
}

const Standing = ({ ask }: Readonly<{ ask: Ask }>) => <Tag tone={ask.state === "open" ? "soon" : "info"}>{sayState[ask.state]}</Tag>;
