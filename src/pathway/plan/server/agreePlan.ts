import { createHash } from "node:crypto";
import type { Day } from "../../../kit/day.ts";
import { done, refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { closeWork } from "../../trajectory/server/door.ts";
import type { PlanContent } from "../familyPlan.ts";
import { contentOf, reachedOf, standOf } from "../rules/planContent.ts";
import { decideAgree } from "../rules/planMoves.ts";
import { insertVersion, listVersions } from "./planVersions.store.ts";
import { writingPlan } from "./writingPlan.ts";

export interface AgreeInput {
  readonly trajectoryId: string;
  /** What stood on the page that was discussed, as `digestOf` it. */
  readonly seen: string;
  readonly agreedOn: Day;
  readonly way: "spoken" | "signed";
  readonly agreedBy: readonly string[];
}

/** The family agreed to the plan as it stood on the page: a final version, of which nothing changes any more. */
export const agreePlan = (actor: Actor, input: AgreeInput) =>
  writingPlan(
    actor,
    "plan.agreed",
    input.trajectoryId,
    async ({ db, today, plan }) => {
      const { trajectoryId, agreedOn, way, agreedBy } = input;
      const content = contentOf(plan);
      const [newest] = await listVersions(db, trajectoryId);
      const family = await findFamilyOfLine(db, trajectoryId);
      const decided = decideAgree({
        stand: standOf(content, newest?.content ?? null, reachedOf(plan)),
        agreedOn,
        today,
        lastAgreedOn: newest?.agreedOn ?? null,
        agreedBy,
        members: (family?.members ?? []).map(({ id }) => id),
      });
      if (decided !== "go") return decided;
      if (digestOf(content) !== input.seen) return refuse("plan-changed");
      const number = (newest?.number ?? 0) + 1;
      await insertVersion(db, { trajectoryId, number, content, agreedOn, way, agreedBy });
      await closeWork(db, { trajectoryId, kind: "plan.discuss", subjectId: trajectoryId, why: "agreed" });
      return done({ number });
    },
    "whole",
  );

/** Tells two contents of a plan apart: the form carries it, so that nobody agrees to what was not on the page. */
export const digestOf = (content: PlanContent): string => createHash("sha256").update(JSON.stringify(content)).digest("base64url");
