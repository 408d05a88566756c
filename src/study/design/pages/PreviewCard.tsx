import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { AskedTogether } from "../rules/mergeLists.ts";
import { anchorNames } from "../study.texts.ts";
import { anchors, type Study, type Window } from "../study.ts";

/** What an invented family would be asked, and when; nothing of it is kept. */
export interface Preview {
  readonly values: Values;
  readonly errors: Errors;
  readonly lists: readonly { readonly asked: AskedTogether; readonly window: Window }[];
}

/** Fill in the dates of an example, and see which list comes when. */
export function PreviewCard({ studies, preview }: Readonly<{ studies: readonly Study[]; preview: Preview }>) {
  return (
    <Card title="Wie krijgt wanneer wat?" id="voorbeeld">
      <p>Vul de dagen van een voorbeeld in. Er wordt niets bewaard. Verandert een dag, dan schuiven de lijsten mee.</p>
      <Form action="/onderzoek#voorbeeld" method="get" values={preview.values} errors={preview.errors}>
        <CheckboxGroup name="deel" label="Doet mee aan" options={studies.map(({ code, name }) => ({ value: code, label: name }))} />
        {anchors.map((anchor) => (
          <DateField key={anchor} name={anchor} label={`Dag van ${anchorNames[anchor]}`} optional />
        ))}
        <ButtonRow>
          <Button>Laat zien</Button>
        </ButtonRow>
      </Form>
      {preview.lists.length > 0 && (
        <DataTable
          caption="Lijsten van dit voorbeeld"
          rows={preview.lists}
          rowKey={({ asked }) => asked.waves.map(({ study, wave }) => study + wave).join()}
          columns={[
            {
              label: "Lijst",
              heading: true,
              cell: ({ asked }) => asked.waves.map(({ wave }) => wave).join(" en "),
              note: ({ asked }) =>
                asked.waves.map(({ study }) => studies.find(({ code }) => code === study)?.name.split(":")[0]).join(" en "),
            },
            {
              label: "Gaat open",
              cell: ({ window }) => (window.state === "waits" ? `wacht op ${anchorNames[window.for]}` : formatDay(window.opensOn)),
            },
            { label: "Herinnering", cell: ({ window }) => (window.state === "waits" ? "" : window.remindOn.map(formatDay).join(", ")) },
            { label: "Laatste dag", cell: ({ window }) => (window.state === "waits" ? "" : formatDay(window.expiresOn)) },
          ]}
        />
      )}
    </Card>
  );
}
