import { changedMeanwhile } from "../../registry/familyForm.texts.ts";
import { formatDay } from "../../kit/day.ts";
import type {
  AgreementReport,
  EntryKind,
  EntryState,
  Evaluation,
  Outcome,
  PlanRefusal,
  PlanStand,
  PlanVersion,
  ReportOutcome,
  SourceKind,
} from "./familyPlan.ts";

/** The sentence for each refusal, and the field it stands beside. */
export const planRefusals: Readonly<Record<PlanRefusal, readonly [field: string, sentence: string]>> = {
  "not-visible": ["form", "Dit is niet (meer) voor u te zien."],
  "line-ended": ["form", "De lijn van dit gezin is afgerond. Het plan verandert niet meer."],
  "not-open": ["form", "Een collega was u net voor: dit is al afgerond. Hieronder staat hoe het nu is."],
  "nobody-responsible": ["responsible", "Kies wie dit doet: één persoon. Is het iemand uit het eigen netwerk, schrijf dan de naam op."],
  "belongs-nowhere": ["belongs", "Dit doel of deze vraag staat niet meer open. Kies een andere."],
  "factor-unknown": ["factors", "Dit staat niet meer in de signalen die u ziet. Kies opnieuw."],
  "day-passed": ["evaluateOn", "Kies een dag die nog komt: op die dag vraagt Wieg hoe het ging."],
  "day-too-far": ["evaluateOn", "Kies een dag binnen 2 jaar."],
  "next-day-needed": ["nextOn", "Kies de dag waarop u er weer naar kijkt."],
  "taken-already": ["form", "Een collega heeft dit net overgenomen."],
  "changed-meanwhile": ["form", changedMeanwhile],
  "plan-empty": ["form", "Er staat nog niets in het plan om het over eens te zijn."],
  "agreed-in-future": ["agreedOn", "Deze dag ligt in de toekomst."],
  "agreed-before-last": ["agreedOn", "Op deze dag gold een eerdere versie nog niet. Kies een dag erna."],
  "nobody-agreed": ["agreedBy", "Kies wie van het gezin akkoord is."],
  "agreed-already": ["form", "Het gezin is al akkoord met het plan zoals het nu is."],
  "plan-changed": ["form", "Het plan is veranderd terwijl u dit invulde. Lees hieronder wat er nu staat, en bespreek het met het gezin."],
  "waits-already": ["form", "Dit gezin staat al op de lijst voor het overleg."],
};

export const entryNames: Readonly<Record<EntryKind, string>> = { question: "vraag", goal: "doel", agreement: "afspraak" };
export const entryTitles: Readonly<Record<EntryKind, string>> = { question: "Ondersteuningsvraag", goal: "Doel", agreement: "Afspraak" };
/** The word of each in an address. */
export const entryPaths: Readonly<Record<EntryKind, string>> = { question: "vragen", goal: "doelen", agreement: "afspraken" };

/** The state in a word; an agreement is done, a question answered. */
export const stateNames: Readonly<Record<EntryKind, Readonly<Record<EntryState, string>>>> = {
  question: { open: "open", reached: "beantwoord", stopped: "gestopt" },
  goal: { open: "open", reached: "bereikt", stopped: "gestopt" },
  agreement: { open: "open", reached: "gedaan", stopped: "gestopt" },
};

export const outcomeChoices: Readonly<Record<Outcome, { readonly label: string; readonly hint: string }>> = {
  reached: { label: "Bereikt", hint: "Klaar: hier hoeft niets meer." },
  go_on: { label: "Doorgaan", hint: "Het loopt, en is nog nodig. Kies een nieuwe dag." },
  scale_up: { label: "Opschalen", hint: "Er is meer nodig. Kies een nieuwe dag; u kunt daarna het overleg vragen." },
  scale_down: { label: "Afschalen", hint: "Het kan met minder. Kies een nieuwe dag." },
  stop: { label: "Stoppen", hint: "Dit past niet (meer)." },
};
export const reportChoices: Readonly<Record<ReportOutcome, { readonly label: string; readonly hint: string }>> = {
  done: { label: "Gedaan", hint: "Klaar: wat is afgesproken, is gedaan." },
  goes_on: { label: "Gaat door", hint: "U bent ermee bezig, of doet het nog." },
  not_working: { label: "Lukt niet", hint: "Zeg kort waarom. De casusregisseur kijkt met het gezin wat er nu kan." },
};
export const reportNames: Readonly<Record<ReportOutcome, string>> = { done: "gedaan", goes_on: "gaat door", not_working: "lukt niet" };
/** "Gedaan, 12 maart 2026 (Cora, Kredietbank): “…”". */
export const reportWords = ({ outcome, on, name, organisation, sentence }: AgreementReport): string =>
  `${reportChoices[outcome].label}, ${formatDay(on)} (${name}, ${organisation}): “${sentence}”`;

export const outcomeNames: Readonly<Record<Evaluation["outcome"], string>> = {
  reached: "bereikt",
  go_on: "doorgegaan",
  scale_up: "opgeschaald",
  scale_down: "afgeschaald",
  stop: "gestopt",
  reopen: "weer opgepakt",
};

export const standNames: Readonly<Record<PlanStand, { readonly text: string; readonly tone: "ok" | "soon" | "plain" }>> = {
  empty: { text: "nog leeg", tone: "plain" },
  draft: { text: "concept, gezin nog niet akkoord", tone: "soon" },
  final: { text: "gezin akkoord", tone: "ok" },
};

export const wayNames: Readonly<Record<PlanVersion["way"], string>> = {
  spoken: "in een gesprek",
  signed: "met een handtekening",
  portal: "in de eigen omgeving",
};

export const sourceNames: Readonly<Record<SourceKind, string>> = {
  visit_wish: "wat het gezin wil, huisbezoek",
  conversation_wish: "wat het gezin wil, brede gesprek",
  visit_agreement: "afgesproken bij het huisbezoek",
};
