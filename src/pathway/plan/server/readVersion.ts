import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { PlanVersion } from "../familyPlan.ts";
import { listVersions } from "./planVersions.store.ts";

/** One version, and the one before it. Null when it is not the asker's to see. */
export const readVersion = (
  actor: Actor,
  trajectoryId: string,
  versionId: string,
): Promise<{ trajectoryId: string; family: Family; one: PlanVersion; before: PlanVersion | null } | null> =>
  withActor(actor, "plan.read", async ({ db, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    const versions = family ? await listVersions(db, trajectoryId) : [];
    const one = versions.find(({ id }) => id === versionId);
    if (!family || !one) return null;
    about({ trajectories: [trajectoryId], part: "plan" });
    return { trajectoryId, family, one, before: versions.find(({ number }) => number < one.number) ?? null };
  });
