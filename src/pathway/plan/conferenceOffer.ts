import type { Day } from "../../kit/day.ts";
import type { Work } from "../../platform/db/withActor.ts";

/** What the plan may ask of the conference, which comes later on the pathway: main passes it in. */
export interface ConferenceOffer {
  /** Whether the family's case waits for a sitting already. */
  waits(work: Work, trajectoryId: string): Promise<boolean>;
  /** Puts it on the list with its one question; false when it waited already. */
  list(work: Work, one: { trajectoryId: string; question: string; sittingBy: Day }): Promise<boolean>;
}
