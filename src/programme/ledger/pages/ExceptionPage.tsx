import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { exceptionConditions } from "../../configuration/settings/funding.ts";
import { conditionNames } from "../../funding/funding.texts.ts";
import type { FamilyHours } from "../server/readHours.ts";

type Props = Readonly<{ hours: FamilyHours; values: Values; errors: Errors }>;

/** A consultation of provider and insurer about insured care after day 10. */
export function ExceptionPage({ hours: { line }, values, errors }: Props) {
  const base = `/gezinnen/${line.id}/kraamzorg/uren`;
  return (
    <FormPage
      title="Verzekerde zorg na dag 10: overleg vastleggen"
      sub="De verzekering betaalt na dag 10 alleen bij uitzondering, tot zes weken na de geboorte. Alle voorwaarden gelden, en beide partijen zijn geraadpleegd. Anders betaalt pijler 2, als het gezin daar een plaats heeft."
      back={{ href: base, label: "Terug naar de uren" }}
      action={`${base}/uitzondering`}
      values={values}
      errors={errors}
      button="Overleg vastleggen"
      leave="Annuleren"
    >
      <CheckboxGroup name="met" label="Voorwaarden van de richtlijn" optional options={choicesOf(exceptionConditions, conditionNames)} />
      <DateField name="providerOn" label="Overlegd met de zorgaanbieder op" optional />
      <DateField name="insurerOn" label="Overlegd met de verzekeraar op" optional />
      <RadioGroup
        name="agreed"
        label="Betaalt de verzekeraar?"
        inline
        options={[
          { value: "ja", label: "Ja" },
          { value: "nee", label: "Nee" },
        ]}
      />
      <TextArea name="note" label="Wat is afgesproken" optional maxLength={5000} rows={3} />
    </FormPage>
  );
}
