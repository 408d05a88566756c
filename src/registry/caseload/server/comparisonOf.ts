import type { StoredLine } from "./caseloadLine.store.ts";

/** What the uploader's answers say of comparing a line: which lines it is not, and whether its number tells anything. */
export function comparisonOf({ match, answers }: Pick<StoredLine, "match" | "answers">): {
  not: readonly string[];
  numberOfAnother: boolean;
} {
  const twice = answers["client-number-twice.clientNumber"]?.choice === "accept";
  return { not: match?.not ?? [], numberOfAnother: twice || (match?.numberOfAnother ?? false) };
}
