import type { ReactElement } from "react";
import type { Day } from "../../kit/day.ts";
import type { Actor } from "../../platform/db/actor.ts";
import type { Work } from "../../platform/db/withActor.ts";
import type { Family } from "../../registry/family.ts";
import type { Line } from "./line.ts";

/** A moment on the timeline of the family page. */
export interface Moment {
  readonly on: Day;
  readonly label: string;
  readonly tone?: "ok" | "late" | "soon" | "info" | "plain";
  readonly href?: string;
  /** Whose doing it was: an organisation, as a filter of the timeline names it. */
  readonly by?: string;
}

/** What a concept shows on the family page. Everything is read in the page's one transaction. */
export interface SectionContent {
  /** The card or cards of this concept. */
  readonly body: ReactElement | null;
  /** What waits for the one who looks: stands on top, under "Nu aan de beurt". */
  readonly now?: readonly ReactElement[];
  readonly moments?: readonly Moment[];
  /** Facts for the head of the page, such as the case lead. */
  readonly facts?: readonly { label: string; value: ReactElement | string }[];
  /** Tags beside the name, such as the category. */
  readonly tags?: readonly ReactElement[];
}

/**
 * A concept's part of the family page. Main puts the sections in order, so that the page knows none of them. `load` answers null when
 * there is nothing that the asker may see: the page does not hint at it.
 */
export interface FamilySection {
  readonly id: string;
  /** Name in the list of sections within reach. */
  readonly title: string;
  readonly place: "main" | "aside";
  /** What the records of this concept are called in the history, by table: "Signaal". */
  readonly records?: Readonly<Record<string, string>>;
  load(work: Work, line: Line, actor: Actor, family: Family): Promise<SectionContent | null>;
}
