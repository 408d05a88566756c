import { parseDay } from "../../kit/day.ts";

/** Words that stand before a Dutch family name and tell nobody apart. */
const prefixes = new Set("van von vande vander de den der des d het t te ten ter tot v vd in op aan uit bij la le du da di del".split(" "));
const mostWords = 6;

/**
 * What someone looks for, as the words it is found by: names without "van der", a day in any form as its digits, a postcode as one word.
 * Empty when there is too little to look for.
 */
export function readSearch(typed: string): string {
  const { rest, found } = takeDay(takePostcode(typed.normalize("NFC").slice(0, 200)));
  const words = rest.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");
  const names = words.filter((word) => !prefixes.has(word.toLowerCase()));
  const chosen = [...(names.length > 0 || found.length > 0 ? names : words), ...found].slice(0, mostWords);
  return chosen.some((word) => word.length > 1 || word > "\u024f") ? chosen.join(" ") : "";
}

interface Reading {
  readonly rest: string;
  readonly found: readonly string[];
}

function takePostcode(typed: string): Reading {
  const postcode = /(?<!\d)([1-9]\d{3})\s?([a-z]{2})(?![a-z\d])/i.exec(typed);
  if (!postcode) return { rest: typed, found: [] };
  return { rest: typed.replace(postcode[0], " "), found: [`${postcode[1]}${postcode[2]}`.toLowerCase()] };
}

/** `12-3-1996`, `12/3/96`, `12 maart 1996`, `1996-03-12`, `12031996`: of birth, or the expected day. */
function takeDay({ rest, found }: Reading): Reading {
  const written =
    /\d{4}-\d{1,2}-\d{1,2}|\d{1,2} ?[-/. ] ?\d{1,2} ?[-/. ] ?(?:\d{4}|\d{2})(?!\d)|\d{1,2} [a-z]{3,9}\.? \d{4}|(?<!\d)\d{8}(?!\d)/i.exec(
      rest,
    );
  if (!written) return { rest, found };
  const together = /^(\d{2})(\d{2})(\d{4})$/.exec(written[0]);
  const day = parseDay(together ? `${together[1]}-${together[2]}-${together[3]}` : written[0].replace(/ ?([-/.]) ?/g, "$1"));
  return day === null ? { rest, found } : { rest: rest.replace(written[0], " "), found: [...found, day.replaceAll("-", "")] };
}
