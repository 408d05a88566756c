import { Checkbox } from "../../../design/Checkbox.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import type { WholeLine } from "../server/changingLine.ts";
import { LineForm, type FormState } from "./LineForm.tsx";

type State = FormState & { readonly whole: WholeLine };

export function DueDatePage({ whole: { line }, ...state }: State) {
  return (
    <LineForm
      {...state}
      title="Uitgerekende datum"
      path="datum"
      version={line.version}
      saved={line.dueDate ? { dueDate: formatShortDay(line.dueDate) } : {}}
      labels={{ dueDate: "Uitgerekende datum" }}
    >
      <DateField name="dueDate" label="Uitgerekende datum" />
    </LineForm>
  );
}

export function NextPage(state: FormState) {
  return (
    <LineForm
      {...state}
      title="Nieuwe zwangerschap"
      path="volgende-zwangerschap"
      button="Nieuwe lijn beginnen"
      sub="Dit gezin krijgt een nieuwe lijn, met dezelfde mensen en hetzelfde adres. De eerdere lijn blijft bestaan. Kent u dit gezin door een andere organisatie? Dan krijgt het een eigen inschrijving bij u, met de gegevens van de moeder die u nu ziet. Toestemming vraagt u opnieuw."
    >
      <DateField name="dueDate" label="Uitgerekende datum" optional />
      <Checkbox name="preconception" label="Nog niet zwanger" hint="Kinderwens: begeleiding vóór de zwangerschap." />
      <TextField name="parity" label="Eerdere zwangerschappen" width="short" hint="Zoals G2P1." optional />
    </LineForm>
  );
}

export function MaternityCarePage({
  whole: { line, details },
  organisations,
  ...state
}: State & { organisations: readonly { id: string; name: string }[] }) {
  const known = organisations.find(({ name }) => name === details.maternityCare);
  const saved = {
    organisation: known?.id ?? "",
    other: known ? "" : (details.maternityCare ?? ""),
    on: details.maternityCareOn ? formatShortDay(details.maternityCareOn) : "",
  };
  return (
    <LineForm
      {...state}
      title="Kraamzorg"
      path="aanmelding-kraamzorg"
      version={line.version}
      saved={saved}
      labels={{ other: "Andere organisatie", on: "Aangemeld op" }}
    >
      <Select
        name="organisation"
        label="Organisatie"
        empty="Nog niet aangemeld"
        optional
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="other" label="Andere organisatie" optional hint="Als zij niet in de lijst staat." />
      <DateField name="on" label="Aangemeld op" optional />
    </LineForm>
  );
}
