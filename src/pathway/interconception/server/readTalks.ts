import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { listResponsible } from "../../plan/server/door.ts";
import type { Line } from "../../trajectory/line.ts";
import { findLine, periodOf } from "../../trajectory/server/door.ts";
import type { Talk, TalkKind } from "../interconception.ts";
import { talkKindOf } from "../rules/decideTalk.ts";
import { listTalks } from "./talk.store.ts";

export interface TalksData {
  readonly today: Day;
  readonly line: Line;
  readonly heading: string;
  readonly talks: readonly Talk[];
  /** Which conversation fits now; null: none. */
  readonly kind: Exclude<TalkKind, "taken_over"> | null;
  readonly people: readonly { readonly membershipId: string; readonly name: string; readonly organisation: string }[];
}

/** Null when the line is not the asker's to see. */
export const readTalks = (actor: Actor, trajectoryId: string): Promise<TalksData | null> =>
  withActor(actor, "interconception.read", async ({ db, today, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family) return null;
    about({ trajectories: [trajectoryId], part: "exploration" });
    return {
      today,
      line,
      heading: familyHeading(family.members),
      talks: await listTalks(db, trajectoryId),
      kind: talkKindOf(periodOf(line, today)),
      people: await listResponsible(db, trajectoryId),
    };
  });
