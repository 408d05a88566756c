import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { findVisit, listAssistants } from "../../delivery/server/door.ts";
import type { CareVisit } from "../../delivery/visit.ts";
import { sayMissing } from "../../training/training.texts.ts";
import { findTrained } from "../../training/server/door.ts";
import { findFlexible, type Flexible } from "./findFlexible.ts";
import { familiarOf } from "./planFlexible.ts";

/** What the forms of pillar 2 need. */
export interface FlexibleForm {
  readonly line: Line;
  readonly family: Family;
  readonly flexible: Flexible;
  /** Who can be planned; the one whom the family knows first, and what each still misses. */
  readonly assistants: readonly { readonly id: string; readonly name: string; readonly missing: string | null }[];
  readonly familiar: { readonly id: string; readonly name: string } | null;
  readonly visit: CareVisit | null;
}

/** Null when there is nothing of it to see for the asker. */
export const readFlexible = (actor: Actor, trajectoryId: string, visitId: string | null = null): Promise<FlexibleForm | null> =>
  withActor(actor, "flexible.read", async (work) => {
    const { db, today, about } = work;
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, line.id));
    const flexible = line && (await findFlexible(work, line));
    const visit = visitId === null ? null : await findVisit(db, visitId);
    if (!line || !family || !flexible || (visitId !== null && visit?.trajectoryId !== trajectoryId)) return null;
    about({ trajectories: [line.id], part: "programme" });
    const all = await listAssistants(db, actor.organisationId);
    const familiar = familiarOf(flexible.visits, all);
    const ids = all.map(({ id }) => id);
    const trained = await findTrained(db, ids, today, flexible.programme.settings.training);
    const assistants = all
      .toSorted((a, b) => Number(b.id === familiar?.id) - Number(a.id === familiar?.id))
      .map(({ id, name }) => {
        const one = trained.get(id);
        return { id, name, missing: one?.code === "not-yet" ? one.missing.map(sayMissing).join(", ") : null };
      });
    return { line, family, flexible, assistants, familiar, visit };
  });
