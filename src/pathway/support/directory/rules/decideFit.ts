import { languageName } from "../../../../registry/family.texts.ts";
import { type Eligibility, type FamilyNow, type Fit, offerPeriods } from "../directory.ts";
import { periodWords } from "../directory.texts.ts";

interface Reason {
  readonly outcome: "met" | "not_met" | "unknown";
  readonly words: string;
}
const met = (words: string): Reason => ({ outcome: "met", words });
const notMet = (words: string): Reason => ({ outcome: "not_met", words });
const unknown = (words: string): Reason => ({ outcome: "unknown", words });
type Criterion = (offer: Eligibility, family: FamilyNow) => Reason | null;

/** Each thing that an offer asks, compared with what is known of the family. Null: it asks nothing of the kind. */
const criteria: readonly Criterion[] = [
  function area({ municipalities }, { municipality }) {
    if (municipalities.length === 0) return null;
    if (municipality === null) return unknown("in welke gemeente het gezin woont");
    return municipalities.includes(municipality.code)
      ? met(`het gezin woont in ${municipality.name}`)
      : notMet(`het is er niet voor ${municipality.name}`);
  },
  function period({ periods }, now) {
    if (periods.length === 0 || periods.length === offerPeriods.length) return null;
    if (now.period === null) return unknown("in welke periode het gezin is");
    return periods.includes(now.period)
      ? met(`het is er ${periodWords[now.period].when}`)
      : notMet(`het is er alleen ${periods.map((one) => periodWords[one].when).join(" en ")}`);
  },
  function weeks({ pregnancyFromWeek: from, pregnancyBeforeWeek: before }, now) {
    if (now.period !== "pregnancy" || (from === null && before === null)) return null;
    const { pregnancyDays: days } = now;
    if (days === null) return unknown("hoeveel weken zwanger zij is");
    const at = `zij is ${Math.trunc(days / 7)}+${days % 7} zwanger`;
    if (before !== null && days >= before * 7) return notMet(`het begint vóór ${before} weken en ${at}`);
    if (from !== null && days < from * 7) return notMet(`het begint vanaf ${from} weken en ${at}`);
    return met(at);
  },
  function child({ childBeforeMonths: before }, { childMonths }) {
    if (before === null || childMonths === null) return null;
    return childMonths < before ? met(`het kind is jonger dan ${before} maanden`) : notMet(`het kind is ${before} maanden of ouder`);
  },
  function age({ minimumAge: least, maximumAge: most }, { motherAge }) {
    if (least === null && most === null) return null;
    if (motherAge === null) return unknown("hoe oud de moeder is");
    if (most !== null && motherAge > most) return notMet(`het is voor moeders tot en met ${most} jaar`);
    if (least !== null && motherAge < least) return notMet(`het is voor moeders vanaf ${least} jaar`);
    return met(`de moeder is ${motherAge} jaar`);
  },
  function firstChild({ firstChildOnly }, { firstChild: first }) {
    if (!firstChildOnly) return null;
    if (first === null) return unknown("of dit haar eerste kind is");
    return first ? met("het is haar eerste kind") : notMet("het is voor een eerste kind");
  },
  function category({ categories }, { category: current }) {
    if (categories.length === 0) return null;
    if (current === null) return unknown(`of categorie ${inWords(categories)} geldt`);
    return categories.includes(current) ? met(`categorie ${current} geldt`) : notMet(`het is voor categorie ${inWords(categories)}`);
  },
  function language({ languages, interpretationServices }, family) {
    if (family.language === null || languages.length === 0) return null;
    const name = languageName(family.language);
    if (languages.includes(family.language)) return family.language === "nl" ? null : met(`het kan in het ${name}`);
    return interpretationServices === null ? unknown(`of het kan voor wie ${name} spreekt`) : met(`er kan een tolk ${name} bij`);
  },
  ({ eligibilityDescription: asked }) => (asked === null ? null : unknown(asked)),
];

/** Does this offer fit this family today, and why? One sentence; a "no" names only what stands in the way [003: "niet bekend wie wat biedt"]. */
export function decideFit(offer: Eligibility, family: FamilyNow): Fit {
  const reasons = criteria.map((criterion) => criterion(offer, family)).filter((one) => one !== null);
  const words = (outcome: Reason["outcome"]) => reasons.filter((one) => one.outcome === outcome).map((one) => one.words);
  const [yes, no, ask] = [words("met"), words("not_met"), words("unknown")];
  if (no.length > 0) return { outcome: "not", sentence: `Past niet: ${inWords(no)}.` };
  const known = yes.length === 0 ? "" : `: ${inWords(yes)}`;
  if (ask.length > 0) return { outcome: "ask", sentence: `Past misschien${known}. Ga na: ${ask.join("; ")}.` };
  return { outcome: "fits", sentence: known === "" ? "Past: het is voor iedereen in de regio." : `Past${known}.` };
}

const inWords = (words: readonly string[]): string => words.join(", ").replace(/, ([^,]*)$/, " en $1");
