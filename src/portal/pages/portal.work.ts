import { formatDay } from "../../kit/day.ts";
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

/** What someone of a family decided or asked in her own pages. Her words stand on the page, never here. */
export const portalWork: WorkKinds = {
  "portal.plan-agreed": kind("Het gezin is het eens met het plan", "Gezegd op de eigen pagina"),
  "portal.plan-not-right": kind("Volgens het gezin klopt er iets niet in het plan", "Geschreven op de eigen pagina", "Lezen en bespreken"),
  "portal.asked": kind("Het gezin vraagt iets", "Geschreven op de eigen pagina", "Lezen en antwoorden"),
  "portal.contact-wish": kind("Het gezin zegt hoe het gehoord wil worden", "Geschreven op de eigen pagina"),
  "portal.referral-agreed": kind("Het gezin zegt ja tegen hulp", "Gezegd op de eigen pagina"),
  "portal.consent-withdrawn": kind("Het gezin trok een toestemming in", "Het geldt meteen"),
};
