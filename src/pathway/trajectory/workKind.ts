import type { Permission } from "../../trust/access/route.ts";
import type { Part } from "../../trust/access/rules/policy.ts";

/** What a piece of work needs to be shown: its sentence, why, and the one clear action. Each concept declares its own kinds. */
export interface WorkKind {
  /** What has to happen, such as "Huisbezoek nog niet aangevraagd". */
  title(facts: WorkFacts): string;
  /** Why, with the term: "Categorie b sinds 9 november. Termijn: 7 dagen na de inschatting." */
  reason(facts: WorkFacts): string;
  /** For work that is on no family: what stands in the place of its name. */
  readonly about?: string;
  /** The word on the button. */
  readonly action: string;
  /**
   * Whose it is to put and take away with putWork and closeWork: of who may write one of these parts. Empty: the database puts it, and
   * each takes it off her own list. Left out: the application does neither, functions of its concept do.
   */
  readonly by?: readonly Part[];
  /**
   * Put before a whole organisation, it stands on the list of who may use this, and of nobody else there. Left out: of who may write one of
   * the parts in `by`. The database refuses such work that nobody could do.
   */
  readonly whole?: Permission;
  href(item: WorkPlace): string;
  /** What who leads or coordinates the case is shown of it when it gets stuck. Left out: it is no one else's business. */
  readonly stuck?: StuckWork;
}

export interface WorkPlace {
  readonly trajectoryId: string | null;
  readonly subjectId: string;
}

/** By what a case gets stuck. */
export const stuckReasons = ["lead", "referral", "visit", "category", "plan", "conference", "handover", "consent"] as const;
export type StuckReason = (typeof stuckReasons)[number];

export interface StuckWork {
  readonly reason: StuckReason;
  /** Shown to who may read this part of the line. */
  readonly part: Part;
  /** Stuck as soon as it is there; left out: once its term has passed. */
  readonly atOnce?: true;
  /** It only tells that something else is stuck: shown when that is not there. */
  readonly alert?: true;
  /** What is stuck, said to who follows the case, not to whose work it is. */
  words(facts: WorkFacts): string;
  /** Where she can solve it; the family's page when left out. */
  href?(item: WorkPlace): string;
}

/** Codes, days and names of organisations; never a name of a family or a content. */
export type WorkFacts = Readonly<Record<string, string | number | null>>;
export type WorkKinds = Readonly<Record<string, WorkKind>>;
