import { Alert } from "../../../design/Alert.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { memberKindNames } from "../../../registry/family.texts.ts";
import type { Agreement, Goal, Question } from "../familyPlan.ts";
import type { PlanFormData } from "../server/readPlan.ts";
import { agreementValues, goalValues, questionValues } from "./planFields.ts";
import { PlanForm } from "./PlanForm.tsx";
import { roleWord } from "./whoAsked.ts";

type FormState<Data> = Readonly<{ data: Data; values: Values; errors: Errors }>;
interface Opened<Entry> extends PlanFormData {
  /** What is changed; null: a new one. */
  readonly entry: Entry | null;
  /** What it was begun from: a question, a goal or a factor. */
  readonly from: string;
}

/** Where the form of this part is sent, new or changed. */
const pathOf = (part: string, entry: { id: string } | null): string => `${part}/${entry?.id ?? "nieuw"}`;

/** What ended is not changed: it can be taken up again. */
const Ended = ({ entry }: { entry: Question | null }) =>
  entry && entry.state !== "open" ? (
    <Alert title="Dit is al afgerond" tone="info">
      <p>Wilt u er weer mee verder? Pak het dan weer op, op de pagina van het plan.</p>
    </Alert>
  ) : null;

export function QuestionForm({ data, values, errors }: FormState<Opened<Question>>) {
  const { entry, discussed, factors } = data;
  const linked = entry ? factors.filter(({ questionId }) => questionId === entry.id).map(({ code }) => code) : [data.from].filter(Boolean);
  const labels = new Map(discussed.map(({ code, label }) => [code, label]));
  return (
    <PlanForm
      data={data}
      title={entry ? "Vraag wijzigen" : "Nieuwe vraag"}
      path={pathOf("vragen", entry)}
      saved={questionValues(entry, linked)}
      compared={[
        { name: "wording", label: "De vraag" },
        {
          name: "factors",
          label: "Hoort bij",
          say: (codes) =>
            codes
              .split(", ")
              .map((code) => labels.get(code) ?? code)
              .join(", "),
        },
      ]}
      {...(entry ? { version: entry.version } : {})}
      values={values}
      errors={errors}
      button="Vraag bewaren"
      above={<Ended entry={entry} />}
    >
      <TextArea
        name="wording"
        label="Waar wil het gezin steun bij?"
        hint="In woorden van het gezin. Het plan ligt straks thuis: iedereen daar mag dit lezen."
        rows={2}
        maxLength={5000}
      />
      {discussed.length > 0 && (
        <CheckboxGroup
          name="factors"
          label="Wat speelt er dat hierbij hoort?"
          hint="Uit de signalen die met het gezin besproken zijn. Dit komt niet op papier, en alleen wie de signalen ziet, ziet dit."
          optional
          columns
          options={discussed.map(({ code, label }) => ({ value: code, label }))}
        />
      )}
    </PlanForm>
  );
}

export function GoalForm({ data, values, errors }: FormState<Opened<Goal>>) {
  const { entry } = data;
  const options = belongsTo(data, entry, false);
  return (
    <PlanForm
      data={data}
      title={entry ? "Doel wijzigen" : "Nieuw doel"}
      path={pathOf("doelen", entry)}
      saved={goalValues(entry, data.today, data.from || null)}
      compared={[
        { name: "wording", label: "Het doel" },
        { name: "belongs", label: "Hoort bij", say: wordsOf(options) },
        { name: "evaluateOn", label: "Samen kijken op" },
      ]}
      {...(entry ? { version: entry.version } : {})}
      values={values}
      errors={errors}
      button="Doel bewaren"
      above={<Ended entry={entry} />}
    >
      <TextArea name="wording" label="Wat wil het gezin bereiken?" hint="In de eigen woorden van het gezin." rows={2} maxLength={5000} />
      <DateField name="evaluateOn" label="Wanneer kijkt u samen hoe het gaat?" hint="Op die dag vraagt Wieg u hoe het ging." />
      {options.length > 0 && <Select name="belongs" label="Bij welke vraag hoort dit?" optional options={options} empty="Geen vraag" />}
    </PlanForm>
  );
}

export function AgreementForm({ data, values, errors }: FormState<Opened<Agreement>>) {
  const { entry } = data;
  const options = belongsTo(data, entry, true);
  const people = peopleOf(data);
  return (
    <PlanForm
      data={data}
      title={entry ? "Afspraak wijzigen" : "Nieuwe afspraak"}
      path={pathOf("afspraken", entry)}
      saved={agreementValues(entry, data, data.from)}
      compared={[
        { name: "wording", label: "De afspraak" },
        { name: "responsible", label: "Wie doet dit", say: wordsOf(people) },
        { name: "networkName", label: "Naam uit het eigen netwerk" },
        { name: "evaluateOn", label: "Wanneer" },
        { name: "belongs", label: "Hoort bij", say: wordsOf(options) },
      ]}
      {...(entry ? { version: entry.version } : {})}
      values={values}
      errors={errors}
      button="Afspraak bewaren"
      above={
        <>
          <Ended entry={entry} />
          {entry?.left && (
            <Alert title="Wie neemt dit over?" tone="late">
              <p>{entry.who} zou dit doen, maar is niet meer betrokken. Spreek met het gezin af wie het nu doet.</p>
            </Alert>
          )}
        </>
      }
    >
      <TextArea name="wording" label="Wat is afgesproken?" rows={2} maxLength={5000} />
      <Select name="responsible" label="Wie doet dit?" hint="Eén persoon, die het gezin kent." options={people} empty="Kies wie dit doet" />
      <TextField
        name="networkName"
        label="Naam, als het iemand uit het eigen netwerk is"
        optional
        hint="Bijvoorbeeld: haar zus Karin. Zij heeft geen account nodig."
        maxLength={200}
      />
      <DateField name="evaluateOn" label="Voor welke dag?" hint="Op die dag vraagt Wieg hoe het ging." />
      {options.length > 0 && (
        <Select name="belongs" label="Bij welk doel of welke vraag hoort dit?" optional options={options} empty="Geen van deze" />
      )}
    </PlanForm>
  );
}

type Option = Readonly<{ value: string; label: string; group?: string }>;
const wordsOf = (options: readonly Option[]) => (value: string) => options.find((one) => one.value === value)?.label ?? "iemand anders";
const short = (wording: string): string => (wording.length > 80 ? `${wording.slice(0, 79)}…` : wording);

/** Open questions, and goals where it may hang on one; what it hangs on now stays to be chosen. */
function belongsTo(
  { questions, goals }: PlanFormData,
  entry: { questionId: string | null; goalId?: string | null } | null,
  withGoals: boolean,
): readonly Option[] {
  const chosen = [entry?.questionId, entry?.goalId];
  const shown = ({ id, state }: Question) => state === "open" || chosen.includes(id);
  return [
    ...(withGoals ? goals.filter(shown).map(({ id, wording }) => ({ value: `g.${id}`, label: short(wording), group: "Doelen" })) : []),
    ...questions.filter(shown).map(({ id, wording }) => ({ value: `q.${id}`, label: short(wording), group: "Vragen" })),
  ];
}

/** The one who writes first, then the family, then everyone else who is involved. */
function peopleOf({ candidates, family, me }: PlanFormData): readonly Option[] {
  const professionals = candidates.map(({ membershipId, name, role, organisation }) => ({
    value: `p.${membershipId}`,
    label: membershipId === me.membershipId ? `${name} (u)` : `${name}, ${roleWord(role)}`,
    group: organisation,
  }));
  const members = family.members.filter(({ diedOn, kind }) => diedOn === null && kind !== "child");
  return [
    ...professionals.filter(({ value }) => value === `p.${me.membershipId}`),
    ...members.map((one) => ({ value: `f.${one.id}`, label: one.givenName ?? memberKindNames[one.kind], group: "Het gezin" })),
    { value: "network", label: "Iemand uit het eigen netwerk", group: "Het gezin" },
    ...professionals.filter(({ value }) => value !== `p.${me.membershipId}`),
  ];
}
