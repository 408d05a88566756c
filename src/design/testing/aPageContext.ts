import type { PageContext } from "../PageContext.ts";

const invented: PageContext = {
  csrfToken: "invented-token",
  requestKey: "00000000-0000-4000-8000-000000000000",
  path: "/werk",
  language: "nl",
  nav: [
    { href: "/werk", label: "Mijn werk" },
    { href: "/gezinnen", label: "Gezinnen" },
    { href: "/overleggen", label: "Overleggen" },
    { href: "/sociale-kaart", label: "Sociale kaart" },
    { href: "/geboortezorg-flex", label: "Geboortezorg Flex" },
  ],
  user: { name: "Marieke Voorbeeld", role: "verloskundige", organisation: "Praktijk De Maas (verzonnen)" },
  notice: null,
  demonstration: true,
  assets: { css: [], js: [], publicCss: [], ownCss: [] },
};

/** The context of an invented request, for tests and for the showcase. */
export function aPageContext(changes: Partial<PageContext> = {}): PageContext {
  return { ...invented, ...changes };
}
