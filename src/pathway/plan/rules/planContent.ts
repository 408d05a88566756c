import type { Agreement, EntryKind, Goal, KeptAgreement, PlanContent, PlanStand, Question, Responsible } from "../familyPlan.ts";

type Parts = { readonly questions: readonly Question[]; readonly goals: readonly Goal[]; readonly agreements: readonly Agreement[] };
type ById = { readonly id: string };

/** What the family agrees to: what is open. What was reached or stopped is behind it. */
export function contentOf({ questions, goals, agreements }: Parts): PlanContent {
  const stands = ({ state }: { state: string }) => state === "open";
  const sorted = <One extends ById>(list: readonly One[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    questions: sorted(questions.filter(stands).map(({ id, wording }) => ({ id, wording }))),
    goals: sorted(goals.filter(stands).map(({ id, wording, questionId, evaluateOn }) => ({ id, wording, questionId, evaluateOn }))),
    agreements: sorted(
      agreements.filter(stands).map(({ id, wording, questionId, goalId, evaluateOn, responsible, who }) => ({
        id,
        wording,
        questionId,
        goalId,
        evaluateOn,
        responsible,
        who: responsible.kind === "professional" ? who : null,
      })),
    ),
  };
}

/** One thing that differs between two versions. */
export interface PlanChange {
  readonly kind: EntryKind;
  readonly id: string;
  readonly how: "added" | "dropped" | "changed";
  /** As it was, and as it became: in `changed` only what differs. */
  readonly fields: readonly ("wording" | "evaluateOn" | "responsible" | "belongs")[];
}

/** What was reached: the family agreed to just that, so it is no change of the plan. */
export const reachedOf = ({ questions, goals, agreements }: Parts): ReadonlySet<string> =>
  new Set([...questions, ...goals, ...agreements].filter(({ state }) => state === "reached").map(({ id }) => id));

/** What changed from one version to the next, in the order question, goal, agreement; not what was reached since. */
export function changesBetween(before: PlanContent, after: PlanContent, reached: ReadonlySet<string> = new Set()): readonly PlanChange[] {
  const changes = [
    ...differences("question", before.questions, after.questions, (a, b) => (a.wording === b.wording ? [] : ["wording"])),
    ...differences("goal", before.goals, after.goals, (a, b) => [
      ...(a.wording === b.wording ? [] : (["wording"] as const)),
      ...(a.questionId === b.questionId ? [] : (["belongs"] as const)),
    ]), // not its evaluation moment: that is when is looked back, no promise of anyone
    ...differences("agreement", before.agreements, after.agreements, agreementFields),
  ];
  return changes.filter(({ id, how }) => how !== "dropped" || !reached.has(id));
}

const agreementFields = (a: KeptAgreement, b: KeptAgreement): PlanChange["fields"] => [
  ...(a.wording === b.wording ? [] : (["wording"] as const)),
  ...(samePerson(a.responsible, b.responsible) ? [] : (["responsible"] as const)),
  ...(a.evaluateOn === b.evaluateOn ? [] : (["evaluateOn"] as const)),
  ...(a.questionId === b.questionId && a.goalId === b.goalId ? [] : (["belongs"] as const)),
];

const keyOf = (one: Responsible): string =>
  one.kind === "professional" ? one.membershipId : one.kind === "family" ? one.personId : one.name;
/** Whether two responsibles are one and the same. */
export const samePerson = (a: Responsible, b: Responsible): boolean => a.kind === b.kind && keyOf(a) === keyOf(b);

function differences<One extends ById>(
  kind: EntryKind,
  before: readonly One[],
  after: readonly One[],
  fieldsOf: (a: One, b: One) => PlanChange["fields"],
): readonly PlanChange[] {
  const [was, became] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))];
  return [
    ...after.flatMap((one): PlanChange[] => {
      const earlier = was.get(one.id);
      if (!earlier) return [{ kind, id: one.id, how: "added", fields: [] }];
      const fields = fieldsOf(earlier, one);
      return fields.length === 0 ? [] : [{ kind, id: one.id, how: "changed", fields }];
    }),
    ...before.filter(({ id }) => !became.has(id)).map(({ id }): PlanChange => ({ kind, id, how: "dropped", fields: [] })),
  ];
}

const nothing: PlanContent = { questions: [], goals: [], agreements: [] };

/** Where the plan stands, beside the newest version that the family agreed to. */
export function standOf(content: PlanContent, newest: PlanContent | null, reached: ReadonlySet<string>): PlanStand {
  if (changesBetween(newest ?? nothing, content, reached).length > 0) return "draft";
  return newest === null ? "empty" : "final";
}
