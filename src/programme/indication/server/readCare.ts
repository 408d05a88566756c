import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import type { CarePart, CarePartContent } from "../carePart.ts";
import { findHours, type Hours } from "./readHours.ts";

export type ShownPart = CarePartContent & { readonly id: string };

export interface Care {
  readonly hours: Hours;
  readonly parts: readonly ShownPart[];
}

/** Hours and what others add, in one transaction under one event. Null when the line is not the asker's to see. */
export const readCare = (actor: Actor, trajectoryId: string, parts: readonly CarePart[]): Promise<Care | null> =>
  withActor(actor, "maternity-care.read", async (work) => {
    const line = await findLine(work.db, trajectoryId);
    if (!line) return null;
    work.about({ trajectories: [line.id], part: "maternity_care" });
    return { hours: await findHours(work, line, actor.role), parts: await loadParts(work, line, actor, parts) };
  });

/** Each part that has something for this asker, in its order. */
export async function loadParts(work: Work, line: Line, actor: Actor, parts: readonly CarePart[]): Promise<readonly ShownPart[]> {
  const contents = await Promise.all(parts.map((part) => part.load(work, line, actor)));
  return parts.flatMap(({ id }, nr) => (contents[nr] ? [{ ...contents[nr], id }] : []));
}
