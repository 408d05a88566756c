import type { ReactElement } from "react";
import type { Actor } from "../../platform/db/actor.ts";
import type { Work } from "../../platform/db/withActor.ts";
import type { Line } from "../../pathway/trajectory/line.ts";
import type { Moment } from "../../pathway/trajectory/familySection.ts";

/** What a concept that comes later shows of the maternity care of a family. */
export interface CarePartContent {
  /** Its card on the page of the maternity care, such as "Bezoeken en uren". */
  readonly card: ReactElement | null;
  /** Its lines in the card "Kraamzorg" of the family page. */
  readonly facts?: readonly { label: string; value: ReactElement | string }[];
  readonly now?: readonly ReactElement[];
  readonly moments?: readonly Moment[];
}

/**
 * Something more on the page and the card of maternity care: visits and hours, where they were booked. Main puts the parts in order
 * (`src/main/careParts.ts`), so that the page knows none of them. Read in the page's one transaction; null when there is nothing to see.
 */
export interface CarePart {
  readonly id: string;
  /** What the records of this concept are called in the history, by table. */
  readonly records?: Readonly<Record<string, string>>;
  load(work: Work, line: Line, actor: Actor): Promise<CarePartContent | null>;
}
