import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import { decisions, weighingQuestions, type EntryKind, type MeldcodeRefusal } from "../meldcode.ts";

export interface EntryFacts {
  readonly state: "open" | "closed";
  readonly byAuthor: boolean;
  readonly today: Day;
  readonly onDay: Day;
  readonly words: string | null;
  readonly answers: Readonly<Record<string, string>>;
}

/** Who writes what: the steps are the author's, advice the officer's. */
const by: Readonly<Record<EntryKind, "author" | "officer" | "either">> = {
  signals: "author",
  consult_veilig_thuis: "author",
  consult_officer: "author",
  consult_colleague: "author",
  ask_officer: "author",
  advice: "officer",
  talked: "author",
  not_talked: "author",
  weighed: "author",
  decided: "author",
  closed: "either",
  reopened: "either",
};

/** What can be recorded without words. */
const wordless: readonly EntryKind[] = ["weighed", "reopened"];

/** May this be recorded? */
export function decideEntry(kind: EntryKind, facts: EntryFacts): Refusal<MeldcodeRefusal> | "go" {
  if (kind === "reopened") return facts.state === "open" ? refuse("open-already") : "go";
  if (facts.state === "closed") return refuse("closed-already");
  if (by[kind] === "author" && !facts.byAuthor) return refuse("author-only");
  if (by[kind] === "officer" && facts.byAuthor) return refuse("officer-only");
  if (facts.onDay > facts.today) return refuse("in-the-future");
  if (!wordless.includes(kind) && (facts.words ?? "").trim().length < 3) return refuse("words-needed");
  if (kind === "weighed" && !weighingQuestions.every((question) => ["yes", "no", "unknown"].includes(facts.answers[question] ?? "")))
    return refuse("answer-all");
  if (kind === "decided" && !decisions.some((one) => one === facts.answers["decision"])) return refuse("choose-decision");
  return "go";
}
