import { readFileSync } from "node:fs";

/** Addresses of the built files, with a hash of their content in the name, so they may be kept for ever. */
export type Assets = Readonly<{
  css: readonly string[];
  js: readonly string[];
  /** The front door's own, small style; it has no script. */
  publicCss: readonly string[];
  /** The family's own pages: the same with a few parts more. */
  ownCss: readonly string[];
}>;

/** The folder the server serves under `/assets/`, immutable, with `.br` and `.gz` beside each file. */
export const assetsFolder = new URL("../../build/assets/", import.meta.url);

type ManifestEntry = Readonly<{ file: string; css?: readonly string[]; assets?: readonly string[] }>;

const script = "src/design/client/main.ts";
const style = "src/design/styles/main.css";
const publicStyle = "src/design/styles/public.css";
const ownStyle = "src/design/styles/own.css";

/** Reads which files the last `npm run build:assets` made. Call once, at the start. */
export function readAssets(folder: URL = assetsFolder): Assets {
  const manifest = readManifest(new URL("manifest.json", folder));
  const fileOf = (source: string) => {
    const entry = manifest[source];
    if (entry === undefined) throw new Error(`The built assets lack ${source}; run: npm run build:assets`);
    return `/assets/${entry.file}`;
  };
  return { css: [fileOf(style)], js: [fileOf(script)], publicCss: [fileOf(publicStyle)], ownCss: [fileOf(ownStyle)] };
}

function readManifest(address: URL): Readonly<Record<string, ManifestEntry>> {
  try {
    return JSON.parse(readFileSync(address, "utf8")) as Record<string, ManifestEntry>;
  } catch (cause) {
    throw new Error("The assets are not built yet; run: npm run build:assets", { cause });
  }
}
