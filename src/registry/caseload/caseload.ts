/** The words of a practice's caseload file: what one line of it holds, and what can be found in it. Source: [001 3.6], domain 4.1 and 6.3. */
import type { Day } from "../../kit/day.ts";
import type { Refusal } from "../../kit/refusal.ts";

export const caseloadFields = [
  "clientNumber",
  "familyName",
  "prefix",
  "givenName",
  "initials",
  "birthDate",
  "address",
  "houseNumber",
  "houseNumberAddition",
  "postcode",
  "place",
  "municipality",
  "phone",
  "mobile",
  "email",
  "insurer",
  "maternityCare",
  "dueDate",
  "parity",
  "language",
  "remark",
] as const;
export type CaseloadField = (typeof caseloadFields)[number];

/** Without these three no line can go in: who she is, and when her line begins. */
export const necessaryFields = ["familyName", "birthDate", "dueDate"] as const satisfies readonly CaseloadField[];

/** What the file calls its columns, and where each field stands. */
export interface CaseloadLayout {
  readonly separator: Separator;
  /** The physical line of the heading, from 1. */
  readonly headingLine: number;
  /** As written, in the order of the file. */
  readonly headings: readonly string[];
  readonly positions: Readonly<Partial<Record<CaseloadField, number>>>;
  /** Columns that are not taken over (a BSN among them: the system does not want it). */
  readonly leftOut: readonly string[];
  /** Where a file of refused lines says why they were refused; written by us, ignored when offered again. */
  readonly reasonAt: number | null;
}
export type Separator = ";" | "," | "\t" | "|";

export interface RecognisedInsurer {
  readonly written: string | null;
  /** The listed label; null when it is not in the data. */
  readonly label: string | null;
  /** `unknown`: to be checked, never "otherwise insured", since that would put a family in the control arm. */
  readonly group: "CZ" | "VGZ" | "either" | "other" | "unknown";
}

export interface RecognisedMunicipality {
  /** `GM` and four digits (CBS); null when nothing in the line says it. */
  readonly code: string | null;
  readonly name: string | null;
  readonly from: "municipality" | "place" | "postcode" | null;
}

export interface RecognisedMaternityCare {
  readonly state: "registered" | "not-registered" | "unknown";
  /** The listed name where the spelling is known, else as written. */
  readonly organisation: string | null;
  readonly listed: boolean;
}

/** One line as it goes in: what was recognised, with the proposals of doubtful cells already filled in. */
export interface CaseloadLine {
  readonly clientNumber: string | null;
  readonly familyName: string;
  readonly prefix: string | null;
  readonly givenName: string | null;
  readonly birthDate: Day;
  readonly dueDate: Day;
  readonly street: string | null;
  readonly houseNumber: number | null;
  readonly houseNumberAddition: string | null;
  /** A whole Dutch postcode (`6372 AB`), else null. */
  readonly postcode: string | null;
  /** What stands there when it is no whole Dutch postcode. */
  readonly postcodeWritten: string | null;
  readonly place: string | null;
  readonly municipality: RecognisedMunicipality;
  /** International form (`+31612345678`). */
  readonly phones: readonly string[];
  readonly email: string | null;
  /** Contact details from a file are used for nothing until someone recorded that they are safe (domain 6.3). */
  readonly contactConfirmedSafe: false;
  readonly insurer: RecognisedInsurer;
  readonly maternityCare: RecognisedMaternityCare;
  readonly gravida: number | null;
  readonly para: number | null;
  readonly language: { readonly written: string | null; readonly code: string | null };
  /** For a private note of the practice at most, and only when the uploader asks for it; never in the shared line. */
  readonly remark: string | null;
  /** The remark says something about who may be reached, or how. */
  readonly remarkOnContact: boolean;
}

/** `note`: goes in, worth knowing. `doubtful`: goes in after a look. `refused`: cannot go in. */
export type Weight = "note" | "doubtful" | "refused";

/** Every thing that can be found, and how heavy it is: the whole policy is this table. */
export const findingWeights = {
  "line-cut-off": "refused",
  "line-too-many-cells": "refused",
  "line-heading-again": "refused",
  "line-quote-open": "doubtful",
  "name-missing": "refused",
  "name-too-long": "refused",
  "text-too-long": "doubtful",
  "text-lost-letter": "doubtful",
  "text-garbled": "doubtful",
  "name-odd-characters": "doubtful",
  "date-missing": "refused",
  "date-marker": "refused",
  "date-impossible": "refused",
  "date-unreadable": "refused",
  "date-swapped": "doubtful",
  "date-converted": "doubtful",
  "birth-in-future": "refused",
  "birth-too-young": "refused",
  "birth-too-old": "refused",
  "birth-unlikely": "doubtful",
  "due-long-past": "refused",
  "due-past": "doubtful",
  "due-far": "doubtful",
  "due-too-far": "refused",
  "postcode-unreadable": "doubtful",
  "postcode-without-letters": "note",
  "postcode-foreign": "note",
  "municipality-former": "note",
  "municipality-unlisted": "note",
  "municipality-from-postcode": "note",
  "municipality-spelling": "doubtful",
  "municipality-place-conflict": "doubtful",
  "municipality-postcode-conflict": "doubtful",
  "phone-unreadable": "doubtful",
  "phone-zero-lost": "note",
  "email-unreadable": "doubtful",
  "insurer-unlisted": "note",
  "language-unlisted": "note",
  "parity-unreadable": "doubtful",
  "remark-on-contact": "note",
  "client-number-twice": "doubtful",
  "double-exact": "doubtful",
  "double-likely": "doubtful",
} as const satisfies Record<string, Weight>;
export type FindingCode = keyof typeof findingWeights;

/** What a rule says of one cell; the line adds the column. */
export interface Remarked {
  readonly code: FindingCode;
  /** The value to take when the uploader agrees; "" leaves the cell empty; null or absent: there is nothing to propose. */
  readonly proposal?: string | null;
  readonly facts?: Refusal["facts"];
}

export interface Finding {
  readonly code: FindingCode;
  readonly weight: Weight;
  readonly field: CaseloadField;
  /** The heading as the file has it; our own word where the file lacks the column. */
  readonly column: string;
  /** The cell as written, shortened; empty for a remark, which is never shown again. */
  readonly value: string;
  readonly proposal: string | null;
  readonly facts: Refusal["facts"];
}

/** What a rule made of a cell. */
export interface Read<Value> {
  readonly value: Value;
  readonly remarked: readonly Remarked[];
}

interface Outcome {
  /** The physical line on which the record starts, from 1. */
  readonly line: number;
  /** As written. */
  readonly cells: readonly string[];
  /** The weightiest first. */
  readonly findings: readonly Finding[];
}

/** Every record that is not empty ends as exactly one of these. */
export type LineOutcome =
  | (Outcome & { readonly kind: "good"; readonly record: CaseloadLine })
  | (Outcome & {
      readonly kind: "doubtful";
      readonly record: CaseloadLine;
      /** The earlier line of this file with, as it seems, the same person: left out unless the uploader says otherwise. */
      readonly doubleOf: number | null;
    })
  | (Outcome & { readonly kind: "refused" });

/** Why a file as a whole cannot be read. */
export type FileRefusal = Refusal<"file-empty" | "file-too-large" | "file-of-other-kind" | "file-without-heading" | "file-without-columns">;

/** The lists that recognition rests on; all of it is data that an administrator can replace. */
export interface CaseloadLists {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly formerMunicipalities: readonly {
    readonly name: string;
    readonly code: string | null;
    readonly until: Day;
    readonly successor: string;
  }[];
  readonly places: readonly { readonly name: string; readonly municipality: string }[];
  readonly postcodeAreas: readonly { readonly municipality: string; readonly areas: readonly number[] }[];
  readonly insurers: readonly {
    readonly group: Exclude<RecognisedInsurer["group"], "unknown">;
    readonly codes: readonly string[];
    readonly labels: readonly string[];
  }[];
  readonly maternityCare: readonly { readonly name: string; readonly spellings: readonly string[] }[];
  readonly languages: readonly { readonly code: string; readonly names: readonly string[] }[];
}
