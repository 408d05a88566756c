import { formatDay } from "../../kit/day.ts";
import { formatMinutes } from "../../kit/money.ts";
import { dayOfMoment, formatStretch } from "../../kit/moment.ts";
import type { Refusal } from "../../kit/refusal.ts";
import type { Accent } from "../configuration/settings/contents.ts";
import type { EndingMove } from "./rules/visitMoves.ts";
import type { CancelledReason, MissedReason, RefusedReason, VisitKind, VisitRefusal, VisitState, WhyCode } from "./visit.ts";

export const kindNames: Readonly<Record<VisitKind, string>> = { maternity: "kraamweek", flexible: "pijler 2" };

export const stateNames: Readonly<Record<VisitState, { readonly text: string; readonly tone: "ok" | "info" | "soon" | "late" | "plain" }>> =
  {
    planned: { text: "gepland", tone: "info" },
    delivered: { text: "geweest", tone: "ok" },
    refused: { text: "gezin wilde niet", tone: "plain" },
    missed: { text: "niet doorgegaan", tone: "soon" },
    cancelled: { text: "afgezegd", tone: "plain" },
  };

const refusedNames: Readonly<Record<RefusedReason, string>> = {
  enough_own_help: "Er is genoeg eigen hulp",
  wants_rest: "Het gezin wil rust",
  no_click: "Het klikt niet",
  other_plans: "Het gezin heeft iets anders",
  does_not_want_care: "Het gezin wil geen kraamzorg",
  not_said: "Niet gezegd waarom",
  other: "Iets anders",
};
const missedNames: Readonly<Record<MissedReason, string>> = {
  nobody_home: "Er was niemand thuis",
  assistant_ill: "De kraamverzorgende was ziek",
  assistant_held_up: "De kraamverzorgende kon niet komen",
  other: "Iets anders",
};
const cancelledNames: Readonly<Record<CancelledReason, string>> = {
  in_hospital: "Moeder of baby is in het ziekenhuis",
  moved_away: "Het gezin is verhuisd",
  after_loss: "Na het verlies, met het gezin besproken",
  replanned: "Het bezoek is opnieuw gepland",
  mistake: "Het staat er per vergissing",
  other: "Iets anders",
};
export const whyNames: Readonly<Record<WhyCode, string>> = { ...refusedNames, ...missedNames, ...cancelledNames };

export const endingNames: Readonly<Record<EndingMove, { readonly label: string; readonly hint: string }>> = {
  refuse: { label: "Het gezin wilde dit bezoek niet", hint: "Dat mag. De uren tellen als geweigerd, met de reden." },
  miss: { label: "Het bezoek ging niet door", hint: "Niemand thuis, of de kraamverzorgende kon niet." },
  cancel: { label: "Afzeggen", hint: "Vooraf, samen met het gezin." },
  takeBack: {
    label: "Het bezoek is er niet geweest",
    hint: "De geboekte uren worden teruggeboekt. Wat er stond blijft in de geschiedenis.",
  },
};

export const accentNames: Readonly<Record<Accent, string>> = { early_signalling: "Vroegsignalering", attachment: "Hechting" };

const stretch = (facts: Refusal["facts"]): string => {
  const { from, until } = facts;
  return typeof from === "string" && typeof until === "string" ? `${formatDay(dayOfMoment(from))}, ${formatStretch(from, until)}` : "";
};
const day = (value: string | number | null | undefined): string => (typeof value === "string" ? formatDay(value) : "");

/** The sentence for each refusal. */
export const visitRefusals: Readonly<Record<VisitRefusal["code"], (facts: Refusal["facts"]) => string>> = {
  "not-visible": () => "Dit gezin of dit bezoek is niet (meer) voor u te zien.",
  "not-your-role": () => "Plannen doen de coördinator en de intaker.",
  "not-your-visit": () => "Dit bezoek staat op naam van een collega. Leg een eigen bezoek vast, of vraag de coördinator.",
  "no-such-assistant": () => "Kies een kraamverzorgende die nu bij uw organisatie werkt.",
  "changed-meanwhile": () =>
    "Een collega heeft dit bezoek intussen veranderd. Hieronder staat hoe het nu is; kijk of uw wijziging nog klopt.",
  "visit-not-in-state": ({ state }) => `Dit kan niet meer: het bezoek staat op ‘${stateNames[state as VisitState].text}’.`,
  "visit-recorded-otherwise": () => "Dit bezoek is al vastgelegd, met andere uren. Kijk wat klopt, en verbeter het zo nodig met een reden.",
  "end-before-start": () => "Het einde ligt niet na het begin.",
  "longer-than-a-day": ({ minutes }) => `Dit bezoek zou ${formatMinutes(Number(minutes))} duren. Een bezoek duurt hoogstens een dag.`,
  "break-too-long": ({ minutes }) => `De pauze is even lang als het bezoek of langer (${formatMinutes(Number(minutes))}).`,
  "in-the-future": () => "Dit bezoek is nog niet voorbij. Leg het vast als u klaar bent.",
  "before-birth": ({ bornOn }) => `Dit is vóór de geboorte (${day(bornOn)}). Schrijf erbij waarom er toen zorg was, of pas de dag aan.`,
  "line-ended": () => "Deze lijn is afgesloten. Er wordt niets meer gepland.",
  "assistant-elsewhere": (facts) => `Deze kraamverzorgende is dan bij een ander gezin: ${stretch(facts)}.`,
  "second-assistant": (facts) =>
    `Dan is ${facts["assistant"] ?? "een collega"} er al: ${stretch(facts)}. Twee tegelijk kan: schrijf erbij waarom.`,
  "reason-needed": () => "Schrijf erbij waarom.",
  "content-unknown": () => "Kies de inhoud uit de lijst.",
  "nobody-pays": ({ on, because }) =>
    because === "before-birth"
      ? `${day(on)} ligt vóór de geboorte.`
      : `Op ${day(on)} vergoedt de zorgverzekering dit niet zonder overleg, en er is geen plaats in pijler 2. Overleg eerst; dan kan het bezoek worden gepland. Zorg die al gegeven is, legt u gewoon vast.`,
  "plan-past": ({ on }) => `${day(on)} is al voorbij. Een bezoek dat er was, legt u achteraf vast.`,
};

/** The field of a form that a refusal is about. */
export const visitRefusalFields: Readonly<Partial<Record<VisitRefusal["code"], string>>> = {
  "no-such-assistant": "assistant",
  "end-before-start": "until",
  "longer-than-a-day": "until",
  "break-too-long": "break",
  "in-the-future": "until",
  "before-birth": "why",
  "second-assistant": "why",
  "reason-needed": "why",
  "content-unknown": "contents",
  "plan-past": "day",
  "nobody-pays": "day",
};

export const visitRefusalText = ({ code, facts }: VisitRefusal): string => visitRefusals[code](facts);
export const isVisitRefusal = (refusal: Refusal): refusal is VisitRefusal => refusal.code in visitRefusals;
