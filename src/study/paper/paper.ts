import { z } from "zod";
import { fixedInstrument } from "../waves/ask.ts";

/** What can be done with a form now, by who looks at it; or why nothing. */
export const formSteps = ["first", "second", "settle", "by-another", "by-a-third", "done", "stopped", "declined", "not-open"] as const;
export type FormStep = (typeof formSteps)[number];

export const paperForm = z.object({
  code: z.string(),
  step: z.enum(formSteps),
  instruments: z.array(fixedInstrument),
  /** Items that two people read differently, for a third. */
  differ: z.array(z.string()),
});
export type PaperForm = z.infer<typeof paperForm>;

/** A form that waits for its second entry, or for a third person. */
export interface FormToDo {
  readonly code: string;
  readonly state: string;
  readonly entries: number;
  readonly differ: number;
}

/** What stands on paper instead of an answer. */
export const onPaper = { empty: "leeg", unreadable: "onleesbaar" } as const;

export interface PaperAnswer {
  readonly item: string;
  readonly instrument: string;
  readonly version: string;
  readonly value: number | null;
  readonly missing: "skipped" | "illegible" | null;
}
