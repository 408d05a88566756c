import { dayOfMoment, type Moment } from "../../../kit/moment.ts";
import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import { kindOn } from "../rules/kindOn.ts";
import { checkTimes } from "../rules/checkTimes.ts";
import { doubtDate } from "../rules/doubtDate.ts";
import { isSameVisit } from "../rules/sameVisit.ts";
import { decideMove } from "../rules/visitMoves.ts";
import { mayPlan, mayVisit } from "../rules/whoPlans.ts";
import type { VisitKind, VisitRefusal, VisitWay } from "../visit.ts";
import { bookVisit } from "./bookVisit.ts";
import { contentCodes, ownProgramme } from "./contents.ts";
import { overlapOf } from "./overlapOf.ts";
import { findNow, findVisit, insertVisit, listAssistants, updateVisit, type VisitFields } from "./visit.store.ts";

/** What an assistant records of a visit. */
export interface RecordedInput {
  readonly startedAt: Moment;
  readonly endedAt: Moment;
  readonly breakMinutes: number;
  readonly contents: readonly string[];
  readonly observation: string | null;
  /** Why beside a rule, or why it is corrected. */
  readonly why: string | null;
  readonly way: VisitWay;
  /** By the clock of her device; null: on the web. */
  readonly notedAt: Moment | null;
}
export interface NewRecord extends RecordedInput {
  /** Made by her device, or of the visit that was planned: the same sent again is the same visit. */
  readonly id: string;
  readonly trajectoryId: string;
  /** Left out, of a visit that nobody planned: by its day. */
  readonly kind?: VisitKind;
  /** Left out: who records it was there. */
  readonly assistantId?: string;
}
type Recorded = Done<{ visitId: string; version: number; checkDate: boolean }>;

/** Records that a visit was delivered, planned or not, within the transaction of whoever asks. Sent again it changes nothing. */
export async function recordVisit(work: Work, actor: Actor, input: NewRecord): Promise<Recorded | VisitRefusal> {
  work.about({ trajectories: [input.trajectoryId], part: "maternity_care" });
  const line = await findLine(work.db, input.trajectoryId);
  if (!line || !mayVisit(actor.role)) return refuse("not-visible");
  const before = await findVisit(work.db, input.id);
  if (before && before.trajectoryId !== input.trajectoryId) return refuse("not-visible");
  const assistantId = input.assistantId ?? before?.assistantId ?? actor.professionalId;
  if (before?.state === "delivered")
    return isSameVisit(before, { ...input, assistantId })
      ? done({ visitId: before.id, version: before.version, checkDate: before.checkDate })
      : refuse("visit-recorded-otherwise", { visitId: before.id, version: before.version });
  const own = assistantId === actor.professionalId && (before === null || before.assistantId === actor.professionalId);
  const move = decideMove("deliver", {
    state: before?.state ?? "planned",
    mayPlan: mayPlan(actor.role),
    own,
    saysWhy: true,
  });
  if (move !== "go") return move;
  const fields = await recordedFields(work, actor, line, { ...input, assistantId });
  if ("code" in fields) return fields;
  const one: VisitFields = {
    ...(before ?? unplanned),
    kind: before?.kind ?? input.kind ?? (await kindOf(work, line, input.startedAt)),
    trajectoryId: input.trajectoryId,
    ...fields,
  };
  const kept = before ? await updateVisit(work.db, before, one) : await insertVisit(work.db, input.id, one);
  if (!kept) return refuse("changed-meanwhile");
  await bookVisit(work, { ...one, id: input.id });
  return done({ visitId: input.id, version: (before?.version ?? 0) + 1, checkDate: one.checkDate });
}

async function kindOf({ db }: Work, { id, bornOn }: Line, startedAt: Moment): Promise<VisitKind> {
  const programme = await ownProgramme(db, id);
  return kindOn(dayOfMoment(startedAt), bornOn, programme?.settings.windows.pillar2FromDay ?? null);
}

const unplanned = { plannedFrom: null, plannedUntil: null, agreed: null } as const;

/** Corrects what was recorded, with a reason: both versions are kept, and the hours are booked anew. */
export async function correctVisit(
  work: Work,
  actor: Actor,
  seen: { readonly trajectoryId: string; readonly visitId: string; readonly version: number },
  input: RecordedInput & { readonly why: string; readonly assistantId?: string },
): Promise<Recorded | VisitRefusal> {
  work.about({ trajectories: [seen.trajectoryId], part: "maternity_care" });
  const [line, visit] = [await findLine(work.db, seen.trajectoryId), await findVisit(work.db, seen.visitId)];
  if (!line || visit?.trajectoryId !== seen.trajectoryId) return refuse("not-visible");
  const own = visit.assistantId === actor.professionalId;
  const move = decideMove("correct", {
    state: visit.state,
    mayPlan: mayPlan(actor.role),
    own,
    saysWhy: input.why.trim() !== "",
  });
  if (move !== "go") return move;
  const fields = await recordedFields(work, actor, line, { ...input, id: visit.id, assistantId: input.assistantId ?? visit.assistantId });
  if ("code" in fields) return fields;
  // Who looked at it, and says when it really was, answered the question.
  const one: VisitFields = { ...visit, ...fields, checkDate: fields.checkDate && input.way === "phone" };
  if (!(await updateVisit(work.db, { id: visit.id, version: seen.version }, one))) return refuse("changed-meanwhile");
  await bookVisit(work, { ...one, id: visit.id });
  return done({ visitId: visit.id, version: seen.version + 1, checkDate: one.checkDate });
}

type Given = RecordedInput & { readonly id: string; readonly assistantId: string };

/** What is written of a delivered visit, or why it cannot have been so. */
async function recordedFields(
  work: Work,
  actor: Actor,
  line: Line,
  given: Given,
): Promise<Omit<VisitFields, "trajectoryId" | "kind" | "plannedFrom" | "plannedUntil" | "agreed"> | VisitRefusal> {
  const { id, assistantId, startedAt, endedAt, breakMinutes, contents, observation, way, notedAt, why } = given;
  if (assistantId !== actor.professionalId && !(await listAssistants(work.db, actor.organisationId)).some((one) => one.id === assistantId))
    return refuse("no-such-assistant");
  const now = await findNow(work.db);
  const times = checkTimes(given, { bornOn: line.bornOn, now });
  if (times !== "go") return times;
  const known = await contentCodes(work);
  const unknown = contents.find((code) => !known.has(code));
  if (unknown !== undefined) return refuse("content-unknown", { code: unknown });
  const overlap = await overlapOf(work, { trajectoryId: line.id, visitId: id, assistantId, from: startedAt, until: endedAt, why });
  if (overlap !== "go") return overlap;
  return {
    assistantId,
    state: "delivered",
    startedAt,
    endedAt,
    breakMinutes,
    contents,
    observation,
    whyCode: null,
    why,
    way,
    notedAt,
    checkDate: doubtDate({ notedAt, receivedAt: now, endedAt }),
  };
}
