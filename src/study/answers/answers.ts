import { z } from "zod";
import { fixedInstrument } from "../waves/ask.ts";

/** An open list as who fills it in gets it: what is asked and until when; which items have an answer, never which answer. */
export const openList = z.object({
  instruments: z.array(fixedInstrument),
  expiresOn: z.string(),
  reached: z.string().nullable(),
  language: z.string(),
  demonstration: z.boolean(),
  shownAt: z.string(),
  answered: z.array(z.string()),
});
export type OpenList = z.infer<typeof openList>;

/** A question on a page, in the words of its instrument. */
export interface Question {
  readonly item: string;
  /** Its number in the whole list. */
  readonly number: number;
  readonly text: string;
  readonly options: readonly { readonly code: string; readonly label: string; readonly value: number }[];
}

/** One short page: questions of one instrument. */
export interface AnswerPage {
  readonly number: number;
  readonly of: number;
  readonly instrument: string;
  readonly version: string;
  readonly language: string;
  readonly validated: boolean;
  readonly title: string;
  readonly introduction: string;
  readonly questions: readonly Question[];
}

/** What is kept of one question. */
export interface GivenAnswer {
  readonly item: string;
  readonly instrument: string;
  readonly version: string;
  readonly value: number | null;
  readonly missing: "skipped" | "declined" | null;
}

/** Chosen in place of an answer. */
export const ratherNot = "liever-niet";
