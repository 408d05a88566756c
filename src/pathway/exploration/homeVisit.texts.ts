import { formatDay } from "../../kit/day.ts";
import type {
  CancelReason,
  DeclineReason,
  HomeVisit,
  Present,
  VisitKind,
  VisitMove,
  VisitPlace,
  VisitRefusal,
  VisitState,
} from "./homeVisit.ts";

export const visitKindNames: Readonly<Record<VisitKind, string>> = { prenatal: "Prenataal huisbezoek", postnatal: "Postnataal huisbezoek" };

export const visitStateNames: Readonly<
  Record<VisitState, { readonly text: string; readonly tone: "ok" | "late" | "soon" | "info" | "plain" }>
> = {
  requested: { text: "gevraagd", tone: "info" },
  accepted: { text: "aangenomen", tone: "info" },
  scheduled: { text: "gepland", tone: "info" },
  no_show: { text: "niet thuis", tone: "soon" },
  held: { text: "geweest, verslag volgt", tone: "soon" },
  reported: { text: "geweest", tone: "ok" },
  declined: { text: "niet aangenomen", tone: "soon" },
  cancelled: { text: "gaat niet door", tone: "plain" },
};

export const declineReasonNames: Readonly<Record<DeclineReason, string>> = {
  no_room: "Geen ruimte binnen de termijn",
  other_area: "Buiten ons werkgebied",
  already_involved: "Een collega is al bij dit gezin betrokken",
  other: "Iets anders",
};

export const cancelReasonNames: Readonly<Record<CancelReason, string>> = {
  family_no: "Het gezin wil het niet (meer)",
  not_needed: "Het is niet meer nodig",
  moved: "Het gezin is verhuisd",
  loss: "Na een verlies",
  consent_gone: "De toestemming is ingetrokken",
  other: "Iets anders",
};

export const placeNames: Readonly<Record<VisitPlace, string>> = { home: "thuis", elsewhere: "ergens anders" };

export const presentNames: Readonly<Record<Present, string>> = {
  mother: "Moeder of zwangere",
  partner: "Partner",
  own_network: "Iemand uit het eigen netwerk",
  interpreter: "Tolk",
  colleague: "Een collega",
};

/** The word of each move in an address. */
export const moveWords: Readonly<Record<VisitMove, string>> = {
  accept: "aannemen",
  decline: "afwijzen",
  schedule: "plannen",
  missed: "niet-thuis",
  hold: "geweest",
  report: "verslag",
  cancel: "annuleren",
};

/** "20 tot 24 weken zwanger", "kind van 4 tot 8 weken": enough to plan, too little to know who it is. */
export function weeksInWords({ period, weeksFrom }: Pick<HomeVisit, "period" | "weeksFrom">): string {
  if (weeksFrom === null) return period === "pregnancy" ? "zwanger" : "kind geboren";
  const range = `${weeksFrom} tot ${weeksFrom + 4} weken`;
  return period === "pregnancy" ? `${range} zwanger` : `kind van ${range}`;
}

/** Where it stands, in one sentence for both sides. */
export function standInWords({ status, asked, answerBy, visitBefore }: HomeVisit): string {
  switch (status.state) {
    case "requested":
      return `${asked.organisation} is gevraagd en antwoordt uiterlijk ${formatDay(answerBy)}.`;
    case "accepted":
      return `${status.nurse.name} van ${asked.organisation} maakt een afspraak met het gezin, uiterlijk ${formatDay(visitBefore)}.`;
    case "scheduled":
      return `${status.nurse.name} komt op ${formatDay(status.on)}${status.at === null ? "" : ` om ${timeInWords(status.at)}`}, ${placeNames[status.place]}.`;
    case "no_show":
      return `Op ${formatDay(status.on)} was er niemand. ${status.nurse.name} maakt een nieuwe afspraak.`;
    case "held":
      return `${status.nurse.name} was er op ${formatDay(status.heldOn)}. Het verslag volgt.`;
    case "reported":
      return `${status.nurse.name} was er op ${formatDay(status.heldOn)}. Het verslag is van ${formatDay(status.reportedOn)}.`;
    case "declined":
      return `${asked.organisation} nam het niet aan op ${formatDay(status.endedOn)}: ${lower(declineReasonNames[status.reason])}.`;
    case "cancelled":
      return `Gaat niet door sinds ${formatDay(status.endedOn)}: ${lower(cancelReasonNames[status.reason])}.`;
  }
}

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase("nl") + text.slice(1);

/** "14:00" as "14.00 uur" */
export const timeInWords = (time: string): string => `${time.replace(":", ".")} uur`;

/** Beside which field, and in which words. */
export function visitRefusalText(
  code: VisitRefusal,
  facts: Readonly<Record<string, string | number | null>> = {},
): { readonly field: string; readonly text: string } {
  const on = facts["withdrawnOn"];
  const texts: Readonly<Record<VisitRefusal, readonly [string, string]>> = {
    "visit-not-your-organisation": ["form", "Dit doet de organisatie die gevraagd is."],
    "visit-not-in-state": ["form", "Dit kan nu niet (meer): het bezoek staat intussen anders. Kijk wat er nu staat."],
    "visit-no-consent": [
      "form",
      typeof on === "string"
        ? `Het gezin trok de toestemming voor dit huisbezoek in op ${formatDay(on)}. Zonder toestemming gaat het niet door.`
        : "Het gezin gaf voor dit huisbezoek nog geen toestemming die nu geldt. Vraag die eerst.",
    ],
    "visit-consent-too-narrow": [
      "form",
      "De toestemming is te klein voor een bezoek: de JGZ moet mogen weten wie het gezin is, en mogen opschrijven wat zij vindt.",
    ],
    "visit-already-open": ["form", "Er is al een huisbezoek gevraagd dat nog loopt."],
    "visit-line-ended": ["form", "Deze lijn is afgesloten. Een huisbezoek kan pas weer als zij heropend is."],
    "visit-not-prenatal": ["kind", "Het kind is geboren. Vraag een postnataal huisbezoek."],
    "visit-not-postnatal": ["kind", "Er is nog geen geboorte vastgelegd. Vraag een prenataal huisbezoek."],
    "visit-nobody-asked": ["asked", "Kies wie u vraagt"],
    "visit-day-wrong": ["on", "Deze dag kan niet. Kijk of het jaar en de maand kloppen."],
    "visit-changed-meanwhile": ["form", "Een collega was u net voor. Hieronder staat hoe het nu is."],
    "visit-not-found": ["form", "Dit huisbezoek is er niet, of u mag het niet zien."],
    "visit-report-empty": ["form", "Schrijf ten minste iets op wat u vond, wat goed gaat of wat het gezin wil."],
    "visit-factor-unknown": ["factors", "De lijst is net gewijzigd. Kies opnieuw wat u opviel."],
    "visit-reason-needed": ["reason", "Schrijf in een paar woorden waarom."],
  };
  const [field, text] = texts[code];
  return { field, text };
}
