import type { LeadNotice, LeadRefusal } from "./caseLead.ts";

/** The sentence for each refusal. */
export const leadRefusals: Readonly<Record<LeadRefusal, string>> = {
  "no-lead":
    "Dit gezin heeft nu geen casusregisseur. Die komt er vanzelf bij een inschatting op route 2 of 3; op route 1 is er geen nodig.",
  "not-the-lead": "Alleen de organisatie van de casusregisseur kan de regie overdragen.",
  "leads-already": "Deze collega is al casusregisseur.",
  "nobody-there": "Bij deze organisatie werkt nu niemand met deze rol.",
  "needs-consent":
    "Het gezin gaf nog geen toestemming om gegevens met deze organisatie te delen. Een casusregisseur moet weten wie het gezin is. Vraag eerst de toestemming.",
  "offered-already": "De regie is al aan een ander aangeboden. Trek dat aanbod eerst in.",
  "answered-already": "Een collega was u net voor: deze overdracht is al beantwoord of ingetrokken.",
  "not-visible": "Deze overdracht is niet (meer) voor u te zien.",
};

export const basisWords = {
  assessment: "maakte de inschatting",
  transfer: "nam de regie over",
  conference: "aangewezen door het overleg",
} as const;

/** What the lead is told, in one sentence. */
export const noticeTexts: Readonly<Record<LeadNotice, string>> = {
  "case_lead.category_changed": "De categorie van dit gezin is veranderd. Bekijk de route en de termijnen.",
  "case_lead.accepted": "Uw overdracht van de regie is aangenomen. U bent geen casusregisseur meer.",
  "case_lead.declined": "Uw overdracht van de regie is niet aangenomen. U blijft casusregisseur.",
};
