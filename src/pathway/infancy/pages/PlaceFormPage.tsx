import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { childcareKinds, vveAnswers, type ChildcarePlace } from "../childcare.ts";
import { childcareKindNames, childcareStateNames, vveNames } from "../infancy.texts.ts";
import { follows } from "../rules/childcareMoves.ts";
import type { PlaceFormData } from "../server/keepPlace.ts";

type Props = Readonly<{ trajectoryId: string; data: PlaceFormData; values: Values; errors: Errors }>;
const text = (value: string | number | null): string => (value === null ? "" : String(value));
const day = (value: string | null): string => (value === null ? "" : formatShortDay(value));

const valuesOf = (place: ChildcarePlace): Values => ({
  child: place.childId,
  kind: place.kind,
  state: place.state,
  organisation: text(place.organisationId),
  placeName: place.organisationId === null ? text(place.place) : "",
  vve: place.vve,
  vveOn: day(place.vveOn),
  halfDays: text(place.halfDays),
  since: day(place.since),
  until: day(place.until),
  remark: text(place.remark),
});

/** A place at childcare or pre-school, from the wish until it ends. */
export function PlaceFormPage({ trajectoryId, data: { place, children, organisations }, values, errors }: Props) {
  const fresh =
    place === null ? { child: children[0]?.childId ?? "", kind: "childcare", state: "wished", vve: "unknown" } : valuesOf(place);
  const states = place === null ? follows.wished.filter((state) => state !== "ended") : follows[place.state];
  return (
    <Page
      title={place === null ? "Kinderopvang of voorschool" : "Kinderopvang wijzigen"}
      width="narrow"
      back={{ href: `/gezinnen/${trajectoryId}`, label: "Gezin" }}
      sub="Wat het gezin wil, waar het kind een plek heeft, en de VVE-indicatie."
      errors={errors}
    >
      <Form
        action={`/gezinnen/${trajectoryId}/kinderopvang/${place?.id ?? "nieuw"}`}
        values={Object.keys(values).length === 0 ? fresh : values}
        errors={errors}
        draft={`kinderopvang-${place?.id ?? trajectoryId}`}
      >
        <HiddenField name="version" value={String(place?.version ?? 0)} />
        {place === null ? (
          <>
            <RadioGroup
              name="child"
              label="Voor welk kind?"
              inline
              options={children.map(({ childId, name }) => ({ value: childId, label: name ?? "Kind" }))}
            />
            <RadioGroup name="kind" label="Wat voor plek?" options={choicesOf(childcareKinds, childcareKindNames)} />
          </>
        ) : (
          <>
            <HiddenField name="child" value={place.childId} />
            <HiddenField name="kind" value={place.kind} />
            <p>
              {place.child ?? "Kind"}: {childcareKindNames[place.kind]}
            </p>
          </>
        )}
        <RadioGroup
          name="state"
          label="Hoe staat het?"
          options={states.map((value) => ({ value, label: childcareStateNames[value].text }))}
        />
        <Fieldset legend="Waar en wanneer">
          <Select
            name="organisation"
            label="Organisatie"
            empty="Nog niet bekend"
            optional
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField name="placeName" label="Andere organisatie" optional hint="Als zij niet in de lijst staat." />
          <TextField name="halfDays" label="Dagdelen per week" width="short" inputMode="numeric" optional />
          <DateField name="since" label="Eerste dag" optional />
          {place !== null && <DateField name="until" label="Laatste dag" optional hint="Alleen als het gestopt is." />}
        </Fieldset>
        <Fieldset
          legend="Voor- en vroegschoolse educatie (VVE)"
          hint="Begin na een indicatie meteen met iets laagdrempeligs, in plaats van te wachten op de leeftijd."
        >
          <RadioGroup name="vve" label="Is er een VVE-indicatie?" inline options={choicesOf(vveAnswers, vveNames)} />
          <DateField name="vveOn" label="Dag van de indicatie" optional />
        </Fieldset>
        <TextArea name="remark" label="Wat is goed om te weten?" optional rows={2} maxLength={1000} />
        <ButtonRow>
          <Button>Bewaren</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
