import { createContext, useContext } from "react";
import type { Assets } from "./assets.ts";
import type { Language } from "./words.ts";

/** What every page needs to know of the request it answers. Filled by the server, never by a page. */
export type PageContext = Readonly<{
  csrfToken: string;
  /** A fresh random uuid a page; each form posts its own `_key`, counted on from it. */
  requestKey: string;
  path: string;
  /** The page that a form on this one leads back to, when it was opened from there. */
  comeBack?: string | null;
  language: Language;
  nav: readonly Readonly<{ href: string; label: string }>[];
  user: Readonly<{ name: string; role: string; organisation: string }> | null;
  notice: Readonly<{ tone: "ok" | "info" | "late"; text: string }> | null;
  demonstration: boolean;
  assets: Assets;
  /** Seconds until this session ends when nothing is pressed; the screen warns two minutes before. */
  sessionSeconds?: number | undefined;
}>;

export const PageContext = createContext<PageContext | null>(null);

/** The context of the page being drawn. */
export function usePage(): PageContext {
  const page = useContext(PageContext);
  if (page === null) throw new Error("A component that needs the page is drawn outside renderDocument");
  return page;
}
