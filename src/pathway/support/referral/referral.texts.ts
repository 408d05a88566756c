import { formatDay } from "../../../kit/day.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import type { Candidate, CandidateState, DeclineReason, ReferralRefusal, StopReason } from "./referral.ts";

export const candidateStateNames: Readonly<
  Record<CandidateState, { readonly text: string; readonly tone: "ok" | "info" | "soon" | "late" | "plain" }>
> = {
  requested: { text: "gevraagd", tone: "info" },
  waitlisted: { text: "wachtlijst", tone: "soon" },
  accepted: { text: "aangenomen", tone: "ok" },
  started: { text: "begonnen", tone: "ok" },
  completed: { text: "afgerond", tone: "ok" },
  stopped: { text: "gestopt", tone: "plain" },
  declined: { text: "afgewezen", tone: "late" },
  withdrawn: { text: "ingetrokken", tone: "plain" },
  taken: { text: "een ander helpt al", tone: "plain" },
};

export const declineReasonNames: Readonly<Record<DeclineReason, string>> = {
  no_room: "Er is geen plaats",
  not_for_us: "Dit past niet bij wat wij bieden",
  other_area: "Wij werken niet in dit gebied",
  already_involved: "Wij helpen dit gezin al",
  other: "Iets anders",
};

export const stopReasonNames: Readonly<Record<StopReason, string>> = {
  family_stopped: "Het gezin wilde niet verder",
  not_reached: "Het gezin was niet te bereiken",
  other_help: "Er is andere hulp",
  moved: "Het gezin is verhuisd",
  other: "Iets anders",
};

/** Where one candidate stands, in a sentence. */
export function standInWords({ status, asked, answerBy, way }: Candidate): string {
  switch (status.state) {
    case "requested":
      return `${asked.organisation} is gevraagd en antwoordt uiterlijk ${formatDay(answerBy)}${wayWords[way]}.`;
    case "waitlisted":
      return `${asked.organisation} heeft naar verwachting plaats op ${formatDay(status.expectedOn)}.${status.bridge === null ? " Er is nog niets ter overbrugging." : ` Ter overbrugging: ${status.bridge.name}.`}`;
    case "accepted":
      return `${status.helper.name} van ${asked.organisation} nam het aan op ${formatDay(status.answeredOn)} en begint binnenkort.`;
    case "started":
      return `${status.helper.name} van ${asked.organisation} helpt sinds ${formatDay(status.startedOn)}.`;
    case "completed":
      return `${asked.organisation} rondde het af op ${formatDay(status.endedOn)}.`;
    case "stopped":
      return `Gestopt op ${formatDay(status.endedOn)}: ${stopReasonNames[status.reason].toLowerCase()}.`;
    case "declined":
      return `${asked.organisation} wees het af op ${formatDay(status.endedOn)}: ${declineReasonNames[status.reason].toLowerCase()}.`;
    case "withdrawn":
      return `${status.by === "family" ? "Het gezin trok het in" : "De aanvrager trok het in"} op ${formatDay(status.endedOn)}.`;
    case "taken":
      return `Een andere organisatie nam dit verzoek eerder aan, op ${formatDay(status.endedOn)}.`;
  }
}

const wayWords = { wieg: "", link: ", via een eenmalige link", paper: ", op papier" } as const;

const offerIn = (facts: Refusal["facts"]): string => (typeof facts["offer"] === "string" ? `“${facts["offer"]}”` : "dit aanbod");

const sentences: Readonly<Record<ReferralRefusal, (facts: Refusal["facts"]) => string>> = {
  "referral-not-found": () => "Deze verwijzing is niet (meer) te vinden.",
  "referral-not-your-side": () => "Dit kan alleen wie gevraagd is.",
  "referral-not-in-state": () => "Dit kan niet meer: de verwijzing is intussen verder. Hieronder ziet u hoe het staat.",
  "referral-taken": () => "Een andere organisatie nam dit verzoek net eerder aan. U hoeft niets meer te doen.",
  "referral-no-consent": (facts) =>
    `Het gezin staat nu niet toe dat ${facts["offer"] === undefined ? "deze organisatie" : `de organisatie van ${offerIn(facts)}`} weet om wie het gaat. Vraag het gezin eerst om toestemming voor delen met deze organisatie.`,
  "referral-consent-too-narrow": (facts) =>
    `De toestemming van het gezin noemt voor ${offerIn(facts)} niet dat de organisatie mag weten wie zij zijn. Vraag een ruimere toestemming.`,
  "referral-changed-meanwhile": () => "Iemand anders was u net voor. Hieronder ziet u hoe het nu staat.",
  "referral-nobody-asked": () => "Kies ten minste één aanbod.",
  "referral-asked-already": (facts) => `${offerIn(facts)} is al gevraagd voor dit gezin, en dat loopt nog.`,
  "referral-offer-gone": (facts) => `${offerIn(facts)} is nu niet te vragen. Kies iets anders.`,
  "referral-offer-full": (facts) =>
    `${offerIn(facts)} is net vol geraakt. Vink “ook als het vol is” aan om toch te vragen: dan komt het gezin op de wachtlijst.`,
  "referral-last-place-gone": () =>
    "Alle plaatsen zijn bezet; de laatste is misschien net vergeven. Zet het gezin op de wachtlijst, dan weet iedereen waar hij aan toe is.",
  "referral-plan-part-gone": () => "Dit staat niet (meer) open in het gezinsplan. Kies opnieuw, of laat het leeg.",
  "referral-own-organisation": (facts) => `${offerIn(facts)} biedt uw eigen organisatie: daarvoor is geen verwijzing nodig.`,
  "referral-day-wrong": () => "Deze dag kan niet.",
  "referral-reason-needed": () => "Vul dit in.",
  "referral-line-ended": () => "Het traject van dit gezin is afgesloten.",
  "referral-no-address": () => "Van deze organisatie is geen e-mailadres bekend. Gebruik het formulier op papier.",
  "referral-code-unknown": () => "Deze code kennen wij niet. Kijk of u haar goed overtypte.",
};

/** The sentence for a refusal, and the field beside which it is said. */
export function referralRefusalText(
  code: ReferralRefusal,
  facts: Refusal["facts"] = {},
): { readonly field: string; readonly text: string } {
  const field =
    typeof facts["field"] === "string"
      ? facts["field"]
      : code.startsWith("referral-no-consent") || code.startsWith("referral-offer") || code === "referral-nobody-asked"
        ? "offers"
        : code === "referral-plan-part-gone"
          ? "belongs"
          : "form";
  return { field, text: sentences[code](facts) };
}
