import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatDay } from "../../../kit/day.ts";
import { outcomes, type Agreement, type EntryKind, type Goal, type Question } from "../familyPlan.ts";
import { entryTitles, outcomeChoices, outcomeNames, reportWords, stateNames } from "../familyPlan.texts.ts";
import type { PlanFormData } from "../server/readPlan.ts";
import { PlanForm } from "./PlanForm.tsx";

/** The part of the plan that is looked back at. */
export interface EvaluatedData extends PlanFormData {
  readonly kind: EntryKind;
  readonly entry: Question | Goal | Agreement;
}

/** How it went, together with the family: one of five answers, a sentence, and a day where it goes on. */
export function EvaluationPage({ data, values, errors }: { data: EvaluatedData; values: Values; errors: Errors }) {
  const { kind, entry } = data;
  const isOpen = entry.state === "open";
  const title = kind === "question" ? (isOpen ? "Vraag afronden" : "Vraag weer oppakken") : isOpen ? "Hoe ging het?" : "Weer oppakken";
  return (
    <PlanForm
      data={data}
      title={title}
      path={`onderdelen/${entry.id}/evaluatie`}
      saved={isOpen ? {} : { outcome: "reopen" }}
      values={values}
      errors={errors}
      version={entry.version}
      button="Vastleggen"
      above={<Evaluated data={data} />}
    >
      {isOpen ? (
        <RadioGroup
          name="outcome"
          label={kind === "question" ? "Wat is er met deze vraag?" : "Hoe ging het, volgens het gezin?"}
          options={choicesOf(kind)}
        />
      ) : (
        <HiddenField name="outcome" value="reopen" />
      )}
      <TextArea
        name="sentence"
        label={isOpen ? "Vertel het in één zin" : "Waarom pakt u dit weer op?"}
        hint="Het gezin mag dit lezen."
        rows={2}
        maxLength={5000}
      />
      {kind !== "question" && (
        <DateField
          name="nextOn"
          label="Wanneer kijkt u weer?"
          optional={isOpen}
          hint={isOpen ? "Alleen bij doorgaan, opschalen of afschalen." : undefined}
        />
      )}
    </PlanForm>
  );
}

function choicesOf(kind: EntryKind) {
  if (kind === "question")
    return [
      { value: "reached", label: "Beantwoord", hint: "Het gezin heeft de steun die het wilde." },
      { value: "stop", label: "Stoppen", hint: outcomeChoices.stop.hint },
    ];
  return outcomes.map((value) => ({
    value,
    ...outcomeChoices[value],
    ...(kind === "agreement" && value === "reached" ? { label: "Gedaan" } : {}),
  }));
}

function Evaluated({ data: { kind, entry, evaluations, reports } }: { data: EvaluatedData }) {
  const told = reports.filter(({ agreementId }) => agreementId === entry.id);
  const earlier = evaluations.filter(({ subjectId }) => subjectId === entry.id);
  return (
    <>
      {entry.state !== "open" && (
        <Alert title={`Dit is ${stateNames[kind][entry.state]}`} tone="info">
          <p>Wilt u er weer mee verder? Leg dan vast waarom{kind === "question" ? "" : ", en voor welke dag"}.</p>
        </Alert>
      )}
      <Card title={entryTitles[kind]}>
        <p>{kind === "goal" ? <q>{entry.wording}</q> : entry.wording}</p>
        <Facts
          facts={[
            "who" in entry && { label: "Wie", value: entry.who },
            "evaluateOn" in entry && {
              label: kind === "goal" ? "Samen kijken op" : "Afgesproken voor",
              value: formatDay(entry.evaluateOn),
            },
            ...told.map((one) => ({ label: `Gemeld door ${one.organisation}`, value: reportWords(one) })),
            ...earlier.map((one) => ({ label: formatDay(one.on), value: `${outcomeNames[one.outcome]}: ${one.sentence}` })),
          ]}
        />
      </Card>
    </>
  );
}
