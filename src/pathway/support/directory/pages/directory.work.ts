import { formatDay } from "../../../../kit/day.ts";
import type { WorkFacts, WorkKinds } from "../../../trajectory/workKind.ts";

const word = (facts: WorkFacts, name: string): string => String(facts[name] ?? "");
const href = ({ subjectId }: { subjectId: string }) => `/sociale-kaart/${subjectId}`;

/** Work of who keeps an offer: it is on no family, and goes when someone checked the offer. */
export const directoryWork: WorkKinds = {
  "offer.check": {
    title: (facts) => `Klopt “${word(facts, "offer")}” nog?`,
    reason: (facts) =>
      word(facts, "on") === ""
        ? "Nog door niemand nagekeken."
        : `Laatst nagekeken op ${formatDay(word(facts, "on"))}: langer dan zes maanden geleden.`,
    about: "Sociale kaart",
    action: "Nakijken",
    whole: "directory",
    href,
  },
  "offer.reported": {
    title: (facts) => `“${word(facts, "offer")}” klopt misschien niet meer`,
    reason: () => "Een collega meldde dit. Kijk het na, en verander wat niet klopt.",
    about: "Sociale kaart",
    action: "Nakijken",
    whole: "directory",
    href,
  },
};
