/** The words of the letter with which a mother begins with her own pages. Anyone at home may read it [domain 6.3]. */
import type { Day } from "../../kit/day.ts";
import type { Refusal } from "../../kit/refusal.ts";
import type { PageOwner } from "../portal.ts";
import type { HomeLanguage, Section } from "../../trust/home/home.ts";

export interface InvitationLetterInput {
  readonly language: HomeLanguage;
  readonly owner: PageOwner;
  readonly date: Day;
  /** Shown here, and kept nowhere. */
  readonly code: string;
  readonly until: Day;
  /** Where to begin. */
  readonly address: string;
  readonly from: { readonly name: string; readonly organisation: string };
}

export interface InvitationLetter {
  readonly title: string;
  readonly author: string;
  readonly language: HomeLanguage;
  readonly date: Day;
  readonly opening: readonly string[];
  readonly code: string;
  readonly sections: readonly Section[];
}

/** The name of an organisation says too much for a home: the code is read aloud instead. */
export type InvitationLetterRefusal = Refusal<"letter-says-too-much">;
