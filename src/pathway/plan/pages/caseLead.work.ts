import { formatDay } from "../../../kit/day.ts";
import type { StuckWork, WorkFacts, WorkKinds } from "../../trajectory/workKind.ts";

const day = (value: WorkFacts[string] | undefined): string => (typeof value === "string" ? formatDay(value) : "");
const family =
  (part: string) =>
  ({ trajectoryId }: { trajectoryId: string | null }) =>
    `/gezinnen/${trajectoryId ?? ""}${part}`;

const stuck = (words: string, href: NonNullable<StuckWork["href"]>, alert = true): StuckWork => ({
  reason: "lead",
  part: "identity",
  words: () => words,
  href,
  ...(alert ? { atOnce: true, alert: true } : {}),
});
const late = "De casusregie is aangeboden en niet op tijd aangenomen.";
const left = "De casusregisseur werkt daar niet meer.";
const alert: NonNullable<StuckWork["href"]> = ({ subjectId }) => `/regie/meldingen/${subjectId}`;

/** The words of the work around the case lead. */
export const caseLeadWork: WorkKinds = {
  "case_lead.offered": {
    title: () => "Verzoek om casusregie",
    reason: ({ from, on }) => `${typeof from === "string" ? `Van ${from}, ` : "Sinds "}${day(on)}. Termijn: 3 werkdagen.`,
    by: ["plan"],
    action: "Bekijken",
    href: ({ subjectId }) => `/regie/${subjectId}`,
    stuck: stuck(late, family("/regie"), false),
  },
  "case_lead.category_changed": {
    title: () => "De categorie is veranderd",
    reason: ({ on }) => `Op ${day(on)}. U bent de casusregisseur.`,
    by: [],
    action: "Bekijken",
    href: family("#nu"),
  },
  "case_lead.accepted": {
    title: () => "De casusregie is overgenomen",
    reason: ({ on }) => `Op ${day(on)}. U bent geen casusregisseur meer.`,
    by: [],
    action: "Bekijken",
    href: family("#nu"),
  },
  "case_lead.declined": {
    title: () => "De casusregie is niet aangenomen",
    reason: ({ on }) => `Op ${day(on)}. U blijft casusregisseur; vraag een ander.`,
    by: [],
    action: "Overdragen",
    href: family("/regie"),
  },
  "case_lead.offer_again": {
    title: () => "Overdracht van de regie niet op tijd aangenomen",
    reason: ({ since }) => `Antwoord werd verwacht op ${day(since)}. Bel, of trek het aanbod in en vraag een ander.`,
    action: "Bekijken",
    href: family("/regie"),
    stuck: stuck(late, family("/regie")),
  },
  "case_lead.take_over": {
    title: () => "De casusregisseur werkt hier niet meer",
    reason: () => "Dit gezin moet altijd een casusregisseur hebben. Bied de regie aan een collega aan.",
    action: "Overdragen",
    href: family("/regie"),
    stuck: stuck(left, family("/regie")),
  },
  "case_lead.not_accepted": {
    title: () => "Casusregie vastgelopen: niet aangenomen",
    reason: ({ since }) => `Antwoord werd verwacht op ${day(since)}. Bel de organisaties.`,
    action: "Bekijken",
    href: alert,
    stuck: stuck(late, alert),
  },
  "case_lead.lead_left": {
    title: () => "Casusregie vastgelopen: de casusregisseur is weg",
    reason: () => "Bel de organisatie: dit gezin moet een casusregisseur hebben.",
    action: "Bekijken",
    href: alert,
    stuck: stuck(left, alert),
  },
};
