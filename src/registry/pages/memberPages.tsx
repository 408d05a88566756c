import { ActionForm } from "../../design/ActionForm.tsx";
import { DateField } from "../../design/DateField.tsx";
import type { Errors, Values } from "../../design/Errors.ts";
import { RadioGroup } from "../../design/RadioGroup.tsx";
import { TextField } from "../../design/TextField.tsx";
import { formatShortDay } from "../../kit/day.ts";
import type { Member } from "../family.ts";
import { EditPage } from "./EditPage.tsx";

interface State {
  readonly trajectory: string;
  readonly values: Values;
  readonly errors: Errors;
}

const labels = {
  givenName: "Voornaam",
  prefix: "Tussenvoegsel",
  familyName: "Achternaam",
  birthDate: "Geboortedatum",
  insurer: "Zorgverzekeraar",
};

export function NewMemberPage({ trajectory, values, errors }: State) {
  return (
    <EditPage
      title="Gezinslid toevoegen"
      trajectory={trajectory}
      action={`/gezinnen/${trajectory}/gezinsleden/nieuw`}
      saved={{}}
      labels={{}}
      values={values}
      errors={errors}
      button="Toevoegen"
    >
      <RadioGroup
        name="kind"
        label="Wie is het?"
        options={[
          { value: "partner", label: "Partner", hint: "Gegevens over de partner deelt u alleen als de partner dat zelf goedvindt." },
          { value: "child", label: "Kind", hint: "Een eerder kind. Een geboorte legt u vast bij 'Geboorte vastleggen'." },
          { value: "other", label: "Iemand anders", hint: "Zoals een oma die in huis woont." },
        ]}
      />
      <MemberFields />
    </EditPage>
  );
}

export function MemberPage({ member, ...state }: State & { member: Member }) {
  const address = `/gezinnen/${state.trajectory}/gezinsleden/${member.id}`;
  const saved = {
    givenName: member.givenName ?? "",
    prefix: member.prefix ?? "",
    familyName: member.familyName,
    insurer: member.insurer ?? "",
    birthDate: member.birthDate ? formatShortDay(member.birthDate) : "",
  };
  return (
    <EditPage
      title="Gezinslid wijzigen"
      action={address}
      saved={saved}
      labels={labels}
      version={member.version}
      {...state}
      more={
        member.kind === "mother" ? undefined : (
          <ActionForm
            action={`${address}/weg`}
            button="Hoort niet bij dit gezin"
            variant="quiet"
            hidden={{ version: member.version }}
            confirm="Dit gezinslid staat dan niet meer bij het gezin. Wat er over is vastgelegd blijft bewaard."
            confirmButton="Ja, weghalen"
          />
        )
      }
    >
      <MemberFields />
    </EditPage>
  );
}

function MemberFields() {
  return (
    <>
      <TextField name="givenName" label={labels.givenName} optional />
      <TextField name="prefix" label={labels.prefix} width="short" optional />
      <TextField name="familyName" label={labels.familyName} />
      <DateField name="birthDate" label={labels.birthDate} optional />
      <TextField name="insurer" label={labels.insurer} optional hint="Zoals op de zorgpas; de naam of het nummer van 4 cijfers." />
    </>
  );
}
