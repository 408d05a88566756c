import type { Day } from "../../../kit/day.ts";
import { dayOfMoment, minutesBetween, type Moment } from "../../../kit/moment.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import { decideMove } from "../rules/visitMoves.ts";
import { mayPlan } from "../rules/whoPlans.ts";
import type { SeriesRefusal, VisitKind, VisitRefusal } from "../visit.ts";
import { overlapOf } from "./overlapOf.ts";
import { findVisit, insertVisit, listAssistants, updateVisit } from "./visit.store.ts";

export interface PlannedInput {
  readonly assistantId: string;
  readonly from: Moment;
  readonly until: Moment;
  readonly agreed: string | null;
  /** Why beside a rule: two at once, another assistant, one who is not trained. */
  readonly why: string | null;
}
/** One visit to plan; its id is made by who plans: the same sent again is the same visit. */
export type Planned = PlannedInput & { readonly id: string };
export interface NewPlans {
  readonly trajectoryId: string;
  readonly kind: VisitKind;
  readonly visits: readonly Planned[];
}

/** A rule that a kind of visit has of its own: the days of the maternity week, the hours of pillar 2. One answer for each visit, in order. */
export type PlanLimits<No extends Refusal> = (
  work: Work,
  actor: Actor,
  plan: { readonly line: Line; readonly planned: readonly Planned[] },
) => Promise<readonly (No | "go")[]>;

type PlanDone = Done<{ readonly visitIds: readonly string[] }>;

/**
 * Plans one visit or a series, within the transaction of whoever asks. All of it or nothing: of a series each visit that cannot be is named.
 */
export async function planVisits<No extends Refusal>(
  work: Work,
  actor: Actor,
  { trajectoryId, kind, visits }: NewPlans,
  limits: PlanLimits<No>,
): Promise<PlanDone | VisitRefusal | SeriesRefusal<No | VisitRefusal>> {
  work.about({ trajectories: [trajectoryId], part: "maternity_care" });
  const line = await findLine(work.db, trajectoryId);
  if (!line) return refuse("not-visible");
  if (!mayPlan(actor.role)) return refuse("not-your-role");
  if (line.state === "ended") return refuse("line-ended");
  const before = await Promise.all(visits.map(({ id }) => findVisit(work.db, id)));
  if (before.some((one) => one !== null && one.trajectoryId !== trajectoryId)) return refuse("not-visible");
  const fresh = visits.filter((_visit, at) => !before[at]);
  const refused = await refusalsOf(work, actor, { line, planned: fresh }, limits);
  if (refused.length > 0) return { code: "not-planned", facts: { visits: refused.length }, each: refused };
  for (const { id, from, until, ...one } of fresh) {
    const kept = await insertVisit(work.db, id, {
      ...unrecorded,
      ...one,
      trajectoryId,
      kind,
      state: "planned",
      plannedFrom: from,
      plannedUntil: until,
    });
    if (!kept) return refuse("not-visible"); // an id of someone else's
  }
  return done({ visitIds: visits.map(({ id }) => id) });
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

export interface SeenVisit {
  readonly trajectoryId: string;
  readonly visitId: string;
  readonly version: number;
}

/** Plans a visit anew: another time, another assistant. */
export async function replanVisit<No extends Refusal>(
  work: Work,
  actor: Actor,
  seen: SeenVisit,
  planned: PlannedInput,
  limits: PlanLimits<No>,
): Promise<PlanDone | VisitRefusal | SeriesRefusal<No | VisitRefusal>> {
  work.about({ trajectories: [seen.trajectoryId], part: "maternity_care" });
  const [line, visit] = [await findLine(work.db, seen.trajectoryId), await findVisit(work.db, seen.visitId)];
  if (!line || visit?.trajectoryId !== seen.trajectoryId) return refuse("not-visible");
  const move = decideMove("replan", { state: visit.state, mayPlan: mayPlan(actor.role), own: false, saysWhy: true });
  if (move !== "go") return move;
  const refused = await refusalsOf(work, actor, { line, planned: [{ ...planned, id: visit.id }] }, limits);
  if (refused.length > 0) return { code: "not-planned", facts: { visits: refused.length }, each: refused };
  const { from, until, ...one } = planned;
  const changed = await updateVisit(
    work.db,
    { id: visit.id, version: seen.version },
    { ...visit, ...one, plannedFrom: from, plannedUntil: until },
  );
  return changed ? done({ visitIds: [visit.id] }) : refuse("changed-meanwhile");
}

/** Each visit that cannot be planned so, with why. */
async function refusalsOf<No extends Refusal>(
  work: Work,
  actor: Actor,
  plan: { readonly line: Line; readonly planned: readonly Planned[] },
  limits: PlanLimits<No>,
): Promise<SeriesRefusal<No | VisitRefusal>["each"]> {
  const assistants = new Set((await listAssistants(work.db, actor.organisationId)).map(({ id }) => id));
  const refused: { from: Moment; until: Moment; refusal: No | VisitRefusal }[] = [];
  const within = await limits(work, actor, plan);
  for (const [at, visit] of plan.planned.entries()) {
    const times = assistants.has(visit.assistantId) ? planTimes(visit, work.today) : refuse("no-such-assistant");
    const own = within[at] ?? "go";
    const before = plan.planned.slice(0, at);
    const no =
      times !== "go"
        ? times
        : own !== "go"
          ? own
          : await overlapOf(work, { ...visit, trajectoryId: plan.line.id, visitId: visit.id }, before);
    if (no !== "go") refused.push({ from: visit.from, until: visit.until, refusal: no });
  }
  return refused;
}

/** Times that can be planned: no care is planned in the past, it is recorded afterwards. */
function planTimes({ from, until }: PlannedInput, today: Day): VisitRefusal | "go" {
  const minutes = minutesBetween(from, until);
  if (minutes <= 0) return refuse("end-before-start");
  if (minutes > 24 * 60) return refuse("longer-than-a-day", { minutes });
  return dayOfMoment(until) < today ? refuse("plan-past", { on: dayOfMoment(from) }) : "go";
}
