import { type Done, done, refuse, type Refusal } from "../../../kit/refusal.ts";
import { addWorkingDays } from "../../../kit/workingDays.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import {
  decideReview,
  findMerge,
  findReview,
  findSides,
  finishMerge,
  listReviews,
  type Merge,
  type Review,
  seeMerge,
  type Side,
  undoReview,
} from "./doubles.store.ts";

/** Working days in which the two organisations ask the family whether they may work together. */
const consentTerm = 10;

/** Why a reviewer looks, for the trail: she has no relation with the family. */
const purpose = "neutral review of a likely double";

export const readReviews = (actor: Actor): Promise<readonly Review[]> => withActor(actor, "double.listed", ({ db }) => listReviews(db));

export interface OpenReview {
  readonly review: Review;
  readonly sides: readonly Side[];
}

/** Opens one review: each time it is opened stands in the trail of both lines. */
export const readReview = (actor: Actor, id: string): Promise<OpenReview | null> =>
  withActor(actor, "double.read", async ({ db, about }) => {
    const review = await findReview(db, id);
    if (!review) return null;
    const sides = await findSides(db, id);
    about({ purpose, part: "identity", trajectories: sides.map(({ trajectoryId }) => trajectoryId) });
    return { review, sides };
  });

/** The reviewer says whether two lines are one; if so they are merged. */
export const decideDouble = (actor: Actor, id: string, same: boolean): Promise<Done<{ same: boolean }> | Refusal<"decided-already">> =>
  withActor(actor, "double.decided", async ({ db, today, about }) => {
    const review = await findReview(db, id);
    if (review) about({ purpose, part: "identity", trajectories: [review.oneTrajectory, review.otherTrajectory] });
    return (await decideReview(db, { review: id, same, dueOn: addWorkingDays(today, consentTerm) }))
      ? done({ same })
      : refuse("decided-already");
  });

/** Takes a merge back: both lines are as they were. */
export const undoMerge = (actor: Actor, id: string): Promise<Done | Refusal<"nothing-to-undo">> =>
  withActor(actor, "double.undone", async ({ db, about }) => {
    const review = await findReview(db, id);
    if (review) about({ purpose, part: "identity", trajectories: [review.oneTrajectory, review.otherTrajectory] });
    return (await undoReview(db, id)) ? done({}) : refuse("nothing-to-undo");
  });

/** What a merge means for the asker's own organisation. */
export const readMerge = (actor: Actor, id: string): Promise<Merge | null> =>
  withActor(actor, "merge.read", async ({ db, about }) => {
    const merge = await findMerge(db, id);
    if (merge) about({ part: "identity", trajectories: [merge.ownTrajectory] });
    return merge;
  });

export const markMergeSeen = (actor: Actor, id: string): Promise<Done | Refusal<"not-found">> =>
  withActor(actor, "merge.seen", async ({ db, about }) => {
    const merge = await findMerge(db, id);
    if (!merge) return refuse("not-found");
    about({ part: "identity", trajectories: [merge.ownTrajectory] });
    await seeMerge(db, id);
    return done({});
  });

/** The organisation of the folded line goes on with the kept one, which the family has allowed it to see. */
export const goOnTogether = (actor: Actor, id: string): Promise<Done<{ trajectory: string }> | Refusal<"not-yet">> =>
  withActor(actor, "merge.finished", async ({ db, about }) => {
    const merge = await findMerge(db, id);
    const finished = await finishMerge(db, id); // raises when it is not the asker's to finish
    if (merge) about({ part: "identity", trajectories: [merge.ownTrajectory, ...[merge.keptTrajectory ?? []].flat()] });
    return finished && merge?.keptTrajectory ? done({ trajectory: merge.keptTrajectory }) : refuse("not-yet");
  });
