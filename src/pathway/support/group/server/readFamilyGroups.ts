import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import { familyHeading } from "../../../../registry/personName.ts";
import { findFamilyOfLine } from "../../../../registry/server/door.ts";
import type { Line } from "../../../trajectory/line.ts";
import { findLine } from "../../../trajectory/server/door.ts";
import type { GroupPlace } from "../group.ts";
import { listGroups } from "./group.store.ts";
import { hasNews, listPlacesOf } from "./place.store.ts";

export interface FamilyGroups {
  readonly line: Line;
  readonly heading: string;
  readonly places: readonly GroupPlace[];
  /** The own organisation has an open group. */
  readonly maySignUp: boolean;
  /** Something changed that the asker did not say she read. */
  readonly news: boolean;
}

/** Null when the line is not the asker's to see. */
export const readFamilyGroups = (actor: Actor, trajectoryId: string): Promise<FamilyGroups | null> =>
  withActor(actor, "group.read", async ({ db, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family) return null;
    about({ trajectories: [trajectoryId], part: "referrals" });
    return {
      line,
      heading: familyHeading(family.members),
      places: await listPlacesOf(db, trajectoryId),
      maySignUp: (await listGroups(db, actor.organisationId)).some(({ organisation }) => organisation.id === actor.organisationId),
      news: await hasNews(db, trajectoryId),
    };
  });
