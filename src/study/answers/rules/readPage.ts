import { ratherNot, type AnswerPage, type GivenAnswer } from "../answers.ts";

export type ReadPage =
  | { readonly code: "read"; readonly answers: readonly GivenAnswer[] }
  /** Items with something else than an answer that is there. */
  | { readonly code: "out-of-range"; readonly items: readonly string[] };

/** What was chosen on a page. Nothing is guessed of what is no answer: it is asked again. A question that was left open is skipped. */
export function readPage(page: AnswerPage, posted: Readonly<Record<string, unknown>>): ReadPage {
  const read = page.questions.map(({ item, options }) => {
    const typed = posted[item] ?? "";
    const about = { item, instrument: page.instrument, version: page.version };
    if (typed === "") return { ...about, value: null, missing: "skipped" as const };
    if (typed === ratherNot) return { ...about, value: null, missing: "declined" as const };
    const option = options.find(({ code }) => code === typed);
    return option ? { ...about, value: option.value, missing: null } : item;
  });
  const wrong = read.filter((one) => typeof one === "string");
  return wrong.length > 0
    ? { code: "out-of-range", items: wrong }
    : { code: "read", answers: read.filter((one) => typeof one !== "string") };
}
