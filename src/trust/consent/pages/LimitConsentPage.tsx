import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { shareableParts } from "../consent.ts";
import { partNames, purposeNames, wayNames } from "../consent.texts.ts";
import type { Answer } from "../server/consent.store.ts";
import type { Consents } from "../server/readConsents.ts";
import { howGiven, personName, recipientName } from "./answerWords.ts";

type Props = Readonly<{ trajectoryId: string; answer: Answer; consents: Consents; values: Values; errors: Errors }>;

/** The family allows less than before. Only what was allowed can be chosen here: more has to be asked anew. */
export function LimitConsentPage({ trajectoryId, answer, consents, values, errors }: Props) {
  const base = `/gezinnen/${trajectoryId}/toestemming`;
  const known: Values = {
    parts: answer.parts,
    medicalToo: answer.medicalToo ? "ja" : "",
    until: answer.until === null ? "" : formatShortDay(answer.until),
    version: String(answer.version),
  };
  const changed = values["version"] !== undefined && values["version"] !== known["version"];
  return (
    <FormPage
      title="Toestemming beperken"
      back={{ href: base, label: "Toestemming" }}
      action={`${base}/${answer.id}/beperken`}
      errors={errors}
      values={{ ...known, ...values }}
      button="Beperken"
      leave="Laten zoals het is"
      above={
        <Card title={recipientName(answer)}>
          <p>
            {purposeNames[answer.purpose]}, over {personName(consents.persons, answer.aboutPerson)}.
          </p>
          <p className="wieg-note">{howGiven(answer)}</p>
        </Card>
      }
    >
      <HiddenField name="version" value={changed ? String(values["version"]) : answer.version} />
      <CheckboxGroup
        name="parts"
        label="Wat mag vanaf nu nog?"
        hint="Haal weg wat niet meer mag."
        options={choicesOf(
          shareableParts.filter((part) => answer.parts.includes(part)),
          partNames,
        )}
      />
      {answer.medicalToo && <Checkbox name="medicalToo" label="Ook wat medisch is" />}
      <DateField name="until" label="Tot en met welke dag?" optional hint="Leeg: tot het wordt ingetrokken." />
      <RadioGroup name="way" label="Hoe vroeg het gezin dit?" inline options={choicesOf(["spoken", "signed"] as const, wayNames)} />
    </FormPage>
  );
}
