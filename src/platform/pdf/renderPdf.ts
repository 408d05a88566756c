import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { NodeCompiler, NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import type { Day } from "../../kit/day.ts";
import { fontFamilies, theCompiler } from "./compiler.ts";
import { PdfError, scriptsOf } from "./pdfError.ts";
import { boundedQueue } from "./queue.ts";

/** What each document says of itself; PDF/UA asks for title and language. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly language: "nl" | "en";
  /** The date that the document carries. The clock is never read: the same inputs give the same bytes. */
  readonly date: Day;
}

export interface PdfInputs {
  readonly document: PdfFacts;
  /** Anything that JSON can hold. A template sees it as `data`: strings stay strings, they are never read as markup. */
  readonly data: unknown;
}

const inTurn = boundedQueue(200);
const sources = new Map<string, string>();

/**
 * A tagged PDF (PDF/UA-1) from a Typst template.
 * @param template address of the template's file, as `import.meta.resolve("./letter.typ")` gives it
 * @throws PdfError when the template is wrong, when no font has a character, or when too many wait
 */
export function renderPdf(template: string, inputs: PdfInputs): Promise<Uint8Array> {
  const source = readTemplate(template);
  return inTurn(() => compile(template, source, inputs));
}

/** Templates are part of the program and are read once. A package would be fetched from the network, so none may be named. */
function readTemplate(template: string): string {
  const known = sources.get(template);
  if (known !== undefined) return known;
  const source = readFileSync(fileURLToPath(template), "utf8");
  if (/\b(?:import|include)\b\s*\(?\s*"@/.test(source))
    throw new PdfError("template", `${nameOf(template)}: a template may import no package.`);
  sources.set(template, source);
  return source;
}

function compile(template: string, source: string, { document, data }: PdfInputs): Uint8Array {
  const typst = theCompiler();
  try {
    const compiled = typst.compile({
      mainFileContent: prelude + source,
      inputs: { document: JSON.stringify(document).normalize("NFC"), data: JSON.stringify(data).normalize("NFC") },
    });
    const failure = compiled.takeError();
    if (failure) throw templateError(template, diagnosticsOf(typst, failure));
    if (!compiled.result) throw new PdfError("template", `${nameOf(template)}: the compiler gave no document.`);
    return pdfOf(typst, template, compiled.result);
  } finally {
    typst.evictCache(5);
  }
}

function pdfOf(typst: NodeCompiler, template: string, document: Parameters<NodeCompiler["pdf"]>[0]): Uint8Array {
  try {
    return typst.pdf(document, { pdfStandard: "ua-1" });
  } catch (failure) {
    throw templateError(template, failure instanceof Error ? failure.message : String(failure));
  }
}

/** A character that no font has is refused by PDF/UA, which is what we want: better no letter than one with a name in boxes. */
function templateError(template: string, message: string): PdfError {
  const missing = [...message.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gu)].map((match) => match[1] ?? "");
  if (missing.length === 0) return new PdfError("template", `${nameOf(template)}: ${message}`);
  const scripts = scriptsOf(missing.join(""));
  return new PdfError("script-not-in-fonts", `${nameOf(template)}: no font has these letters (script: ${scripts.join(", ")}).`, scripts);
}

/** The messages alone: the compiler gives no line for a template that comes from memory. */
function diagnosticsOf(typst: NodeCompiler, failure: NodeError): string {
  const found = typst.fetchDiagnostics(failure) as readonly { message: string }[];
  return found.map(({ message }) => message).join("; ");
}

const nameOf = (template: string): string => template.slice(template.lastIndexOf("/") + 1);

/** Letters that the first font would put together from two glyphs (as in Nguyễn) come whole from the second: they then read back as one. */
const fontList = [
  `(name: "Wieg Names European", covers: regex("[\\u{1E00}-\\u{1EFF}]"))`,
  ...fontFamilies.map((family) => JSON.stringify(family)),
].join(", ");

/** Before every template: who the document is, its language, our fonts and no others. */
const prelude = `#let facts = json(bytes(sys.inputs.document))
#let data = json(bytes(sys.inputs.data))
#let facts-day = facts.date.split("-").map(int)
#set document(title: facts.title, author: facts.author, date: datetime(year: facts-day.at(0), month: facts-day.at(1), day: facts-day.at(2)))
#set text(font: (${fontList}), fallback: false, lang: facts.language)
`;
