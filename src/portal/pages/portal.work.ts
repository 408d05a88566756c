import { formatDay } from "../../kit/day.ts";
import type { Purpose } from "../../trust/consent/consent.ts";
import { purposeNames } from "../../trust/consent/consent.texts.ts";
import type { WorkFacts, WorkKinds, WorkPlace } from "../../pathway/trajectory/workKind.ts";

const href = ({ trajectoryId }: WorkPlace): string => `/gezinnen/${trajectoryId ?? ""}/eigen-pagina`;
const on = ({ on: day }: WorkFacts): string => (typeof day === "string" ? ` (${formatDay(day)})` : "");
const kind = (title: string, reason: string, action = "Lezen") => ({
  title: () => title,
  reason: (facts: WorkFacts) => `${reason}${on(facts)}.`,
  action,
  by: [],
  href,
});

/** What someone of a family decided in her own pages. What she writes comes as a message, like any other. */
export const portalWork: WorkKinds = {
  "portal.plan-agreed": kind("Het gezin is het eens met het plan", "Gezegd op de eigen pagina"),
  "portal.referral-agreed": kind("Het gezin zegt ja tegen hulp", "Gezegd op de eigen pagina"),
  "portal.consent-withdrawn": kind("Het gezin trok een toestemming in", "Het geldt meteen"),
  "consent.asked": {
    title: ({ who }) => `Wacht op het antwoord van de ${whoOf(who)}`,
    reason: ({ purpose }) => `${purposeOf(purpose)}: gevraagd op de eigen pagina. Hoort u niets, bel dan.`,
    action: "Bekijken",
    by: [],
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/toestemming`,
  },
  "consent.answered": {
    title: ({ answer, who }) => `De ${whoOf(who)} ${answers[String(answer)] ?? "antwoordde op uw vraag"}`,
    reason: ({ purpose, answer }) => `${purposeOf(purpose)}. ${answer === "closed" ? "Vraag het zelf." : "Het antwoord werkt meteen."}`,
    action: "Bekijken",
    by: [],
    href,
  },
};

const answers: Readonly<Record<string, string>> = {
  given: "zei ja tegen uw vraag",
  less: "zei ja, maar tegen minder dan u vroeg",
  refused: "zei nee tegen uw vraag",
  closed: "antwoordde niet: de eigen pagina is gesloten",
};
const whoOf = (who: WorkFacts[string] | undefined): string => (who === "partner" ? "partner" : "moeder");
const purposeOf = (purpose: WorkFacts[string] | undefined): string => purposeNames[purpose as Purpose] ?? "Toestemming";
