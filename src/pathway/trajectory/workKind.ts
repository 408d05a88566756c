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
  href(item: { trajectoryId: string | null; subjectId: string }): string;
}

/** Codes, days and names of organisations; never a name of a family or a content. */
export type WorkFacts = Readonly<Record<string, string | number | null>>;
export type WorkKinds = Readonly<Record<string, WorkKind>>;
