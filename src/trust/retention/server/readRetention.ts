import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { HoldReason } from "../retention.ts";
import { listRequests, type DestructionRequest } from "./request.store.ts";
import {
  findDue,
  holdDue,
  listDue,
  listPeriods,
  listProofs,
  releaseDue,
  type Due,
  type KeptPeriod,
  type Proof,
} from "./retention.store.ts";

/** Rows of the list on one page. */
export const shownDue = 100;
const shownProofs = 50;

export interface RetentionOverview {
  readonly today: Day;
  readonly periods: readonly KeptPeriod[];
  readonly due: readonly Due[];
  readonly total: number;
  readonly requests: readonly DestructionRequest[];
  readonly proofs: readonly Proof[];
}

/** All of keeping, for the privacy officer: periods, what comes due, requests, and what was destroyed. No family is named. */
export function readRetention(actor: Actor): Promise<RetentionOverview> {
  return withActor(actor, "retention.read", async ({ db, today }) => {
    const [periods, { due, total }, requests, proofs] = await Promise.all([
      listPeriods(db),
      listDue(db, shownDue),
      listRequests(db),
      listProofs(db, shownProofs),
    ]);
    return { today, periods, due, total, requests, proofs };
  });
}

type Held = Done | Refusal<"changed-meanwhile" | "not-a-term">;

/** Keeps back what would be destroyed, with a reason and a day. */
export function hold(actor: Actor, due: { id: string; because: HoldReason; until: Day; version: number }): Promise<Held> {
  return withActor(actor, "retention.held", async ({ db, today }) => {
    if (due.until <= today || due.until > Temporal.PlainDate.from(today).add({ years: 5 }).toString()) return refuse("not-a-term");
    return (await holdDue(db, due)) ? done({}) : refuse("changed-meanwhile");
  });
}

/** Takes the hold back. */
export const release = (actor: Actor, id: string, version: number): Promise<Held> =>
  withActor(actor, "retention.released", async ({ db }) => ((await releaseDue(db, id, version)) ? done({}) : refuse("changed-meanwhile")));

/** One row of the list, to hold. */
export const findDueToHold = (actor: Actor, id: string): Promise<Due | null> =>
  withActor(actor, "retention.read", async ({ db }) => findDue(db, id));
