import type { Read } from "../caseload.ts";
import { findBrokenLetters } from "./brokenText.ts";
import { saysNothing, shorten, tidy } from "./plainText.ts";

/** The longest name that can be kept, in characters. */
export const longestName = 200;

/** Letters and marks of every script, spaces, and the signs that names have. */
const nameSigns = /^[\p{L}\p{M}\p{Zs}\p{Cf}\u05f3\u05f4'’‘`´ʼ.,·‧\-‐‑–/()"]+$/u;
const prefixWords = new Set(
  "van von vande vander de den der des d' het 't ten ter te tot thoe in op aan uit uijt bij onder voor over la le du da di del zu zum v.d. v/d vd v.".split(
    " ",
  ),
);

export interface ReadNames {
  readonly familyName: string;
  readonly prefix: string | null;
  readonly givenName: string | null;
}

/** A name as kept: as written but for stray spaces, with what is odd about it. */
export function readName(text: string): Read<string> {
  const read = readText(text);
  if (read.remarked.length > 0 || read.value === "" || nameSigns.test(read.value)) return read;
  return { value: read.value, remarked: [{ code: "name-odd-characters", proposal: read.value }] };
}

/** Any short text; empty when it says nothing. */
function readText(text: string): Read<string> {
  if (saysNothing(text)) return { value: "", remarked: [] };
  const broken = findBrokenLetters(text);
  if (!broken) return { value: tidy(text), remarked: [] };
  const proposal = tidy(broken.proposal ?? text);
  return { value: proposal, remarked: [{ ...broken, proposal }] };
}

/** The family name, without which nothing goes in. */
export function readFamilyName(text: string): Read<string | null> {
  const { value, remarked } = readName(text);
  if (value === "") return { value: null, remarked: [{ code: "name-missing" }] };
  if (Array.from(value).length > longestName)
    return { value: null, remarked: [{ code: "name-too-long", facts: { longest: longestName } }] };
  return { value, remarked };
}

/** A name that may be absent. */
export const readOtherName = (text: string): Read<string | null> => withinMeasure(readName(text));

/** A street or a place: as a name, with digits and signs. */
export const readPlaceText = (text: string): Read<string | null> => withinMeasure(readText(text));

/** What is beyond all measure is proposed shortened. */
function withinMeasure({ value, remarked }: Read<string>): Read<string | null> {
  if (Array.from(value).length <= longestName) return { value: value === "" ? null : value, remarked };
  const short = shorten(value, longestName - 1);
  return { value: short, remarked: [...remarked, { code: "text-too-long", proposal: short, facts: { longest: longestName } }] };
}

/**
 * Puts the parts of a name in their places: `van der Berg` and `Berg, van der` have a prefix, `Smeets, Renée` a given name.
 * A prefix with a capital stays in the name: `De Smet` and `El Amrani` are written so by their owners.
 */
export function splitNames(familyName: string, prefix: string | null, givenName: string | null): ReadNames {
  const [name = "", ...rest] = familyName.split(",").map((part) => part.trim());
  const after = rest.join(" ").trim();
  if (name !== "" && after !== "") {
    if (prefix === null && isPrefix(after)) return { familyName: name, prefix: after, givenName };
    if (givenName === null) return splitGiven(name, prefix, after);
    return { familyName, prefix, givenName };
  }
  if (prefix !== null) return { familyName, prefix, givenName };
  const words = familyName.split(" ");
  let at = 0;
  while (at < words.length - 1 && prefixWords.has(words[at] ?? "")) at += 1;
  return { familyName: words.slice(at).join(" "), prefix: at > 0 ? words.slice(0, at).join(" ") : null, givenName };
}

/** `Kim van der` after the comma: the given name and the prefix. */
function splitGiven(familyName: string, prefix: string | null, after: string): ReadNames {
  const words = after.split(" ");
  let at = words.length;
  while (at > 1 && prefixWords.has(words[at - 1] ?? "")) at -= 1;
  const found = words.slice(at).join(" ");
  if (prefix !== null || found === "") return { familyName, prefix, givenName: after };
  return { familyName, prefix: found, givenName: words.slice(0, at).join(" ") };
}

const isPrefix = (text: string): boolean => text.split(" ").every((word) => prefixWords.has(word));
