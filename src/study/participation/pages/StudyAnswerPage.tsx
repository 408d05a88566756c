import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { giverNames } from "../../../trust/consent/consent.texts.ts";
import { answerWays } from "../participation.ts";
import { answerWayNames, studyPurposeNames } from "../participation.texts.ts";
import type { StudyOfLine } from "../server/readStudyOfLine.ts";

type Props = Readonly<{ trajectoryId: string; study: StudyOfLine; values: Values; errors: Errors }>;

/** What she signed, question by question. */
export function StudyAnswerPage({ trajectoryId, study, values, errors }: Props) {
  const base = `/gezinnen/${trajectoryId}/onderzoek`;
  return (
    <FormPage
      title="Antwoord op het formulier"
      back={{ href: base, label: "Onderzoek" }}
      action={`${base}/antwoord`}
      values={{ givenOn: formatShortDay(study.today), givenBy: study.givers[0] ?? "self", answersBy: "link", ...values }}
      errors={errors}
      button="Antwoord vastleggen"
      leave="Niet nu"
      above={<p>Neem over wat op het getekende formulier staat. Laat open wat zij niet beantwoordde.</p>}
    >
      {(study.proposed?.asks ?? []).map((purpose) => (
        <RadioGroup
          key={purpose}
          name={purpose}
          label={studyPurposeNames[purpose]}
          inline
          optional
          options={[
            { value: "ja", label: "Ja" },
            { value: "nee", label: "Nee" },
          ]}
        />
      ))}
      <RadioGroup name="answersBy" label="Hoe wil zij de lijsten invullen?" options={choicesOf(answerWays, answerWayNames)} />
      <RadioGroup name="givenBy" label="Wie tekende?" options={choicesOf(study.givers, giverNames)} />
      <DateField name="givenOn" label="Op welke dag tekende zij?" />
    </FormPage>
  );
}
