/** The words of the plan on paper: the family takes it home, so it says nothing that the house may not read [domain 3.5, 4.1]. */
import type { Day } from "../../../kit/day.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import type { HomeLanguage, Section } from "../../../trust/home/home.ts";
import type { PlanContent } from "../familyPlan.ts";

export interface PlanLetterInput {
  readonly language: HomeLanguage;
  /** Day of printing. */
  readonly date: Day;
  readonly content: PlanContent;
  /** Who does an agreement, in words, by the id of the agreement. */
  readonly who: ReadonlyMap<string, string>;
  /** The version that the family agreed to; null: not agreed to yet. */
  readonly agreed: { readonly number: number; readonly on: Day } | null;
  /** Whom to call: the case lead, else who prints. */
  readonly contact: { readonly name: string; readonly organisation: string; readonly telephone: string | null };
  /** Labels of the region's factors: none of them goes to a home. */
  readonly factors: readonly string[];
}

export interface PlanLetter {
  readonly title: string;
  readonly author: string;
  readonly language: HomeLanguage;
  readonly date: Day;
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
}

/** A part says too much for a home: its word is told to who prints, so that it is said in other words. */
export type PlanLetterRefusal = Refusal<"letter-says-too-much">;
