import { addDays, daysBetween, type Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { languageName } from "../../../registry/family.texts.ts";
import { findPlanView } from "../../plan/server/door.ts";
import type { Line } from "../../trajectory/line.ts";
import { findLine, gestationalDays, periodOf } from "../../trajectory/server/door.ts";
import type { HandoverMoment, HandoverRefusal, HandoverWords, WithdrawReason } from "../handover.ts";
import { draftHandover } from "../rules/draftHandover.ts";
import { handoverTerms } from "../rules/handoverTerms.ts";
import { receiversOf, usuallyStays } from "../rules/receiversOf.ts";
import { followHandover } from "./followHandover.ts";
import { findHandover, insertHandover, keepWords, saveHandover, type NewHandover } from "./handover.store.ts";
import { findNeeds, hasOpenHandover, listBirths, listOwnFactors, listReached, listReceivers } from "./handoverSources.store.ts";

export interface PrepareInput {
  readonly trajectoryId: string;
  readonly moment: HandoverMoment;
  readonly momentOn: Day;
  readonly receiver: { readonly organisationId: string; readonly role: string } | null;
}

export const isMomentDay = (day: Day, today: Day): boolean =>
  day > addDays(today, -handoverTerms.longestDays) && day < addDays(today, handoverTerms.longestDays);

/** Begins a handover, with what the plan and the signals say already: nothing is typed again. */
export const prepareHandover = (actor: Actor, input: PrepareInput): Promise<Done<{ handoverId: string }> | Refusal<HandoverRefusal>> =>
  withActor(actor, "handover.prepared", async (work) => {
    const begun = await begin(work, actor, input);
    if ("code" in begun) return begun;
    const handover = await findHandover(work.db, input.trajectoryId, begun.id);
    if (handover) await followHandover(work.db, handover);
    return done({ handoverId: begun.id });
  });

/** Not this one: the family does not want it, or it is not needed. It is not proposed again. */
export const leaveOutHandover = (
  actor: Actor,
  input: { trajectoryId: string; moment: HandoverMoment; reason: Extract<WithdrawReason, "family_no" | "not_needed">; note: string | null },
): Promise<Done | Refusal<HandoverRefusal>> =>
  withActor(actor, "handover.left-out", async (work) => {
    const begun = await begin(work, actor, { ...input, momentOn: work.today, receiver: null });
    if ("code" in begun) return begun;
    await saveHandover(
      work.db,
      { id: begun.id, version: 1 },
      { state: "withdrawn", ended_on: work.today, reason: input.reason, note: input.note },
    );
    return done({});
  });

async function begin(work: Work, actor: Actor, input: PrepareInput): Promise<{ id: string } | Refusal<HandoverRefusal>> {
  const { db, today } = work;
  const { trajectoryId, moment, momentOn } = input;
  work.about({ trajectories: [trajectoryId], part: "plan" });
  const line = await findLine(db, trajectoryId);
  const needs = line && (await findNeeds(db, line.familyId));
  if (!line || !needs) return refuse("handover-not-found");
  if (line.state !== "open") return refuse("handover-line-ended");
  if (!isMomentDay(momentOn, today)) return refuse("handover-day-wrong", { field: "momentOn" });
  if (moment !== "other" && (await hasOpenHandover(db, line.id, moment, actor.organisationId))) return refuse("handover-open-already");
  const wrong = await decideReceiver(work, actor, line, moment, input.receiver);
  if (wrong) return wrong;
  const id = await insertHandover(db, {
    trajectoryId,
    moment,
    momentOn,
    senderStays: usuallyStays(moment),
    preparedBy: actor.membershipId,
    ...needs,
    ...momentOf(line, today),
    to: input.receiver,
  });
  await keepWords(db, { id, trajectoryId }, await draftWords(work, actor, line, needs));
  return { id };
}

/** Whether this team can receive it: somebody works there, and it is another organisation. */
export async function decideReceiver(
  { db }: Work,
  actor: Actor,
  line: Line,
  moment: HandoverMoment,
  receiver: PrepareInput["receiver"],
): Promise<Refusal<HandoverRefusal> | null> {
  if (receiver === null) return null;
  if (receiver.organisationId === actor.organisationId) return refuse("handover-own-organisation");
  const possible = await listReceivers(db, {
    trajectoryId: line.id,
    municipality: line.municipality,
    ...receiversOf(moment, actor.organisationKind),
  });
  const there = possible.some(({ organisationId, role }) => organisationId === receiver.organisationId && role === receiver.role);
  return there ? null : refuse("handover-nobody-there");
}

async function draftWords(
  work: Work,
  actor: Actor,
  line: Line,
  needs: Pick<NewHandover, "language" | "interpreterNeeded">,
): Promise<HandoverWords> {
  const { db } = work;
  const plan = await findPlanView(work, line, actor);
  const stands = <One extends { state: string }>(all: readonly One[] | undefined) => (all ?? []).filter(({ state }) => state === "open");
  return draftHandover({
    questions: stands(plan?.questions).map(({ wording }) => wording),
    goals: stands(plan?.goals).map(({ wording }) => wording),
    reached: await listReached(db, line.id),
    wishes: (plan?.proposals.open ?? []).filter(({ source }) => source.kind !== "visit_agreement").map(({ wording }) => wording),
    agreements: stands(plan?.agreements).map(({ wording, who, evaluateOn }) => ({ wording, who, evaluateOn })),
    factors: await listOwnFactors(db, line.id),
    births: await listBirths(db, line.id),
    interpreter: needs.interpreterNeeded
      ? `Er is een tolk nodig${needs.language === null ? "" : `: ${languageName(needs.language)}`}`
      : null,
  });
}

/** When in the line: in weeks by four, so that a day of birth or due date can't be read from it. */
function momentOf(line: Line, today: Day): Pick<NewHandover, "municipality" | "period" | "weeksFrom"> {
  const { municipality } = line;
  if (line.lossOn !== null) return { municipality, period: "after_loss", weeksFrom: null };
  const period = periodOf(line, today);
  const days = line.bornOn !== null ? daysBetween(line.bornOn, today) : line.dueDate === null ? null : gestationalDays(line.dueDate, today);
  return {
    municipality,
    period: period === "ended" ? "infancy" : period,
    weeksFrom: days === null || days < 0 ? null : Math.trunc(days / 28) * 4,
  };
}
