import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

/** A file of the build: its name, its text and its size on the line. */
export type BuiltFile = Readonly<{ name: string; text: string; compressed: number }>;

/** Builds the assets just as `npm run build:assets` does, in a folder of their own that is gone afterwards. */
export async function buildAssets(): Promise<readonly BuiltFile[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "wieg-assets-"));
  try {
    const configFile = fileURLToPath(new URL("../vite.config.ts", import.meta.url));
    await build({ configFile, logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
    return await Promise.all((await readdir(folder)).map((name) => fileIn(folder, name)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fileIn(folder: string, name: string): Promise<BuiltFile> {
  const content = await readFile(path.join(folder, name));
  const text = /\.(css|js|json|svg)$/.test(name) ? content.toString("utf8") : "";
  return { name, text, compressed: gzipSync(content).length };
}
