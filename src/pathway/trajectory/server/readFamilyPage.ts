import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import type { FamilySection, SectionContent } from "../familySection.ts";
import type { Line } from "../line.ts";
import { findLineDetails, type LineDetails } from "./familyPage.store.ts";
import { findLine } from "./line.store.ts";

export interface FamilyPageData {
  readonly today: Day;
  readonly line: Line;
  readonly details: LineDetails;
  readonly family: Family;
  /** The sections that have something for this asker, in their order. */
  readonly sections: readonly { section: FamilySection; content: SectionContent }[];
}

/** The whole family page in one transaction, under one event of the trail. Null when the line is not the asker's to see. */
export function readFamilyPage(actor: Actor, trajectoryId: string, all: readonly FamilySection[]): Promise<FamilyPageData | null> {
  return withActor(actor, "family.read", async (work) => {
    const line = await findLine(work.db, trajectoryId);
    const details = line && (await findLineDetails(work.db, trajectoryId));
    const family = line && (await findFamilyOfLine(work.db, trajectoryId));
    if (!line || !details || !family) return null;
    work.about({ trajectories: [line.id], part: "identity" });
    const sections: { section: FamilySection; content: SectionContent }[] = [];
    for (const section of all) {
      const content = await section.load(work, line, actor); // one connection: one after the other
      if (content) sections.push({ section, content });
    }
    return { today: work.today, line, details, family, sections };
  });
}
