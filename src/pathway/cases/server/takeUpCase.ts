import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import { addWorkingDays } from "../../../kit/workingDays.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { closeWork } from "../../trajectory/server/door.ts";
import type { WorkKinds } from "../../trajectory/workKind.ts";
import type { CaseRefusal } from "../cases.ts";
import { listCaseFacts, takeUp } from "./cases.store.ts";

/** Working days in which who took something up looks into it: own choice, to be confirmed by the region. */
const lookWithin = 2;

/** "I look into it": on my own list, and others who follow the case see that I do. */
export const takeUpCase = (actor: Actor, kinds: WorkKinds, item: string): Promise<Done | Refusal<CaseRefusal>> =>
  withActor(actor, "cases.taken-up", async ({ db, today, about }) => {
    const [work] = [...(await listCaseFacts(db, "lead", [item])), ...(await listCaseFacts(db, "municipality", [item]))];
    if (work === undefined) return refuse("case-not-stuck");
    about({ trajectories: [work.trajectoryId] });
    const code = await takeUp(db, item, addWorkingDays(today, lookWithin), { reason: kinds[work.kind]?.stuck?.reason ?? null, on: today });
    return code === "done" ? done({}) : refuse(code);
  });

/** "I look into it no longer": off my own list. */
export const letGoOfCase = (actor: Actor, input: { trajectoryId: string; subjectId: string }): Promise<Done> =>
  withActor(actor, "cases.let-go", async ({ db, about }) => {
    about({ trajectories: [input.trajectoryId] });
    await closeWork(db, { trajectoryId: input.trajectoryId, kind: "case.taken-up", subjectId: input.subjectId, why: "let-go" });
    return done({});
  });
