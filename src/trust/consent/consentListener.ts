import type { Day } from "../../kit/day.ts";
import type { Actor } from "../../platform/db/actor.ts";
import type { Work } from "../../platform/db/withActor.ts";
import type { Purpose } from "./consent.ts";

/** What the family said, for concepts that have to act on it at once: a planned visit, a step of the route. */
export interface ConsentEvent {
  readonly trajectoryId: string;
  readonly aboutPerson: string;
  readonly purpose: Purpose;
  readonly kind: "given" | "refused" | "withdrawn";
  readonly on: Day;
  readonly reason: string | null;
}

/** Called in the same transaction. Consent knows none of them: main passes them in. */
export type ConsentListener = (work: Work, actor: Actor, event: ConsentEvent) => Promise<void>;
