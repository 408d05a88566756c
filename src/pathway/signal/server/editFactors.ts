import type { Day } from "../../../kit/day.ts";
import { done, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { decideFactor, type FactorRefusal, type NewFactorLine } from "../rules/decideFactor.ts";
import type { Factor } from "../signal.ts";
import { insertFactor, listFactorLines, listFactors, type FactorLine } from "./factor.store.ts";

export interface FactorList {
  readonly today: Day;
  readonly factors: readonly Factor[];
  /** What was recorded of one factor, the newest first; of all without a code. */
  readonly lines: readonly FactorLine[];
}

/** The list, and its history; null when there is no such factor. */
export function readFactors(actor: Actor, code: string | null): Promise<FactorList | null> {
  return withActor(actor, "factors.read", async ({ db, today }) => {
    const lines = await listFactorLines(db, code);
    return code !== null && lines.length === 0 ? null : { today, factors: await listFactors(db), lines };
  });
}

/** Adds a factor, or gives a known one a newer line. From its first day it counts for new signals and for the words of earlier ones. */
export function recordFactor(actor: Actor, act: "add" | "change", line: NewFactorLine): Promise<Done | Refusal<FactorRefusal>> {
  return withActor(actor, "factors.changed", async ({ db, about }) => {
    about({ purpose: line.code });
    const [newest] = await listFactorLines(db, line.code);
    const outcome = decideFactor(act, line, newest ?? null);
    if (outcome !== "go") return outcome;
    await insertFactor(db, line);
    return done({});
  });
}
