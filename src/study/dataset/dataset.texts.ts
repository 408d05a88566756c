import { missingCodes, type MissingCode, type MissingReason, type Shape, type ValueLabel, type VariableRole } from "./dataset.ts";
import type { FileFormat, FreezeRefusal } from "./datasetFile.ts";
import type { AgeBand, AnswersBy, ListState } from "./person.ts";

const reasonLabels: Readonly<Record<MissingReason, string>> = {
  skipped: "vraag overgeslagen",
  declined: "wilde niet antwoorden",
  not_reached: "niet tot deze vraag gekomen",
  not_due: "niet gevraagd, of nog niet aan de beurt",
  lost: "uitgevallen voor deze meting",
  withdrawn: "toestemming ingetrokken",
  illegible: "niet te lezen op papier",
  no_response: "lijst niet beantwoord",
  not_scored: "geen score: er ontbreken antwoorden",
};

export const missingCodeOf = (reason: MissingReason): MissingCode => ({ code: missingCodes[reason], label: reasonLabels[reason], reason });

const numbered = (labels: readonly string[]): readonly ValueLabel[] => labels.map((label, value) => ({ value, label }));
/** Numbers begin at 1, in this order; another outcome is told as one more. */
const from1 = (labels: readonly string[]): readonly ValueLabel[] => labels.map((label, at) => ({ value: at + 1, label }));

export const yesNo = numbered(["nee", "ja"]);
export const armLabels = numbered(["controlegroep", "interventiegroep"]);
export const categoryLabels = from1(["a", "b", "c", "d"]);
export const insurerLabels = from1(["CZ", "VGZ", "CZ of VGZ", "een andere verzekeraar"]);

const ages: Readonly<Record<AgeBand, string>> = {
  under_20: "jonger dan 20",
  "20_24": "20-24",
  "25_29": "25-29",
  "30_34": "30-34",
  "35_39": "35-39",
  "40_up": "40 of ouder",
};
export const ageLabels = from1(Object.values(ages));

const ways: Readonly<Record<AnswersBy, string>> = { link: "eigen link", paper: "op papier", help: "met hulp van een professional" };
export const wayLabels = from1(Object.values(ways));

const states: Readonly<Record<ListState, string>> = {
  planned: "nog niet aan de beurt",
  open: "open",
  answered: "beantwoord",
  declined: "niet gewild",
  expired: "verlopen",
  stopped: "gestopt",
};
export const stateLabels = from1(Object.values(states));

export const roleNames: Readonly<Record<VariableRole, string>> = {
  participant: "wie",
  wave: "meting",
  arm: "groep",
  site: "locatie",
  group: "kenmerk",
  moment: "moment",
  list: "lijst",
  item: "vraag",
  score: "score",
  check: "controle",
  care: "zorg",
};

export const shapeNames: Readonly<Record<Shape, string>> = { long: "per deelnemer en meting", wide: "een rij per deelnemer" };

export const formatNames: Readonly<Record<FileFormat, string>> = {
  sav: "SPSS (.sav)",
  csv: "CSV",
  r: "Script voor R",
  codebook: "Codeboek (CSV)",
};
export const formatNotes: Readonly<Record<FileFormat, string>> = {
  sav: "met labels, meetniveau en redenen waarom een waarde ontbreekt",
  csv: "redenen als getal onder nul",
  r: "leest het CSV-bestand in dezelfde map",
  codebook: "wat elke variabele betekent en hoe zij is gemaakt",
};

const freezeRefusals: Readonly<Record<FreezeRefusal["code"], string>> = {
  "plan-not-locked": "Stel eerst het analyseplan vast. Tot die tijd worden uitkomsten per groep niet vastgelegd en niet meegegeven.",
  "withdrawn-meanwhile": "Er trok zich net iemand terug. Er is niets vastgelegd; probeer het opnieuw.",
  nobody: "Er doet nog niemand mee aan dit onderzoek. Er is niets vastgelegd.",
  "study-unknown": "Dit onderzoek is er niet.",
};
export const sayFreezeRefusal = (code: FreezeRefusal["code"]): string => freezeRefusals[code];

export const sayWithdrawn = (count: number): string =>
  count === 1 ? "Een van deze deelnemers trok zich sindsdien terug" : `${count} van deze deelnemers trokken zich sindsdien terug`;

/** "Samengevoegd: age_band. Weggelaten: site, language." */
export function sayCoarsened(coarsened: readonly { readonly name: string; readonly to: "groups" | "nothing" }[]): string {
  const gone = coarsened.flatMap(({ name, to }) => (to === "nothing" ? [name] : []));
  const joined = coarsened.flatMap(({ name, to }) => (to === "groups" && !gone.includes(name) ? [name] : []));
  const sentences = [joined.length > 0 && `Samengevoegd: ${joined.join(", ")}.`, gone.length > 0 && `Weggelaten: ${gone.join(", ")}.`];
  return sentences.filter((one) => one !== false).join(" ");
}
