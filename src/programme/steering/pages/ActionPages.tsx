import { Card } from "../../../design/Card.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { ActionData, MomentData, PeopleData } from "../server/readForms.ts";
import { steeringAddress, steeringHref } from "./address.ts";

type Props<Data> = Readonly<{ data: Data; values: Values; errors: Errors }>;

/** A deviation, what is done about it, by whom and when. */
export function NewActionPage({ data: { programme, people }, values, errors }: Props<PeopleData>) {
  return (
    <FormPage
      title="Actie afspreken"
      back={{ href: steeringHref(programme.code), label: "Sturing" }}
      action={`${steeringAddress}/actie`}
      values={values}
      errors={errors}
      button="Afspreken"
      leave="Annuleren"
      sub="De actie komt op de werklijst van de eigenaar. Noem geen gezinnen."
    >
      <HiddenField name="programma" value={programme.code} />
      <TextArea name="afwijking" label="Wat wijkt af" rows={2} maxLength={2000} hint="Bijvoorbeeld: pijler 1 blijft achter in Kerkrade." />
      <TextArea name="actie" label="Wat gaan we doen" rows={3} maxLength={2000} />
      <Select
        name="eigenaar"
        label="Eigenaar"
        options={people.map(({ membershipId, name, organisation }) => ({ value: membershipId, label: `${name}, ${organisation}` }))}
      />
      <DateField name="uiterlijk" label="Uiterlijk" />
    </FormPage>
  );
}

/** What came of an action. */
export function EndActionPage({ data: { action }, values, errors }: Props<ActionData>) {
  return (
    <FormPage
      title="Actie afronden"
      back={{ href: `${steeringAddress}#acties`, label: "Sturing" }}
      action={`${steeringAddress}/acties/${action.id}`}
      values={values}
      errors={errors}
      version={action.version}
      button="Afronden"
      leave="Annuleren"
      above={
        <Card>
          <Facts
            facts={[
              { label: "Afwijking", value: action.deviation },
              { label: "Actie", value: action.action },
              { label: "Eigenaar", value: action.owner },
              { label: "Uiterlijk", value: formatDay(action.dueOn) },
            ]}
          />
        </Card>
      }
    >
      <TextArea name="resultaat" label="Wat is het resultaat" rows={3} maxLength={2000} />
    </FormPage>
  );
}

export function NewMomentPage({ data: { programme }, values, errors }: Props<PeopleData>) {
  return (
    <FormPage
      title="Evaluatiemoment plannen"
      back={{ href: steeringHref(programme.code), label: "Sturing" }}
      action={`${steeringAddress}/evaluatie`}
      values={values}
      errors={errors}
      button="Plannen"
      leave="Annuleren"
      sub="Op deze dag weegt de projectgroep of bijsturen nodig is."
    >
      <HiddenField name="programma" value={programme.code} />
      <DateField name="dag" label="Dag" />
      <TextArea name="waarover" label="Waarover" rows={2} maxLength={2000} hint="Bijvoorbeeld: instroom na een half jaar." />
    </FormPage>
  );
}

export function DecideMomentPage({ data: { moment }, values, errors }: Props<MomentData>) {
  return (
    <FormPage
      title="Besluit noteren"
      back={{ href: `${steeringAddress}#evaluatie`, label: "Sturing" }}
      action={`${steeringAddress}/evaluatie/${moment.id}`}
      values={values}
      errors={errors}
      version={moment.version}
      button="Noteren"
      leave="Annuleren"
      sub={`Evaluatie van ${formatDay(moment.plannedOn)}: ${moment.about}. Een genoteerd besluit verandert niet meer.`}
    >
      <TextArea name="besluit" label="Wat besloot de projectgroep" rows={4} maxLength={5000} />
    </FormPage>
  );
}
