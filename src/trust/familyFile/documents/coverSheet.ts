import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import type { Section } from "../../home/home.ts";

export interface CoverSheet {
  readonly title: string;
  readonly author: string;
  readonly language: "nl" | "en";
  readonly date: string;
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
}

const words = {
  nl: {
    title: "Iets ophalen bij Wieg",
    opening: "U vroeg om uw gegevens. Met dit papier haalt u ze zelf op, op uw eigen telefoon of computer.",
    how: "Zo doet u dat",
    steps: (address: string, key: string, until: string) => [
      `Ga naar ${address}`,
      `Vul daar in: ${key}`,
      "Vul de code van zes cijfers in die u van ons hoorde.",
      "Kies: om te lezen, of voor een ander programma. Elk kunt u één keer ophalen.",
      `Het kan tot en met ${until}. Daarna wissen wij het.`,
    ],
    safe: "Goed om te weten",
    care: [
      "Haal het op waar u alleen bent. Het blijft op uw telefoon of computer staan tot u het zelf weghaalt.",
      "Lukt het niet? Vraag dan een nieuw papier.",
    ],
  },
  en: {
    title: "Something to collect at Wieg",
    opening: "You asked for your data. With this paper you collect them yourself, on your own phone or computer.",
    how: "How to do it",
    steps: (address: string, key: string, until: string) => [
      `Go to ${address}`,
      `Type there: ${key}`,
      "Type the code of six digits that we told you.",
      "Choose: to read, or for another program. You can collect each once.",
      `You can do it until ${until}. After that we erase it.`,
    ],
    safe: "Good to know",
    care: [
      "Collect it where you are alone. It stays on your phone or computer until you remove it yourself.",
      "Does it not work? Ask for a new paper.",
    ],
  },
} as const;

/** The paper with the link, given by hand: it says nothing of who and what. The code is told, not printed. */
export function coverSheet(sheet: {
  language: "nl" | "en";
  date: string;
  organisation: string;
  address: string;
  key: string;
  until: string;
}): CoverSheet {
  const said = words[sheet.language];
  return {
    title: said.title,
    author: sheet.organisation,
    language: sheet.language,
    date: sheet.date,
    opening: [said.opening],
    sections: [
      { heading: said.how, blocks: [{ kind: "list", items: said.steps(sheet.address, sheet.key, sheet.until) }] },
      { heading: said.safe, blocks: [{ kind: "list", items: said.care }] },
    ],
  };
}

const template = import.meta.resolve("./familyFile.typ");

/** Either document as a tagged PDF (PDF/UA-1). */
export const printDocument = (document: CoverSheet): Promise<Uint8Array> =>
  renderPdf(template, {
    document: { title: document.title, author: document.author, language: document.language, date: document.date },
    data: document,
  });
