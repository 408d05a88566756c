import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatMoment } from "../../../kit/day.ts";
import { assumptionTexts, sayChance, sayHours, sayWeek } from "../capacity.texts.ts";
import { assumptionNames, type Assumptions } from "../capacity.ts";
import type { Pinch } from "../rules/pinch.ts";
import type { Capacity } from "../server/readCapacity.ts";
import { typedOf } from "./AssumptionsCard.tsx";

type Props = Readonly<{ capacity: Capacity; values: Values; errors: Errors }>;
const home = "/geboortezorg-flex/capaciteit";
const linkOf = (code: string, assumptions: Assumptions): string =>
  `${home}?${new URLSearchParams({ programma: code, ...typedOf(assumptions) }).toString()}`;

/** Sets of assumptions by name: kept, opened again, and put side by side. */
export function ScenariosCard({ capacity, values, errors }: Props) {
  const { programme, assumptions, scenarios, compared } = capacity;
  return (
    <Card title="Scenario's" id="scenarios">
      {compared.length > 0 && <Compared capacity={capacity} />}
      {scenarios.length > 0 && (
        <>
          <DataTable
            caption="Bewaarde scenario's"
            rows={scenarios}
            rowKey={({ id }) => id}
            columns={[
              { label: "Naam", heading: true, cell: (one) => <a href={linkOf(programme.code, one.assumptions)}>{one.name}</a> },
              { label: "Bewaard", cell: ({ at }) => formatMoment(at), note: ({ by }) => by },
            ]}
          />
          <Form action={home} method="get" id="vergelijk" values={{ s: compared.map(({ scenario }) => scenario.id) }}>
            <HiddenField name="programma" value={programme.code} />
            {Object.entries(typedOf(assumptions)).map(([name, value]) => (
              <HiddenField key={name} name={name} value={value} />
            ))}
            <CheckboxGroup name="s" label="Naast elkaar" optional options={scenarios.map(({ id, name }) => ({ value: id, label: name }))} />
            <ButtonRow>
              <Button variant="secondary">Vergelijk</Button>
            </ButtonRow>
          </Form>
        </>
      )}
      <Form action={`${home}/bewaren?programma=${programme.code}`} id="bewaar" values={values} errors={errors}>
        <HiddenField name="programma" value={programme.code} />
        {Object.entries(typedOf(assumptions)).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <TextField name="name" label="Bewaar deze aannames als" hint="Bijvoorbeeld: heel Zuid-Limburg, tien mensen erbij" maxLength={80} />
        <ButtonRow>
          <Button variant="secondary">Bewaar</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
}

function Compared({ capacity: { assumptions, pinch, compared } }: Readonly<{ capacity: Capacity }>) {
  const all = [{ name: "Nu op het scherm", assumptions, pinch }, ...compared.map((one) => ({ ...one.scenario, pinch: one.pinch }))];
  const outcomes: readonly (readonly [string, (pinch: Pinch) => string])[] = [
    ["Knelt vanaf", ({ first }) => (first ? sayWeek(first.week) : "knelt niet")],
    ["Weken die knellen", ({ weeks }) => String(weeks)],
    ["Kans in de drukste week", ({ worst }) => (worst ? sayChance(worst.short) : "")],
    ["Dan te weinig, als het druk is", ({ lacking }) => sayHours(lacking)],
  ];
  const rows = [
    ...outcomes.map(([label, say]) => ({ label, cells: all.map((one) => say(one.pinch)) })),
    ...assumptionNames.map((name) => ({
      label: assumptionTexts[name].label,
      cells: all.map((one) => `${String(one.assumptions[name]).replace(".", ",")} ${assumptionTexts[name].unit}`),
    })),
  ];
  return (
    <DataTable
      caption="Scenario's naast elkaar"
      showCaption
      dense
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        { label: "Wat", heading: true, cell: ({ label }) => label },
        ...all.map(({ name }, nr) => ({ label: name, cell: ({ cells }: Readonly<{ cells: readonly string[] }>) => cells[nr] })),
      ]}
    />
  );
}
