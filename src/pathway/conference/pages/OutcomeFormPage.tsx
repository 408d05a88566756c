import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { addDays, formatShortDay } from "../../../kit/day.ts";
import { outcomeTerms } from "../rules/outcomeTerms.ts";
import type { OutcomeForm } from "../server/readSitting.ts";
import { seatWords } from "../sitting.texts.ts";
import { agreementsAtOnce, offersAtOnce, seatValue } from "./outcomeFields.ts";

type Props = Readonly<{ data: OutcomeForm; values: Values; errors: Errors }>;

/** What was decided about one case: each part goes straight where it belongs. */
export function OutcomeFormPage({ data, values, errors }: Props) {
  const { sitting, item, participants, today } = data;
  const day = formatShortDay(addDays(today, outcomeTerms.agreementDays));
  const days = Object.fromEntries(Array.from({ length: agreementsAtOnce }, (_, nr) => [`day${nr + 1}`, day]));
  return (
    <Page
      title="Uitkomst vastleggen"
      sub={`${sitting.series}, casus ${item.nr}${item.family === null ? "" : `, gezin ${item.family}`}`}
      back={{ href: `/overleggen/zittingen/${sitting.id}/scherm?casus=${item.nr}`, label: "Terug naar het scherm" }}
      errors={errors}
    >
      <Card title="De vraag" tone="info">
        <p>{item.question}</p>
      </Card>
      <Form action={`/overleggen/casus/${item.id}/uitkomst`} errors={errors} values={{ ...days, ...values }} draft={`uitkomst-${item.id}`}>
        <HiddenField name="version" value={item.version} />
        <TextArea
          name="decision"
          label="Wat is besloten?"
          rows={3}
          maxLength={1000}
          hint="Kort, en zoals het gezin het mag lezen. Niet wat er gezegd is."
        />
        <Select
          name="lead"
          label="Wie wordt casusregisseur?"
          optional
          empty="Dat blijft zoals het is"
          hint="Het gaat in als die het aanneemt. Tot dan verandert er niets."
          options={leadOptions(data)}
        />
        <CheckboxGroup
          name="joining"
          label="Wie blijft betrokken?"
          optional
          hint="Alleen wie u hier noemt, wie een afspraak heeft en wie casusregisseur wordt, ziet het gezin na het overleg nog."
          options={participants.map((one) => ({ value: seatValue(one), label: seatWords(one) }))}
        />
        {Array.from({ length: agreementsAtOnce }, (_, nr) => (
          <Agreement key={nr} nr={nr + 1} data={data} open={nr === 0 || typed(values, nr + 1)} />
        ))}
        <Fieldset
          legend="Welke hulp is bedacht?"
          hint="De casusregisseur vraagt dit met één druk op de knop, zodra het gezin het goed vindt."
        >
          {Array.from({ length: offersAtOnce }, (_, nr) => (
            <Select
              key={nr}
              name={`offer${nr + 1}`}
              label={nr === 0 ? "Aanbod uit de sociale kaart" : "Nog een aanbod"}
              optional
              empty="Geen"
              options={data.offers.map(({ id, name, organisation }) => ({ value: id, label: `${name}, ${organisation}` }))}
            />
          ))}
        </Fieldset>
        <ButtonRow>
          <Button>Uitkomst vastleggen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const typed = (values: Values, nr: number): boolean => (values[`wording${nr}`] ?? "") !== "";

const leadOptions = ({ participants, people }: OutcomeForm) => [
  ...people.map((one) => ({ value: seatValue(one), label: `${one.name}, ${one.organisation}`, group: "Eén collega" })),
  ...participants
    .filter(({ membershipId }) => membershipId === null)
    .map((one) => ({ value: seatValue(one), label: `${seatWords(one)}: wie het eerst aanneemt`, group: "Een team" })),
];

function Agreement({ nr, data: { people, family }, open }: Readonly<{ nr: number; data: OutcomeForm; open: boolean }>) {
  const fields = (
    <>
      <TextField name={`wording${nr}`} label={nr === 1 ? "Wat is afgesproken?" : `Wat is afgesproken (${nr})?`} optional maxLength={1000} />
      <Select
        name={`who${nr}`}
        label="Wie doet dit?"
        optional
        options={[
          ...people.map(({ membershipId, name, organisation }) => ({
            value: `p.${membershipId}`,
            label: `${name}, ${organisation}`,
            group: "Aan tafel",
          })),
          ...family.map(({ id, name }) => ({ value: `f.${id}`, label: name, group: "Het gezin" })),
        ]}
      />
      <TextField name={`network${nr}`} label="Of iemand uit het eigen netwerk" optional width="medium" maxLength={200} />
      <DateField name={`day${nr}`} label="Voor welke dag?" optional />
    </>
  );
  if (open) return <Fieldset legend={`Afspraak ${nr}`}>{fields}</Fieldset>;
  return <Details summary={`Nog een afspraak (${nr})`}>{fields}</Details>;
}
