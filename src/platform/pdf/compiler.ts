import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The order in which a character is looked for. Our own families only: the machine's fonts are seen by the compiler, but
 * with `fallback: false` and names that no machine has, the same text gives the same PDF everywhere.
 */
export const fontFamilies = [
  "Atkinson Hyperlegible Next",
  ...[
    "European",
    "Arabic",
    "Ethiopic",
    "Hebrew",
    "Armenian",
    "Georgian",
    "Devanagari",
    "Bengali",
    "Tamil",
    "Thai",
    "Gurmukhi",
    "Sinhala",
  ].map((script) => `Wieg Names ${script}`),
  "Wieg Names East Asian",
] as const;

let compiler: NodeCompiler | undefined;

/** The one compiler of this process. What a template may read is the folder `typ/`, nothing else. */
export function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: folder("./typ"), fontArgs: [{ fontBlobs: fonts() }] });
  return compiler;
}

function fonts(): Buffer[] {
  const files = readdirSync(folder("./fonts")).filter((name) => name.endsWith(".ttf"));
  return files.sort().map((name) => readFileSync(`${folder("./fonts")}/${name}`));
}
