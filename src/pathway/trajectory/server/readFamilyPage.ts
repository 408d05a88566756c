import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { learnRecords } from "../../../trust/access/server/door.ts";
import type { FamilySection, SectionContent } from "../familySection.ts";
import type { Line } from "../line.ts";
import { findLineDetails, type LineDetails } from "./familyPage.store.ts";

export interface FamilyPageData {
  readonly today: Day;
  readonly line: Line;
  readonly details: LineDetails;
  readonly family: Family;
  /** The sections that have something for this asker, in their order. */
  readonly sections: readonly { section: FamilySection; content: SectionContent }[];
}

/** The whole family page, or its timeline, in one transaction and under one event of the trail. Null when the line is not the asker's to see. */
export function readFamilyPage(
  actor: Actor,
  trajectoryId: string,
  all: readonly FamilySection[],
  event: "family.read" | "family.timeline-read" = "family.read",
): Promise<FamilyPageData | null> {
  return withActor(actor, event, async (work) => {
    const [line, family] = await Promise.all([
      findLineDetails(work.db, trajectoryId),
      findFamilyOfLine(work.db, trajectoryId),
      learnRecords(work.db, trajectoryId), // most tables hold nothing of most lines, and are not asked then
    ]);
    if (!line || !family) return null;
    work.about({ trajectories: [line.id], part: "identity" });
    // All at once: their questions go to the database together.
    const contents = await allOf(all.map((section) => section.load(work, line, actor, family)));
    const sections = all.flatMap((section, nr) => (contents[nr] ? [{ section, content: contents[nr] }] : []));
    return { today: work.today, line, details: line, family, sections };
  });
}

/** Waits for each, also when one fails: none may go on asking after the transaction. */
async function allOf<Result>(asked: readonly Promise<Result>[]): Promise<readonly Result[]> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}
