import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { findAnswerFor } from "../../../trust/consent/server/door.ts";
import { findLine, closeWork } from "../../trajectory/server/door.ts";
import type { DeclineReason, GivenWay, Handover, HandoverMove, HandoverRefusal, HandoverWords, WithdrawReason } from "../handover.ts";
import { decideMove, moves, type HandoverConsent, type Sides } from "../rules/handoverMoves.ts";
import { answerBy } from "../rules/handoverTerms.ts";
import { followHandover } from "./followHandover.ts";
import { findHandover, keepWords, listMyWork, listWords, lockHandover, saveHandover, type HandoverChange } from "./handover.store.ts";
import { listTeam } from "./handoverSources.store.ts";
import { decideReceiver, isMomentDay } from "./prepareHandover.ts";

/** Which handover, and the version of it that was on the screen. */
export interface HandoverSeen {
  readonly trajectoryId: string;
  readonly handoverId: string;
  readonly version: number;
}
export type HandoverOutcome = Done | Refusal<HandoverRefusal>;
type Change = HandoverChange | Refusal<HandoverRefusal>;

export const sidesOf = ({ from, to, status }: Handover, { organisationId }: Pick<Actor, "organisationId">): Sides => ({
  sender: from.organisationId === organisationId,
  receiver: to?.organisationId === organisationId && status.state !== "prepared",
});

export const findConsent = async (db: Work["db"], { trajectoryId, to }: Handover): Promise<HandoverConsent | null> =>
  to === null ? null : findAnswerFor(db, trajectoryId, "sharing", to.organisationId);

/** Load, decide, save: what each move has in common, one at a time at a handover. */
async function moveHandover(
  work: Work,
  actor: Actor,
  seen: HandoverSeen,
  move: HandoverMove,
  change: (handover: Handover) => Change | Promise<Change>,
): Promise<HandoverOutcome> {
  const { db } = work;
  const before = await findHandover(db, seen.trajectoryId, seen.handoverId);
  if (!before) return refuse("handover-not-found");
  work.about({ trajectories: [before.trajectoryId], part: "plan", purpose: "sharing" });
  const sides = sidesOf(before, actor);
  if (!sides.sender && !sides.receiver) return refuse("handover-not-your-side");
  await lockHandover(db, before.id);
  const handover = (await findHandover(db, seen.trajectoryId, seen.handoverId)) ?? before;
  if (move === "offer" && sides.sender && handover.status.state === "prepared" && handover.to === null)
    return refuse("handover-no-receiver");
  const outcome = decideMove(move, { state: handover.status.state, sides, consent: await findConsent(db, handover) });
  if (outcome !== "go") return outcome;
  if (handover.version !== seen.version) return refuse("handover-changed-meanwhile", { state: handover.status.state });
  const changed = await change(handover);
  if ("code" in changed) return changed;
  if (!(await saveHandover(db, { id: handover.id, version: seen.version }, { ...changed, state: moves[move].to })))
    return refuse("handover-changed-meanwhile");
  const moved = await findHandover(db, handover.trajectoryId, handover.id);
  if (moved) await followHandover(db, moved);
  return done({});
}

export interface HandoverInput {
  readonly words: HandoverWords;
  readonly momentOn: Day;
  readonly receiver: { readonly organisationId: string; readonly role: string } | null;
  readonly senderStays: boolean;
}

/** Whoever prepares it mends the words, and says who receives it. */
export const changeHandover = (actor: Actor, seen: HandoverSeen, input: HandoverInput): Promise<HandoverOutcome> =>
  withActor(actor, "handover.changed", (work) =>
    moveHandover(work, actor, seen, "change", async (handover) => {
      const line = await findLine(work.db, handover.trajectoryId);
      if (!line) return refuse("handover-not-found");
      if (!isMomentDay(input.momentOn, work.today)) return refuse("handover-day-wrong", { field: "momentOn" });
      const wrong = await decideReceiver(work, actor, line, handover.moment, input.receiver);
      if (wrong) return wrong;
      await keepWords(work.db, handover, input.words);
      const to = input.receiver && { to_organisation_id: input.receiver.organisationId, to_role: input.receiver.role };
      return { moment_on: input.momentOn, sender_stays: input.senderStays, ...to };
    }),
  );

/** The sender signs. From then on its words do not change; she stays responsible until the receiver accepts. */
export const offerHandover = (
  actor: Actor,
  seen: HandoverSeen,
  input: { discussedOn: Day; toMembershipId: string | null },
): Promise<HandoverOutcome> =>
  withActor(actor, "handover.offered", (work) =>
    moveHandover(work, actor, seen, "offer", async (handover) => {
      const { db, today } = work;
      if (handover.to === null || handover.toRole === null) return refuse("handover-no-receiver");
      if (input.discussedOn > today) return refuse("handover-day-wrong", { field: "discussedOn" });
      const team = await listTeam(db, { organisationId: handover.to.organisationId, role: handover.toRole });
      if (team.length === 0) return refuse("handover-nobody-there", { field: "form" });
      if (input.toMembershipId !== null && team.every(({ membershipId }) => membershipId !== input.toMembershipId))
        return refuse("handover-nobody-there", { field: "person" });
      if ((await listWords(db, handover.id)).every(({ words }) => words.trim() === "")) return refuse("handover-nothing-told");
      return {
        discussed_on: input.discussedOn,
        to_membership_id: input.toMembershipId,
        answer_by: answerBy(today),
        offered_on: today,
        offered_by: actor.membershipId,
      };
    }),
  );

/** Someone outside Wieg takes the family on: the sender signs what is handed along, and it is kept to whom it went. */
export const giveHandover = (
  actor: Actor,
  seen: HandoverSeen,
  input: { discussedOn: Day; to: string; way: GivenWay },
): Promise<HandoverOutcome> =>
  withActor(actor, "handover.given", (work) =>
    moveHandover(work, actor, seen, "give", async (handover) => {
      const { db, today } = work;
      if (input.discussedOn > today) return refuse("handover-day-wrong", { field: "discussedOn" });
      if ((await listWords(db, handover.id)).every(({ words }) => words.trim() === "")) return refuse("handover-nothing-told");
      return {
        discussed_on: input.discussedOn,
        to_organisation_id: null,
        to_role: null,
        outside_to: input.to,
        outside_way: input.way,
        offered_on: today,
        offered_by: actor.membershipId,
      };
    }),
  );

/** The receiver signs, and is responsible from that moment: her organisation's care relation opens in this transaction. */
export const acceptHandover = (actor: Actor, seen: HandoverSeen): Promise<HandoverOutcome> =>
  withActor(actor, "handover.accepted", (work) =>
    moveHandover(work, actor, seen, "accept", () => ({ accepted_on: work.today, accepted_by: actor.membershipId })),
  );

export const declineHandover = (
  actor: Actor,
  seen: HandoverSeen & { reason: DeclineReason; note: string | null },
): Promise<HandoverOutcome> =>
  withActor(actor, "handover.declined", (work) =>
    moveHandover(work, actor, seen, "decline", () =>
      seen.reason === "other" && seen.note === null
        ? refuse("handover-reason-needed")
        : { ended_on: work.today, reason: seen.reason, note: seen.note },
    ),
  );

export const withdrawHandover = (
  actor: Actor,
  seen: HandoverSeen & { reason: WithdrawReason; note: string | null },
): Promise<HandoverOutcome> =>
  withActor(actor, "handover.withdrawn", (work) =>
    moveHandover(work, actor, seen, "withdraw", () => ({ ended_on: work.today, reason: seen.reason, note: seen.note })),
  );

/** Sender, receiver and family sat together on this day. Either side records it. */
export const holdHandover = (actor: Actor, seen: HandoverSeen & { on: Day }): Promise<HandoverOutcome> =>
  withActor(actor, "handover.held", (work) =>
    moveHandover(work, actor, seen, "hold", ({ status }) =>
      seen.on > work.today || ("from" in status && seen.on < status.from.on)
        ? refuse("handover-day-wrong", { field: "on" })
        : { held_on: seen.on },
    ),
  );

/** What only tells: whoever read it takes it off her own list. */
export const toldKinds = ["handover.held", "handover.declined", "handover.withdrawn", "handover.late", "handover.consent-gone"] as const;

export const seeHandover = (actor: Actor, seen: Omit<HandoverSeen, "version">): Promise<HandoverOutcome> =>
  withActor(actor, "handover.seen", async ({ db, about }) => {
    const handover = await findHandover(db, seen.trajectoryId, seen.handoverId);
    if (!handover) return refuse("handover-not-found");
    about({ trajectories: [handover.trajectoryId], part: "plan" });
    const mine = await listMyWork(db, handover.id, toldKinds);
    await closeWork(db, { trajectoryId: handover.trajectoryId, kind: mine, subjectId: handover.id, why: "seen" });
    return done({});
  });
