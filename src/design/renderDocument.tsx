import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { PageContext } from "./PageContext.ts";

/** Draws a whole page (a `Page` or a `PublicPage`) to the HTML that goes out. */
export function renderDocument(element: ReactElement, context: PageContext): string {
  return "<!doctype html>" + renderToStaticMarkup(<PageContext value={context}>{element}</PageContext>);
}
