import type { Aim, Estimator, PlanProblem } from "./analysisPlan.ts";
import type { Verdict } from "./rules/verdict.ts";

export const aimNames: Readonly<Record<Aim, string>> = {
  quality: "Hoe gezinnen de zorg ervaren",
  health: "Gezondheid van gezinnen",
  cost: "Kosten per gezin",
  work: "Werkplezier van professionals",
};

export const estimatorNames: Readonly<Record<Estimator, string>> = {
  ancova: "Vergelijking met hetzelfde begin (ANCOVA)",
  difference_in_differences: "Vergelijking van de verandering (difference in differences)",
  mixed_model: "Alle metingen samen (gemengd model, in R)",
  imputation: "Ontbrekende scores aangevuld (meervoudige imputatie, in R)",
};
export const estimatorHints: Readonly<Record<Estimator, string>> = {
  ancova: "Verschil tussen mensen die op T0 dezelfde score hadden. Hoort er altijd bij.",
  difference_in_differences:
    "Verschil in hoe de groepen sinds T0 veranderden. Hoort er altijd bij: wijken de twee af, dan verschilden de groepen al bij het begin.",
  mixed_model: "Rekent ook mee met wie een meting miste.",
  imputation: "Laat zien of ontbrekende antwoorden de uitkomst veranderen, met het kantelpunt.",
};
export const shortNames: Readonly<Record<Estimator, string>> = {
  ancova: "zelfde begin",
  difference_in_differences: "verandering",
  mixed_model: "alle metingen",
  imputation: "aangevuld",
};

const problems: Readonly<Record<PlanProblem["code"], string>> = {
  "wave-unknown": "Deze meting hoort niet bij de studie",
  "main-wave": "Kies een meting die u hierboven hebt aangekruist",
  "baseline-among-waves": "T0 is het begin, en kan niet ook een uitkomst zijn",
  "both-estimates": "Kies in ieder geval allebei de eerste twee: niemand heeft geloot, dus één ervan zegt te weinig",
  "nothing-to-correct": "Kies minstens één schaal waarop de toets rust",
  "same-scale-twice": "Een schaal staat er twee keer",
  "tipping-steps": "Dit zijn te veel stappen: neem een grotere stap",
};
export const sayPlanProblem = ({ code }: PlanProblem): string => problems[code];

const refusals: Readonly<Record<string, string>> = {
  "why-missing": "Schrijf waarom er een nieuwe versie komt: er is al een plan vastgesteld",
  "changed-meanwhile": "Iemand heeft net een nieuwere versie bewaard. Bekijk die eerst.",
  "locked-already": "Deze versie is al vastgesteld.",
  unchanged: "Dit is hetzelfde als de laatste versie. Er is niets bewaard.",
  "plan-not-locked": "Uitkomsten per groep gaan pas open als het plan is vastgesteld.",
  "people-withdrew":
    "Sinds deze dataset is vastgezet, heeft iemand zich teruggetrokken. Zet een nieuwe dataset vast: met haar gegevens wordt niets nieuws meer gerekend.",
  "dataset-changed": "De dataset is niet meer dezelfde als toen zij werd vastgezet: de controlegetallen verschillen. Er is niets gerekend.",
  "dataset-of-other-study": "Deze dataset hoort bij een andere studie.",
  "released-already": "Dit antwoord is al vrijgegeven.",
  "r-failed": "Het rekenen in R is niet gelukt. Er is niets bewaard. Probeer het opnieuw.",
  "covariate-unknown": "Een gegeven bij T0 uit het plan staat niet in de dataset.",
  "broken-off": "Het rekenen is afgebroken. Probeer het opnieuw.",
};
export const analysisSentence = ({ code }: { readonly code: string }): string => refusals[code] ?? "Dit lukt nu niet.";

const steps: Readonly<Record<string, string>> = {
  waiting: "wacht op een vrije plek",
  reading: "leest de dataset en kijkt het controlegetal na",
  estimates: "rekent de vergelijkingen",
  "in-r": "rekent in R: het gemengde model en de aangevulde scores (kan een minuut duren)",
  keeping: "bewaart de uitkomst",
};
export const sayStep = (code: string): string => steps[code] ?? code;

/** Why somebody is not in an estimate. */
const reasons: Readonly<Record<string, string>> = {
  "no-score-at-wave": "geen score op deze meting",
  "no-score-at-T0": "geen score op T0",
  "no-covariate": "een gegeven bij T0 ontbreekt",
  "no-score-at-all": "op geen enkele meting een score",
};
export const sayReason = (code: string): string => reasons[code] ?? code;

const nones: Readonly<Record<string, string>> = {
  "arm-empty": "in een groep heeft niemand een score",
  "too-few": "te weinig mensen voor deze rekenwijze",
  "no-variation": "iedereen heeft dezelfde score",
  "not-made": "hier niet gerekend",
};
export const sayNone = (why: string): string => nones[why] ?? why;

/** What a comparison comes down to, as a council member reads it. Never what drawing lots would show: nobody drew lots. */
export const verdictWords: Readonly<
  Record<Verdict, { readonly tag: string; readonly tone: "ok" | "late" | "soon" | "plain"; readonly text: string }>
> = {
  better: {
    tag: "gunstig verschil",
    tone: "ok",
    text: "Het verschil is gunstig voor de interventiegroep, en groter dan toeval makkelijk verklaart.",
  },
  worse: {
    tag: "ongunstig verschil",
    tone: "late",
    text: "Het verschil is ongunstig voor de interventiegroep, en groter dan toeval makkelijk verklaart.",
  },
  "ways-differ": {
    tag: "niet eenduidig",
    tone: "soon",
    text: "De twee rekenwijzen zijn het niet eens. Daaruit is geen conclusie te trekken.",
  },
  "not-shown": {
    tag: "geen verschil aangetoond",
    tone: "plain",
    text: "Toeval kan dit goed verklaren. Dat is iets anders dan dat er geen verschil is: een klein verschil kan gemist zijn.",
  },
  "too-few": {
    tag: "te weinig mensen",
    tone: "soon",
    text: "Er zijn te weinig mensen om iets te kunnen zeggen. Er staan daarom geen cijfers.",
  },
  none: { tag: "niet te berekenen", tone: "soon", text: "Met deze gegevens is het verschil niet te berekenen." },
};

/** What the allocation by insurer means, on every answer. */
export const allocationWords: readonly string[] = [
  "Dit is een vergelijking van twee groepen. Er is niet geloot: bij welke verzekeraar iemand zit, bepaalt in welke groep zij valt.",
  "De interventiegroep is verzekerd bij CZ of VGZ, de controlegroep bij een andere verzekeraar. Mensen kiezen hun verzekeraar zelf. De groepen kunnen dus ook in andere dingen verschillen, zoals inkomen, opleiding of buurt.",
  "Een verschil tussen de groepen kan door Geboortezorg Flex komen, en ook door iets anders waarin zij verschillen. De rekenwijzen houden rekening met de score bij het begin, niet met wat niemand heeft gemeten.",
  "De groep waarin iemand bij het begin viel, telt. Ook wie in de interventiegroep uiteindelijk geen plaats kreeg of nam, telt daar mee.",
];

/** What can't be concluded, whatever the figures are. */
export const notConcluded: readonly string[] = [
  "Dat Geboortezorg Flex de oorzaak is van een verschil. Daarvoor zou geloot moeten zijn.",
  "Dat er geen verschil is, als er geen is aangetoond. Bij kleine groepen wordt een klein verschil makkelijk gemist.",
  "Iets over één gezin, één gemeente of één beroepsgroep: alles hier gaat over groepen.",
  "Iets over gezinnen die niet meededen aan het onderzoek. Zij kunnen anders zijn.",
  "Iets over de twee pijlers samen. Elke deelstudie heeft haar eigen groepen en vragen, en wordt apart beantwoord.",
];
