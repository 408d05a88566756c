import type { Refusal } from "../../kit/refusal.ts";
import type { Advice } from "./rules/adviseReport.ts";
import type { Decision, EntryKind, MeldcodeRefusal, MeldcodeStep, WeighingAnswer, WeighingQuestion } from "./meldcode.ts";

export const stepNames: Readonly<Record<MeldcodeStep, string>> = {
  1: "Signalen in kaart brengen",
  2: "Overleggen",
  3: "Praten met de betrokkenen",
  4: "Wegen",
  5: "Beslissen",
};

export const stepHelp: Readonly<Record<MeldcodeStep, string>> = {
  1: "Schrijf op wat u zag en hoorde, zo feitelijk mogelijk. Zet erbij wat u van een ander hoorde en wat u zelf denkt.",
  2: "Overleg met een collega, de aandachtsfunctionaris of Veilig Thuis. Bij Veilig Thuis kan dat zonder de naam van het gezin te noemen.",
  3: "Praat met de betrokkenen, en met het kind als dat kan. Doe het niet als het gevaar daardoor groter wordt: schrijf dan op waarom niet.",
  4: "Doe de kindcheck en beantwoord de vijf vragen. Twijfelt u? Vraag Veilig Thuis.",
  5: "Beslis of melden nodig is, en of hulp mogelijk is. Het kan allebei.",
};

export const entryNames: Readonly<Record<EntryKind, string>> = {
  signals: "signalen vastgelegd",
  consult_veilig_thuis: "advies van Veilig Thuis",
  consult_officer: "overlegd met de aandachtsfunctionaris",
  consult_colleague: "overlegd met een collega",
  ask_officer: "vraag aan de aandachtsfunctionaris",
  advice: "advies van de aandachtsfunctionaris",
  talked: "gesprek gevoerd",
  not_talked: "geen gesprek gevoerd",
  weighed: "gewogen",
  decided: "besloten",
  closed: "afgesloten",
  reopened: "heropend",
};

/** The five questions of the basic model of 2019. */
export const questionTexts: Readonly<Record<WeighingQuestion, string>> = {
  suspicion: "Hebt u na stap 1 tot en met 3 een vermoeden van (dreiging van) huiselijk geweld of kindermishandeling?",
  unsafe: "Is er volgens u acute of structurele onveiligheid?",
  ableToHelp: "Kunt u, of kan uw organisatie, zelf hulp bieden of organiseren die de dreiging wegneemt?",
  acceptsHelp: "Aanvaarden de betrokkenen die hulp en werken zij mee?",
  lasting: "Leidt die hulp binnen de afgesproken tijd tot blijvende veiligheid?",
};

export const answerNames: Readonly<Record<WeighingAnswer, string>> = { yes: "ja", no: "nee", unknown: "weet ik niet" };

export const decisionNames: Readonly<Record<Decision, string>> = {
  report: "Melden bij Veilig Thuis",
  help: "Hulp bieden of organiseren",
  both: "Melden én hulp",
  neither: "Geen van beide",
};

const because: Readonly<Record<WeighingQuestion, string>> = {
  suspicion: "het vermoeden",
  unsafe: "de onveiligheid",
  ableToHelp: "of u zelf kunt helpen",
  acceptsHelp: "of zij hulp aanvaarden",
  lasting: "of de hulp blijvend helpt",
};

/** What the five questions point to, in one sentence. */
export function adviceText(advice: Advice): string {
  if (advice.kind === "no-suspicion") return "De vragen wijzen niet op een vermoeden. Leg vast waarom en sluit af, of blijf volgen.";
  if (advice.kind === "report")
    return `De vragen wijzen op melden bij Veilig Thuis. Dat komt door vraag ${questionNumber(advice.because)}: ${because[advice.because]}.`;
  if (advice.kind === "help") return "De vragen wijzen op hulp die u zelf biedt of organiseert. Blijf volgen of het helpt.";
  return `Bij vraag ${questionNumber(advice.because)} (${because[advice.because]}) weet u het niet. Vraag advies aan Veilig Thuis, 0800 2000.`;
}

const order: readonly WeighingQuestion[] = ["suspicion", "unsafe", "ableToHelp", "acceptsHelp", "lasting"];
const questionNumber = (question: WeighingQuestion): number => order.indexOf(question) + 1;

/** Why something was not recorded. */
export function meldcodeRefusalText({ code }: Refusal<MeldcodeRefusal>): string {
  const sentences: Readonly<Record<MeldcodeRefusal, string>> = {
    "closed-already": "Dit is al afgesloten. Heropen het eerst.",
    "open-already": "Dit staat al open.",
    "in-the-future": "Vul een dag in die vandaag of eerder was.",
    "words-needed": "Schrijf het in een paar woorden op.",
    "answer-all": "Beantwoord alle vijf de vragen. “Weet ik niet” mag ook.",
    "choose-decision": "Kies wat u besluit.",
    "author-only": "Alleen wie het vermoeden heeft, legt deze stap vast.",
    "officer-only": "Alleen de aandachtsfunctionaris legt een advies vast.",
    "no-officer": "Uw organisatie heeft in Wieg geen aandachtsfunctionaris. Overleg met een collega of bel Veilig Thuis, 0800 2000.",
    "day-passed": "Vul een dag in die vandaag of later is.",
    "changed-meanwhile": "Het is net gewijzigd. Hieronder staat hoe het nu is.",
    "not-visible": "Dit is niet te zien.",
  };
  return sentences[code];
}
