import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What poppler, a reader that is not ours, finds in a PDF. Tests judge by it. */
export interface ReadPdf {
  readonly info: string;
  readonly xmp: string;
  readonly structure: string;
  /** The words in reading order, as a screen reader gets them: from the tags, without page numbers. */
  readonly words: string;
  /** The words as they are extracted from the page. */
  readonly text: string;
  /** Page, right and bottom edge of each word, in points. */
  readonly boxes: readonly { readonly word: string; readonly page: number; readonly right: number; readonly bottom: number }[];
}

/** Poppler is installed when it is missing and we may; a test that can't look at the PDF fails, it never skips. */
export function ensurePoppler(): void {
  if (has("pdfinfo") && has("pdftotext")) return;
  if (process.getuid?.() === 0) {
    const quiet = { stdio: "ignore" } as const;
    spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", "update", "-qq"], quiet);
    spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", "install", "-y", "-qq", "--no-install-recommends", "poppler-utils"], quiet);
  }
  if (!has("pdfinfo")) throw new Error("The tests of the letters need poppler. Install it as root: apt-get install -y poppler-utils");
}

const has = (command: string): boolean => spawnSync(command, ["-v"], { stdio: "ignore" }).error === undefined;

export function readPdf(pdf: Uint8Array): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), "wieg-pdf-"));
  const file = join(folder, "read.pdf");
  try {
    writeFileSync(file, pdf);
    const run = (command: string, ...options: string[]) =>
      execFileSync(command, [...options, file, ...(command === "pdftotext" ? ["-"] : [])], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    const structure = run("pdfinfo", "-struct-text");
    return {
      info: run("pdfinfo"),
      xmp: run("pdfinfo", "-meta"),
      structure,
      words: wordsOf(structure),
      text: run("pdftotext"),
      boxes: boxesOf(run("pdftotext", "-bbox")),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Without any white space, bullets and invisible breaks: lines break where they like. */
export const squeeze = (text: string): string => text.normalize("NFC").replace(/[\s\u200b\u00a0•]/gu, "");

const wordsOf = (structure: string): string =>
  structure
    .split("\n")
    .map((line) => /^\s*"(.*)"$/u.exec(line)?.[1] ?? "")
    .join(" ");

function boxesOf(html: string): ReadPdf["boxes"] {
  return html.split("<page ").flatMap((part, page) => {
    const words = part.matchAll(/xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/gu);
    return [...words].map(([, right, bottom, word]) => ({ word: word ?? "", page, right: Number(right), bottom: Number(bottom) }));
  });
}
