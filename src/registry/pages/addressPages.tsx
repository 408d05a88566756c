import { DateField } from "../../design/DateField.tsx";
import type { Errors, Values } from "../../design/Errors.ts";
import { Select } from "../../design/Select.tsx";
import { TextField } from "../../design/TextField.tsx";
import { outsideRegion, type Address, type Family } from "../family.ts";
import { addressLine } from "../family.texts.ts";
import { EditPage } from "./EditPage.tsx";

interface State {
  readonly trajectory: string;
  readonly family: Family;
  readonly municipalities: readonly { code: string; name: string }[];
  readonly values: Values;
  readonly errors: Errors;
}

const labels = { postcode: "Postcode", houseNumber: "Huisnummer", street: "Straat", place: "Plaats", municipality: "Gemeente" };

const presentOf = (family: Family): Address | undefined => family.addresses.find(({ until }) => until === null);

/** A new address; the old one stays, with its last day. */
export function MovePage({ trajectory, family, municipalities, values, errors }: State) {
  const present = presentOf(family);
  return (
    <EditPage
      title={present ? "Verhuizing vastleggen" : "Adres vastleggen"}
      trajectory={trajectory}
      action={`/gezinnen/${trajectory}/adres`}
      saved={{}}
      labels={present ? { since: "Woont daar sinds", ...labels } : {}}
      version={present?.version ?? 0}
      values={values}
      errors={errors}
      sub={present ? `Nu bekend: ${addressLine(present)}. Dat adres blijft bewaard.` : "Waar het gezin nu woont."}
    >
      <DateField name="since" label="Woont daar sinds" />
      <AddressFields municipalities={municipalities} />
    </EditPage>
  );
}

/** The present address was written wrong: it is changed in its place. */
export function CorrectAddressPage({ trajectory, family, municipalities, values, errors }: State) {
  const present = presentOf(family);
  if (!present) return null;
  const saved = {
    postcode: present.postcode ?? "",
    houseNumber: present.houseNumber ?? "",
    street: present.street ?? "",
    place: present.place ?? "",
    municipality: present.municipality ?? "",
  };
  return (
    <EditPage
      title="Adres verbeteren"
      trajectory={trajectory}
      action={`/gezinnen/${trajectory}/adres/verbeteren`}
      saved={saved}
      labels={labels}
      version={present.version}
      values={values}
      errors={errors}
      sub="Alleen voor een tikfout. Bij een verhuizing legt u een nieuw adres vast."
    >
      <AddressFields municipalities={municipalities} />
    </EditPage>
  );
}

function AddressFields({ municipalities }: Pick<State, "municipalities">) {
  return (
    <>
      <TextField name="postcode" label={labels.postcode} width="short" optional />
      <TextField name="houseNumber" label={labels.houseNumber} width="short" optional />
      <TextField name="street" label={labels.street} optional />
      <TextField name="place" label={labels.place} optional />
      <Select
        name="municipality"
        label={labels.municipality}
        empty="Volgt uit de postcode"
        optional
        options={[
          ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
          { value: outsideRegion, label: "Buiten de regio" },
        ]}
      />
    </>
  );
}
