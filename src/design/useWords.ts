import { useContext } from "react";
import { PageContext } from "./PageContext.ts";
import { wordsIn } from "./words.ts";

/** The components' own words in the language of the page; Dutch where there is no page (a letter, a test). */
export function useWords() {
  return wordsIn[useContext(PageContext)?.language ?? "nl"];
}
