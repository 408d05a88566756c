import { formatDay } from "../../../kit/day.ts";
import { stuckReasons, type WorkKinds } from "../../trajectory/workKind.ts";
import { stuckReasonNames } from "../cases.texts.ts";

/** What someone took up because it was stuck; gone when it is solved. */
export const caseWork: WorkKinds = {
  "case.taken-up": {
    title: ({ reason }) => {
      const known = stuckReasons.find((one) => one === reason);
      return `Vastgelopen${known === undefined ? "" : `: ${stuckReasonNames[known]}`}`;
    },
    reason: ({ on }) =>
      `U pakte dit op${typeof on === "string" ? ` op ${formatDay(on)}` : ""}. Bel, en los het op. Dan gaat het vanzelf van uw lijst.`,
    by: [],
    action: "Bekijken",
    href: () => "/casussen?toon=opgepakt",
  },
};
