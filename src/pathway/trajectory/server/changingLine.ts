import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import type { Line } from "../line.ts";
import { findLineDetails, type LineDetails } from "./familyPage.store.ts";
import { findLine } from "./line.store.ts";

export type ChangedMeanwhile = Refusal<"changed-meanwhile">;
export interface WholeLine {
  readonly line: Line;
  readonly details: LineDetails;
  readonly family: Family;
  readonly today: Day;
}

/** The line with its details and family; null when it is not the asker's to see. */
export async function findWholeLine({ db, today, about }: Work, trajectoryId: string): Promise<WholeLine | null> {
  const line = await findLine(db, trajectoryId);
  const details = line && (await findLineDetails(db, trajectoryId));
  const family = line && (await findFamilyOfLine(db, trajectoryId));
  if (!line || !details || !family) return null;
  about({ trajectories: [trajectoryId], part: "identity" });
  return { line, details, family, today };
}

/** A line with its family, for a form. Null when it is not the asker's to see. */
export const readLine = (actor: Actor, trajectoryId: string): Promise<WholeLine | null> =>
  withActor(actor, "family.form-read", (work) => findWholeLine(work, trajectoryId));

/** Runs a change on a line; one that is not the asker's to see does not exist. */
export function changingLine<Result>(
  actor: Actor,
  event: string,
  trajectoryId: string,
  change: (whole: WholeLine, work: Work) => Promise<Result>,
): Promise<Result> {
  return withActor(actor, event, async (work) => {
    const whole = await findWholeLine(work, trajectoryId);
    if (!whole) throw new NotFound();
    return change(whole, work);
  });
}

/** What a change answers: done, or someone else was first. */
export const savedOrChanged = (saved: boolean): Done | ChangedMeanwhile => (saved ? done({}) : refuse("changed-meanwhile"));
