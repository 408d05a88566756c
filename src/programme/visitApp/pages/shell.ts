import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../../platform/projectRoot.ts";

/** The shell of the app: one page and its files, the same for everybody. */
export interface Shell {
  readonly page: string;
  readonly manifest: string;
  readonly worker: string;
  readonly files: readonly string[];
}

const base = "/assets/onderweg/";
const sources = "src/programme/visitApp/client/";
let read: Shell | null = null;

/** Read once, when the first phone asks: what was built does not change while the server runs. */
export const appShell = (): Shell => (read ??= readShell(path.join(projectRoot, "build", "assets", "onderweg")));

function readShell(folder: string): Shell {
  const built = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")) as Record<string, { file: string }>;
  const fileOf = (source: string): string => {
    const file = built[source]?.file;
    if (file === undefined) throw new Error(`The app lacks ${source}; run: npm run build:assets`);
    return file;
  };
  const [script, style] = [base + fileOf(`${sources}main.tsx`), base + fileOf(`${sources}visitApp.css`)];
  const fonts = Object.values(built).flatMap(({ file }) => (file.endsWith(".woff2") && !file.includes("latin-ext") ? [base + file] : []));
  const files = [script, style, ...fonts, "/onderweg/app.webmanifest", "/onderweg/pictogram.svg"];
  const page = pageOf(script, style);
  const worker = readFileSync(path.join(folder, fileOf(`${sources}sw.ts`)), "utf8");
  const version = createHash("sha256")
    .update([page, worker, ...files].join("\n"))
    .digest("hex")
    .slice(0, 16);
  return { page, files, manifest: JSON.stringify(manifest), worker: `const shell=${JSON.stringify({ version, files })};${worker}` };
}

const pageOf = (script: string, style: string): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Onderweg</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="theme-color" content="#083f46">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<link rel="manifest" href="/onderweg/app.webmanifest">
<link rel="icon" href="/onderweg/pictogram.svg" type="image/svg+xml">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>
</head>
<body>
<div id="app"></div>
<noscript><p>Deze app werkt alleen met JavaScript. In Wieg zelf kunt u uw bezoeken ook vastleggen.</p></noscript>
</body>
</html>
`;

const manifest = {
  name: "Wieg Onderweg",
  short_name: "Onderweg",
  id: "/onderweg",
  start_url: "/onderweg",
  scope: "/onderweg",
  display: "standalone",
  orientation: "portrait",
  lang: "nl",
  background_color: "#fbf8f3",
  theme_color: "#083f46",
  icons: [{ src: "/onderweg/pictogram.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
};

/** A cradle, on the colour of the bar. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" rx="20" fill="#083f46"/><path d="M22 40h52c0 16-10 26-26 26S22 56 22 40z" fill="#fff"/><path d="M20 72c8 8 48 8 56 0" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round"/><path d="M30 40c0-12 8-18 18-18" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round"/></svg>`;
