/**
 * What reaches a home: a letter, a form, a message. Anyone in the house may read it, so it says nothing that only she and her
 * care workers know (domain.md 4.1: no letter, link or form says "kwetsbaar", a category or a factor).
 */
export type HomeLanguage = "nl" | "en";

/** A block of a printed document: what a template draws, and what a test reads back. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string; readonly lead?: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly tall?: boolean }
  | { readonly kind: "choice"; readonly options: readonly string[] };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/**
 * Words that would tell the house what only she was told. Beginnings of words: "schuld" also finds "schulden". The labels
 * of the start set of factors are all found by it (a test holds the two together); a region adds its own labels by `also`.
 */
const notForHome = [
  "kwetsba|categorie|risico|factor|signaal|signalen|inschatting|indicatie|interventiegroep|controlegroep",
  "zelfredzaam|probleem|problem|psych|schuld|armoede|dakloos|werkloos|huisvesting|vermijd|vertrouwen in hulp",
  "leefstijl|roken|verslav|middelengebruik|sociaal netwerk|relatieproble|laat moeder|alleenstaand|laaggeletterd",
  "taal- of cultuur|taalbarri|hechting|opvoedvaardig|gezinsklimaat|veerkracht|open voor hulp|medische omstandig|stress",
  "wens voor een|kinderwens|slechte voeding|geweld|mishandel|meldcode|diagnose|inkomen|vulnerab|category|risk|debt|poverty|addict",
].join("|");
const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${notForHome})|kwetsba|problemati|vulnerab`, "iu");

/** The first word of the text that a home may not read, in lower case, or null. */
export function findWordNotForHome(text: string, also: readonly string[] = []): string | null {
  const plain = text.normalize("NFC").toLowerCase();
  return found.exec(plain)?.[0] ?? also.map((word) => word.normalize("NFC").toLowerCase()).find((word) => beginsWord(plain, word)) ?? null;
}

/** "roken" is no word of "afgesproken". */
const beginsWord = (text: string, word: string): boolean => new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}`, "u").test(text);

/** All the words of the sections, one line a paragraph, item or cell: what reading the paper aloud would give. */
export function linesOf(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [section.heading, ...section.blocks.flatMap(linesOfBlock)]);
}

function linesOfBlock(block: Block): readonly string[] {
  if (block.kind === "paragraph") return [block.lead === undefined ? block.text : `${block.lead} ${block.text}`.trim()];
  if (block.kind === "table") return [...block.header, ...block.rows.flat()];
  return block.kind === "list" ? block.items : block.options;
}
