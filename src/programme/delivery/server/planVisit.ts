import { dayOfMoment, minutesBetween, type Moment } from "../../../kit/moment.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import { decideOverlap } from "../rules/overlaps.ts";
import { decideMove } from "../rules/visitMoves.ts";
import { mayPlan } from "../rules/whoPlans.ts";
import type { CareVisit, VisitKind, VisitRefusal } from "../visit.ts";
import { findNow, findVisit, insertVisit, listAssistants, listBusy, listVisitsOfLine, lockVisitsOf, updateVisit } from "./visit.store.ts";

export interface PlannedInput {
  readonly assistantId: string;
  readonly from: Moment;
  readonly until: Moment;
  readonly agreed: string | null;
  /** Why beside a rule: two at once. */
  readonly why: string | null;
}
export interface NewPlan extends PlannedInput {
  /** Made by who plans: the same sent again is the same visit. */
  readonly id: string;
  readonly trajectoryId: string;
  readonly kind: VisitKind;
}

/** A rule that a kind of visit has of its own: the days of the maternity week, the hours of pillar 2. */
export type PlanLimits<No extends Refusal = VisitRefusal> = (
  work: Work,
  plan: { readonly line: Line; readonly visitId: string; readonly planned: PlannedInput },
) => Promise<No | "go">;

/** Plans a visit within the transaction of whoever asks. */
export async function planVisit<No extends Refusal = VisitRefusal>(
  work: Work,
  actor: Actor,
  input: NewPlan,
  limits: PlanLimits<No>,
): Promise<Done<{ visitId: string }> | VisitRefusal | No> {
  work.about({ trajectories: [input.trajectoryId], part: "maternity_care" });
  const line = await findLine(work.db, input.trajectoryId);
  if (!line) return refuse("not-visible");
  if (!mayPlan(actor.role)) return refuse("not-your-role");
  if (line.state === "ended") return refuse("line-ended");
  const before = await findVisit(work.db, input.id);
  if (before) return before.trajectoryId === input.trajectoryId ? done({ visitId: before.id }) : refuse("not-visible");
  const fits = await fitsPlan(work, actor, input.trajectoryId, input.id, input);
  if (fits !== "go") return fits;
  const within = await limits(work, { line, visitId: input.id, planned: input });
  if (within !== "go") return within;
  const { id, trajectoryId, kind, assistantId, from, until, agreed, why } = input;
  const inserted = await insertVisit(work.db, id, {
    ...unrecorded,
    trajectoryId,
    kind,
    assistantId,
    state: "planned",
    plannedFrom: from,
    plannedUntil: until,
    agreed,
    why,
  });
  return inserted ? done({ visitId: id }) : refuse("not-visible");
}

/** What a visit has that was not recorded yet. */
const unrecorded = {
  startedAt: null,
  endedAt: null,
  breakMinutes: 0,
  contents: [],
  observation: null,
  whyCode: null,
  way: "web",
  notedAt: null,
  checkDate: false,
} as const;

/** Plans a visit anew: another time, another assistant. */
export async function replanVisit<No extends Refusal = VisitRefusal>(
  work: Work,
  actor: Actor,
  seen: { readonly trajectoryId: string; readonly visitId: string; readonly version: number },
  planned: PlannedInput,
  limits: PlanLimits<No>,
): Promise<Done<{ visitId: string }> | VisitRefusal | No> {
  work.about({ trajectories: [seen.trajectoryId], part: "maternity_care" });
  const [line, visit] = [await findLine(work.db, seen.trajectoryId), await findVisit(work.db, seen.visitId)];
  if (!line || visit?.trajectoryId !== seen.trajectoryId) return refuse("not-visible");
  const move = decideMove("replan", {
    state: visit.state,
    mayPlan: mayPlan(actor.role),
    own: visit.assistantId === actor.professionalId,
    saysWhy: true,
    hasPlan: true,
  });
  if (move !== "go") return move;
  const fits = await fitsPlan(work, actor, seen.trajectoryId, visit.id, planned);
  if (fits !== "go") return fits;
  const within = await limits(work, { line, visitId: visit.id, planned });
  if (within !== "go") return within;
  const { assistantId, from, until, agreed, why } = planned;
  const changed = await updateVisit(
    work.db,
    { id: visit.id, version: seen.version },
    { ...visit, assistantId, plannedFrom: from, plannedUntil: until, agreed, why },
  );
  return changed ? done({ visitId: visit.id }) : refuse("changed-meanwhile");
}

/** Time and people: what holds for every kind of visit. */
async function fitsPlan(
  work: Work,
  actor: Actor,
  trajectoryId: string,
  visitId: string,
  { assistantId, from, until, why }: PlannedInput,
): Promise<VisitRefusal | "go"> {
  const { db } = work;
  if (!(await listAssistants(db, actor.organisationId)).some(({ id }) => id === assistantId)) return refuse("no-such-assistant");
  const minutes = minutesBetween(from, until);
  if (minutes <= 0) return refuse("end-before-start");
  if (minutes > 24 * 60) return refuse("longer-than-a-day", { minutes });
  if (Date.parse(until) < Date.parse(await findNow(db))) return refuse("plan-past", { on: dayOfMoment(from) });
  return overlapOf(work, { trajectoryId, visitId, assistantId, from, until, why });
}

/** Is anyone in two places, or are two in one? Locks the visits of this assistant until the transaction ends. */
export async function overlapOf(
  { db }: Work,
  {
    trajectoryId,
    visitId,
    assistantId,
    from,
    until,
    why,
  }: { trajectoryId: string; visitId: string; assistantId: string; from: Moment; until: Moment; why: string | null },
): Promise<VisitRefusal | "go"> {
  await lockVisitsOf(db, assistantId);
  const ofAssistant = (await listBusy(db, assistantId, from, until)).filter((other) => other.visitId !== visitId);
  const ofFamily = (await listVisitsOfLine(db, trajectoryId))
    .filter((other) => other.id !== visitId && other.assistantId !== assistantId)
    .flatMap(stretchOf);
  return decideOverlap({ from, until }, { ofAssistant, ofFamily, why });
}

const stretchOf = (visit: CareVisit) => {
  const [from, until] = [visit.startedAt ?? visit.plannedFrom, visit.endedAt ?? visit.plannedUntil];
  const there = visit.state === "planned" || visit.state === "delivered";
  return there && from !== null && until !== null ? [{ visitId: visit.id, from, until, assistant: visit.assistant }] : [];
};

/** Visits of the maternity week have no limits of hours: the indication is followed, and delivery shown beside it. */
export const noLimits: PlanLimits = () => Promise.resolve("go" as const);

/** Plans a visit of the maternity week. */
export const planMaternityVisit = (actor: Actor, input: Omit<NewPlan, "kind">): Promise<Done<{ visitId: string }> | VisitRefusal> =>
  withActor(actor, "visit.planned", (work) => planVisit(work, actor, { ...input, kind: "maternity" }, noLimits));
