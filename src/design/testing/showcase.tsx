// Draws every component to build/showcase.html and the front door to build/showcase-public.html, to look at.
// npm run build:assets && node --import tsx src/design/testing/showcase.tsx
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { ReactElement } from "react";
import { readAssets } from "../assets.ts";
import { renderDocument } from "../renderDocument.tsx";
import { aPageContext } from "./aPageContext.ts";
import { ShowcaseFamily } from "./ShowcaseFamily.tsx";
import { ShowcaseForm } from "./ShowcaseForm.tsx";
import { ShowcaseParts } from "./ShowcaseParts.tsx";
import { ShowcasePublic } from "./ShowcasePublic.tsx";
import { ShowcaseWork } from "./ShowcaseWork.tsx";

const folder = new URL("../../../build/", import.meta.url);
mkdirSync(folder, { recursive: true });
const pages: Readonly<Record<string, ReactElement>> = {
  showcase: <ShowcaseParts />,
  "showcase-work": <ShowcaseWork />,
  "showcase-family": <ShowcaseFamily />,
  "showcase-form": <ShowcaseForm />,
  "showcase-public": <ShowcasePublic />,
};
const assets = readAssets();
// From a file there is no /assets/ folder: a copy beside the pages, with addresses that work from there.
const copies = new URL("showcase-assets/", folder);
cpSync(new URL("assets/", folder), copies, { recursive: true });
for (const css of [...assets.css, ...assets.publicCss]) {
  const file = new URL(css.replace("/assets/", ""), copies);
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("url(/assets/", "url("));
}
for (const [name, page] of Object.entries(pages)) {
  const html = renderDocument(page, aPageContext({ assets }));
  writeFileSync(new URL(`${name}.html`, folder), html.replaceAll('"/assets/', '"showcase-assets/').replaceAll(' crossorigin=""', ""));
}
