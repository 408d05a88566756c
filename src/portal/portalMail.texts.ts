import type { PortalLanguage } from "./portal.ts";

/** A mail without content: whoever reads along learns that somebody signs in somewhere. */
export const mailTexts: Readonly<Record<PortalLanguage, { readonly subject: string; readonly body: (code: string) => string }>> = {
  nl: {
    subject: "Uw code",
    body: (code) =>
      `Uw code is ${code}.\n\nDe code werkt één keer, tien minuten lang. Hebt u niet om een code gevraagd? Dan hoeft u niets te doen.\n`,
  },
  en: {
    subject: "Your code",
    body: (code) =>
      `Your code is ${code}.\n\nThe code works once, for ten minutes. Did you not ask for a code? Then you need not do anything.\n`,
  },
};
