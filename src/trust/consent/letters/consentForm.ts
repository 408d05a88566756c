/** The words of the consent form for a signature. Sources: access.md 1; domain.md 6.3 (consent is each person's own). */
import type { Day } from "../../../kit/day.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import type { Section } from "../../home/home.ts";
import { askedPurposes, type ShareablePart } from "../consent.ts";

/** The purposes that a family says yes or no to on this form: what is asked of it, but for its digital contact; the study has forms of its own. */
export const formPurposes = askedPurposes.filter((purpose) => purpose !== "digital_contact");
export type FormPurpose = (typeof formPurposes)[number];

/** One question on the form: for what, with whom, which parts, until when. */
export interface ConsentQuestion {
  readonly purpose: FormPurpose;
  /** Organisations, roles or a conference, as the family knows them: "Verloskundigenpraktijk De Ooievaar". */
  readonly recipients: readonly string[];
  readonly parts: readonly ShareablePart[];
  /** null: until the child's second birthday, when the line ends. */
  readonly until: Day | null;
}

/** Whose data the form is about. One form each: a partner does not see what she shares. */
export interface ConsentPerson {
  readonly name: string;
  readonly bornOn: Day;
  readonly is: "pregnant_woman" | "partner" | "child";
}

export interface ConsentFormInput {
  readonly date: Day;
  readonly about: ConsentPerson;
  /** Parents or guardian, who sign for a child under 12 and with one of 12 to 15. */
  readonly parents: readonly { readonly name: string }[];
  /** True when asking the parents of someone of 12 to 15 would harm her: she then signs alone (BW 7:450). */
  readonly withoutParents: boolean;
  readonly questions: readonly ConsentQuestion[];
  readonly explainedBy: { readonly name: string; readonly role: string; readonly organisation: string; readonly telephone: string };
  /** The language it was interpreted into; then the interpreter signs too. */
  readonly interpretedInto: string | null;
  /** "Geboortezorg Flex" */
  readonly programmeName: string;
}

export type Signer =
  | { readonly as: "self" | "parent" | "professional"; readonly name: string }
  | { readonly as: "interpreter"; readonly name: null; readonly language: string };

export interface ConsentForm {
  /** Dutch when left out. */
  readonly language?: "nl" | "en";
  readonly title: string;
  readonly author: string;
  readonly date: Day;
  readonly about: string;
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
  readonly signing: {
    readonly heading: string;
    readonly text: string;
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

export type ConsentFormRefusal =
  /** A name on the form says too much for a home: which field, and which word. */
  | Refusal<"form-says-too-much">
  /** A child under 12, or one of 12 to 15, whose parents are not named. */
  | Refusal<"form-needs-parents">
  | Refusal<"form-without-questions">;
