import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { answerRelationOffer } from "../../../trust/access/server/door.ts";
import { findAnswerFor } from "../../../trust/consent/server/door.ts";
import { findCategory, stepDeclined, stepDone, stepReopened } from "../../assessment/server/door.ts";
import { closeWork } from "../../trajectory/server/door.ts";
import type { CancelReason, DeclineReason, HomeVisit, Present, VisitMove, VisitPlace, VisitRefusal } from "../homeVisit.ts";
import { decideMove, mayKeep, moves, type Sides } from "../rules/homeVisitMoves.ts";
import { findVisitById, saveVisit, type VisitChange } from "./homeVisit.store.ts";
import { followVisit } from "./visitWork.ts";

/** Which visit, and the version of it that was on the screen. */
export interface VisitSeen {
  readonly trajectoryId: string;
  readonly visitId: string;
  readonly version: number;
}
export type VisitOutcome = Done | Refusal<VisitRefusal>;

/** On which sides of the visit the actor stands. */
export const sidesOf = (visit: HomeVisit, actor: Actor): Sides => ({
  asked: visit.asked.organisationId === actor.organisationId,
  asking: visit.asking.organisationId === actor.organisationId,
});

/** Load, decide, save: what each move has in common. `change` says what becomes of the visit, `also` what follows from it. */
export async function moveVisit(
  work: Work,
  actor: Actor,
  seen: VisitSeen,
  move: VisitMove,
  change: (visit: HomeVisit) => VisitChange | Refusal<VisitRefusal>,
  also: (visit: HomeVisit) => Promise<boolean> = async () => false,
): Promise<VisitOutcome> {
  const { db } = work;
  const visit = await findVisitById(db, seen.trajectoryId, seen.visitId);
  if (!visit) return refuse("visit-not-found");
  work.about({ trajectories: [visit.trajectoryId], part: "exploration", purpose: "prenatal_home_visit" });
  const sides = sidesOf(visit, actor);
  if (!sides.asked && !sides.asking) return refuse("visit-not-your-organisation");
  if (visit.version !== seen.version) return refuse("visit-changed-meanwhile", { state: visit.status.state });
  const consent = await findAnswerFor(db, visit.trajectoryId, "prenatal_home_visit", visit.asked.organisationId);
  const outcome = decideMove(move, { state: visit.status.state, sides, consent });
  if (outcome !== "go") return outcome;
  const changed = change(visit);
  if ("code" in changed) return changed;
  if (!(await saveVisit(db, { id: visit.id, version: visit.version }, { ...changed, state: moves[move].to })))
    return refuse("visit-changed-meanwhile");
  const confirmationOpened = await also(visit);
  const moved = await findVisitById(db, visit.trajectoryId, visit.id);
  if (moved) await followVisit(db, moved, confirmationOpened);
  return done({});
}

/** The youth health service takes on the visit: from now on it is involved with the family. */
export const acceptVisit = (actor: Actor, seen: VisitSeen) =>
  withActor(actor, "home-visit.accepted", (work) =>
    moveVisit(
      work,
      actor,
      seen,
      "accept",
      () => ({ accepted_by: actor.membershipId, accepted_on: work.today }),
      async ({ trajectoryId }) => {
        await answerRelationOffer(work.db, { trajectoryId, basis: "home_visit", accept: true });
        return false;
      },
    ),
  );

/** The youth health service cannot do it, and says why; it never learns who the family is. */
export const declineVisit = (actor: Actor, seen: VisitSeen & { reason: DeclineReason; note: string | null }) =>
  withActor(actor, "home-visit.declined", (work) =>
    moveVisit(
      work,
      actor,
      seen,
      "decline",
      () =>
        seen.reason === "other" && seen.note === null
          ? refuse("visit-reason-needed")
          : { ended_on: work.today, ended_by: "asked", end_reason: seen.reason, end_note: seen.note },
      async ({ trajectoryId }) => {
        await answerRelationOffer(work.db, { trajectoryId, basis: "home_visit", accept: false });
        return false;
      },
    ),
  );

/** A day agreed with the family; also another one, after nobody was home. */
export const scheduleVisit = (actor: Actor, seen: VisitSeen & { on: Day; at: string | null; place: VisitPlace }) =>
  withActor(actor, "home-visit.scheduled", (work) =>
    moveVisit(work, actor, seen, "schedule", () =>
      seen.on < work.today
        ? refuse("visit-day-wrong", { on: seen.on })
        : { scheduled_on: seen.on, scheduled_at: seen.at, place: seen.place },
    ),
  );

/** Nobody was home. */
export const missVisit = (actor: Actor, seen: VisitSeen) =>
  withActor(actor, "home-visit.missed", (work) =>
    moveVisit(work, actor, seen, "missed", (visit) =>
      visit.status.state === "scheduled" && visit.status.on > work.today
        ? refuse("visit-day-wrong", { on: visit.status.on })
        : { missed: visit.missed + 1 },
    ),
  );

/** The visit took place. */
export const holdVisit = (actor: Actor, seen: VisitSeen & { on: Day; present: readonly Present[] }) =>
  withActor(actor, "home-visit.held", (work) =>
    moveVisit(
      work,
      actor,
      seen,
      "hold",
      (visit) =>
        seen.on > work.today || seen.on < visit.requestedOn
          ? refuse("visit-day-wrong", { on: seen.on })
          : { held_on: seen.on, present: seen.present },
      async (visit) => {
        if (visit.kind === "prenatal" && (await findCategory(work.db, visit.trajectoryId)) !== null)
          await stepDone(work, { trajectoryId: visit.trajectoryId, step: "hold_home_visit" });
        return false;
      },
    ),
  );

/** Either side ends it before there is a report. When the family said no, the route goes on without; otherwise it can be asked for again. */
export const cancelVisit = (actor: Actor, seen: VisitSeen & { reason: CancelReason; note: string | null }) =>
  withActor(actor, "home-visit.cancelled", (work) =>
    moveVisit(
      work,
      actor,
      seen,
      "cancel",
      (visit) =>
        seen.reason === "other" && seen.note === null
          ? refuse("visit-reason-needed")
          : {
              ended_on: work.today,
              ended_by: sidesOf(visit, actor).asking ? "asking" : "asked",
              end_reason: seen.reason,
              end_note: seen.note,
            },
      async (visit) => {
        if (visit.status.state === "requested")
          await answerRelationOffer(work.db, { trajectoryId: visit.trajectoryId, basis: "home_visit", accept: false });
        await settleRoute(work, visit, seen);
        return false;
      },
    ),
  );

async function settleRoute(work: Work, visit: HomeVisit, { reason, note }: { reason: CancelReason; note: string | null }): Promise<void> {
  const { trajectoryId } = visit;
  if (visit.kind !== "prenatal" || visit.status.state === "held" || (await findCategory(work.db, trajectoryId)) === null) return;
  if (reason === "family_no")
    await stepDeclined(work, { trajectoryId, step: "hold_home_visit", reason: note ?? "Het gezin wil het huisbezoek niet." });
  else if (reason === "other" || reason === "moved") await stepReopened(work, { trajectoryId, step: "ask_home_visit" });
}

/** Who was told has read it: off the list. */
export const seeVisitOutcome = (actor: Actor, seen: Omit<VisitSeen, "version">): Promise<VisitOutcome> =>
  withActor(actor, "home-visit.seen", async ({ db, about }) => {
    const visit = await findVisitById(db, seen.trajectoryId, seen.visitId);
    if (!visit) return refuse("visit-not-found");
    about({ trajectories: [visit.trajectoryId], part: "exploration" });
    const sides = sidesOf(visit, actor);
    const own = [...(sides.asking ? toldAsking : []), ...(sides.asked ? toldAsked : [])];
    for (const kind of own) await closeWork(db, { trajectoryId: visit.trajectoryId, kind, subjectId: visit.id, why: "seen" });
    return done({});
  });

/** After a move: who was asked goes all the same, and that stands on no list any more. No move of the visit itself. */
export const keepVisit = (actor: Actor, seen: Omit<VisitSeen, "version">): Promise<VisitOutcome> =>
  withActor(actor, "home-visit.kept", async ({ db, about }) => {
    const visit = await findVisitById(db, seen.trajectoryId, seen.visitId);
    if (!visit) return refuse("visit-not-found");
    about({ trajectories: [visit.trajectoryId], part: "exploration" });
    const sides = sidesOf(visit, actor);
    if (!mayKeep(sides, visit.status.state)) return refuse("visit-not-your-organisation");
    await closeWork(db, { trajectoryId: visit.trajectoryId, kind: "home-visit.moved", subjectId: visit.id, why: "kept" });
    return done({});
  });

const toldAsking = ["home-visit.read", "home-visit.declined", "home-visit.cancelled"] as const;
const toldAsked = ["home-visit.cancelled", "home-visit.consent-gone"] as const;

/** What one side did that the other has to know of. */
export const toldKinds = [...new Set([...toldAsking, ...toldAsked])];
