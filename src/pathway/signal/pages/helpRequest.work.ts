import { formatDay } from "../../../kit/day.ts";
import type { WorkFacts, WorkKinds } from "../../trajectory/workKind.ts";

const href = ({ subjectId }: { subjectId: string }) => `/hulpvragen/${subjectId}`;
const came = ({ receivedOn, reference }: WorkFacts) => `Nummer ${reference}, gekomen op ${formatDay(String(receivedOn))}.`;

/** The work that questions at the front door give. */
export const helpRequestWork: WorkKinds = {
  "help-request": {
    about: "Voordeur",
    title: () => "Hulpvraag oppakken",
    reason: (facts) => `${came(facts)} Zij is beloofd dat zij op tijd iets hoort.`,
    action: "Openen",
    href,
  },
  "help-request-taken": {
    about: "Voordeur",
    title: () => "Hulpvraag beantwoorden",
    reason: (facts) => `${came(facts)} U hebt deze vraag opgepakt.`,
    action: "Openen",
    href,
  },
  "help-request-finish": {
    about: "Voordeur",
    title: () => "Hulpvraag afronden",
    reason: (facts) => `${came(facts)} U sprak haar: koppel de vraag aan haar gezin of sluit haar af.`,
    action: "Openen",
    href,
  },
};
