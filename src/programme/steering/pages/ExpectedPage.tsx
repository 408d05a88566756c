import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatDay } from "../../../kit/day.ts";
import { pillars } from "../../configuration/programme.ts";
import { addMonths, monthInWords, monthOf, monthsBetween } from "../rules/months.ts";
import type { ExpectedData } from "../server/readForms.ts";
import { steeringAddress, steeringHref } from "./address.ts";
import { decimal } from "../rules/say.ts";

type Props = Readonly<{ data: ExpectedData; values: Values; errors: Errors }>;

/** The name of the field of one municipality and pillar. */
export const expectedField = (pillar: number, municipality: string): string => `n-${pillar}-${municipality}`;

/** What inflow the project group expects: so many families a month, for a span of months. */
export function ExpectedPage({ data, values, errors }: Props) {
  const { programme, municipalities, versions, current, today } = data;
  const now = monthOf(today);
  const options = monthsBetween(monthOf(programme.startsOn) < now ? monthOf(programme.startsOn) : now, addMonths(now, 36)).map((month) => ({
    value: month,
    label: monthInWords(month),
  }));
  const known = Object.fromEntries(
    current.map(({ pillar, municipality, expected }) => [expectedField(pillar, municipality), decimal(expected ?? 0)]),
  );
  return (
    <FormPage
      title="Verwachting vaststellen"
      back={{ href: steeringHref(programme.code), label: "Sturing" }}
      action={`${steeringAddress}/verwachting`}
      values={{ van: now, "tot-en-met": addMonths(now, 11), ...known, ...values }}
      errors={errors}
      button="Vaststellen"
      leave="Annuleren"
      sub="Hoeveel gezinnen verwacht de projectgroep per maand? U maakt een nieuwe versie: de gekozen maanden krijgen deze aantallen, andere maanden blijven zoals ze waren."
      below={
        versions.length > 0 && (
          <Details summary={`Eerdere versies (${versions.length})`}>
            <DataTable
              caption="Versies van de verwachting"
              rows={versions}
              rowKey={({ id }) => id}
              columns={[
                { label: "Versie", heading: true, cell: ({ number }) => number },
                { label: "Vastgesteld", cell: ({ decidedOn }) => formatDay(decidedOn), note: ({ decidedBy }) => decidedBy },
                { label: "Reden", cell: ({ reason }) => reason },
              ]}
            />
          </Details>
        )
      }
    >
      <HiddenField name="programma" value={programme.code} />
      <Select name="van" label="Vanaf" empty={null} options={options} />
      <Select name="tot-en-met" label="Tot en met" empty={null} options={options} />
      {pillars.map((pillar) => (
        <Fieldset
          key={pillar}
          legend={`Pijler ${pillar}: ${programme.settings.pillars[pillar].name.toLowerCase()}`}
          hint="Gezinnen per maand, bijvoorbeeld 2,5. Leeg: deze gemeente blijft zoals zij was."
        >
          {municipalities.map(({ code, name }) => (
            <TextField key={code} name={expectedField(pillar, code)} label={name} type="number" width="short" unit="per maand" optional />
          ))}
        </Fieldset>
      ))}
      <TextArea
        name="reden"
        label="Waarom deze aantallen"
        rows={3}
        maxLength={2000}
        hint="Bijvoorbeeld: naar het aantal geboorten van 2025."
      />
    </FormPage>
  );
}
