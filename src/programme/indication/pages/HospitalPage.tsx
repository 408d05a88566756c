import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatMinutes } from "../../../kit/money.ts";
import type { Protocol } from "../../configuration/settings/indication.ts";
import type { Hours } from "../server/readHours.ts";

type Props = Readonly<{ hours: Hours; protocol: Protocol; values: Values; errors: Errors }>;

/** How many days mother and child were in hospital after the birth: the rest of the indication stays. */
export function HospitalPage({ hours: { line, indications }, protocol, values, errors }: Props) {
  const base = `/gezinnen/${line.id}/kraamzorg`;
  const [newest] = indications;
  const off = protocol.hospitalDay[newest?.feeding ?? "bottle"];
  return (
    <FormPage
      title="Dagen in het ziekenhuis"
      sub={`Voor elke dag gaat er ${formatMinutes(off)} van de uren af.`}
      back={{ href: base, label: "Terug naar de kraamzorg" }}
      action={`${base}/ziekenhuis`}
      values={Object.keys(values).length > 0 ? values : { hospitalDays: String(newest?.hospitalDays ?? 0) }}
      errors={errors}
      button="Vastleggen"
      leave="Annuleren"
    >
      <HiddenField name="seen" value={newest?.id ?? ""} />
      <TextField
        name="hospitalDays"
        label="Hoeveel dagen na de geboorte?"
        hint="Tot moeder en kind thuis waren. Waren zij er niet? Vul dan 0 in."
        type="number"
        inputMode="numeric"
        width="short"
        unit="dagen"
      />
    </FormPage>
  );
}
