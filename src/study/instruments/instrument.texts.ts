import type { FileProblem, Scale } from "./instrument.ts";

/** Measures of the studies [001 6.1, 6.2], as the research desk calls them; one that was loaded keeps its own code. */
const measures: Readonly<Record<string, string>> = {
  stress: "stress",
  resilience: "veerkracht",
  mastery: "regie over eigen leven",
  preparedness: "kraamzorg en ouder worden (eigen vragen)",
};
export const sayMeasure = (code: string): string => measures[code] ?? code;

const languages = new Intl.DisplayNames("nl", { type: "language" });
export const sayLanguage = (code: string): string => languages.of(code) ?? code;

export const methodNames: Readonly<Record<Scale["method"], string>> = { mean: "gemiddelde", sum: "som", single: "het antwoord zelf" };

/** What is wrong with a file, in a sentence with the place. */
export const sayProblem = ({ code, at }: FileProblem): string => sentences[code](at);

const sentences: Readonly<Record<FileProblem["code"], (at: string) => string>> = {
  "no-json": () => "Dit is geen JSON-bestand.",
  form: (at) => `Dit veld ontbreekt of klopt niet: ${at}.`,
  "item-unknown": (at) => `De schaal telt vraag ${at}, maar die staat niet in de vragenlijst.`,
  "item-twice": (at) => `Vraag ${at} staat er twee keer.`,
  "options-differ": (at) => `De antwoorden van vraag ${at} tellen niet van de laagste tot de hoogste waarde van de schaal.`,
  "reversed-unknown": (at) => `Vraag ${at} is omgekeerd, maar telt niet mee in de schaal.`,
  bands: (at) => `De groepen (${at}) sluiten niet aan, of dekken niet elke mogelijke score.`,
  "may-miss": (at) => `Er mogen ${at} antwoorden ontbreken. Dan blijft er niets over om te tellen.`,
  method: () => "Een score die het antwoord zelf is, heeft precies één vraag.",
};
