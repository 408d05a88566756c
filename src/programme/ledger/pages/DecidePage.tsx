import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatDay } from "../../../kit/day.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { decisionNames, reasonSentences } from "../../funding/funding.texts.ts";
import type { FamilyHours } from "../server/readHours.ts";

type Props = Readonly<{ hours: FamilyHours; values: Values; errors: Errors }>;

/** The coordinator decides who pays hours that no rule covers. */
export function DecidePage({ hours: { line, undecided, hasFlexiblePlace }, values, errors }: Props) {
  const base = `/gezinnen/${line.id}/kraamzorg/uren`;
  const sources = (["insurance", "insurance_exception", "programme", "provider"] as const).filter(
    (source) => source !== "programme" || hasFlexiblePlace,
  );
  return (
    <FormPage
      title="Wie betaalt deze uren?"
      sub="De zorg is gegeven en staat vast. Uw besluit komt als nieuwe boeking naast wat er staat, met uw naam en de reden."
      back={{ href: base, label: "Terug naar de uren" }}
      action={`${base}/besluit`}
      values={values}
      errors={errors}
      button="Besluit vastleggen"
      leave="Annuleren"
    >
      <CheckboxGroup
        name="lines"
        label="Uren"
        options={undecided.map(({ id, day, minutes, reason, assistant }) => ({
          value: id,
          label: `${formatDay(day)}: ${formatMinutes(minutes)}, ${assistant}`,
          hint: reasonSentences[reason],
        }))}
      />
      <RadioGroup
        name="source"
        label="Wie betaalt"
        options={sources.map((value) => ({ value, label: decisionNames[value] }))}
        {...(hasFlexiblePlace ? {} : { hint: "Het programma staat er niet bij: het gezin heeft geen plaats in pijler 2." })}
      />
      <TextArea name="reason" label="Waarom" maxLength={5000} rows={3} />
    </FormPage>
  );
}
