/**
 * Why a PDF could not be made. The message never quotes what stood in the document, so that it may be logged:
 * a missing character is named by its script, not by itself.
 */
export class PdfError extends Error {
  override readonly name = "PdfError";
  readonly code: "template" | "script-not-in-fonts" | "queue-full";
  /** Scripts that none of the fonts has, such as "Mongolian". */
  readonly scripts: readonly string[];

  constructor(code: PdfError["code"], message: string, scripts: readonly string[] = []) {
    super(message);
    this.code = code;
    this.scripts = scripts;
  }
}

const scriptNames =
  "Latin Cyrillic Greek Arabic Ethiopic Hebrew Armenian Georgian Devanagari Bengali Tamil Thai Gurmukhi Sinhala Han Hiragana Katakana Hangul Bopomofo Gujarati Telugu Kannada Malayalam Khmer Lao Myanmar Tibetan Mongolian Thaana Syriac Tifinagh Cherokee Nko Oriya";
const scripts = scriptNames.split(" ").map((name) => [name, new RegExp(`\\p{Script=${name}}`, "u")] as const);

/** The writing systems of a text; what is in no known one (an emoji, say) counts as "other". */
export function scriptsOf(text: string): string[] {
  const found = Array.from(text, (character) => scripts.find(([, pattern]) => pattern.test(character))?.[0] ?? "other");
  return [...new Set(found)];
}
