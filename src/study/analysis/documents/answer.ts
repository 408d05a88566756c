import type { Interval } from "../../../design/layIntervals.ts";

/** What an answer is made of, the same for the page, the paper and the file. */
export type AnswerBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "heading";
      readonly text: string;
      readonly tag: { readonly tone: "ok" | "late" | "soon" | "plain"; readonly text: string } | null;
    }
  | { readonly kind: "table"; readonly caption: string; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | {
      readonly kind: "picture";
      readonly label: string;
      readonly intervals: readonly Interval[];
      readonly sides: readonly [string, string];
    };

export interface AnswerSection {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly AnswerBlock[];
}

/** 0.25 as "0,25"; a minus that reads as one. */
export const say = (value: number, decimals = 2): string => value.toFixed(decimals).replace(".", ",").replace("-", "−");
export const sayP = (p: number): string => (p < 0.001 ? "kleiner dan 0,001" : p.toFixed(3).replace(".", ","));
export const table = (caption: string, header: readonly string[], rows: readonly (readonly string[])[]): AnswerBlock => ({
  kind: "table",
  caption,
  header,
  rows,
});
export const paragraph = (text: string): AnswerBlock => ({ kind: "paragraph", text });
