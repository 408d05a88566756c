import { formatDay } from "../../../kit/day.ts";
import type { WorkKinds } from "../../trajectory/workKind.ts";
import { outcomeKinds } from "../signal.ts";
import { outcomeWords } from "../signal.texts.ts";

/** The work that signals give. */
export const signalWork: WorkKinds = {
  "signal-not-discussed": {
    title: () => "Signaal bespreken met het gezin",
    reason: ({ observedOn, days }) =>
      `Gezien op ${formatDay(String(observedOn))}. Tot het besproken is, ziet alleen uw organisatie het. Termijn: ${days} dagen.`,
    action: "Bespreken",
    href: ({ trajectoryId, subjectId }) => `/gezinnen/${trajectoryId}/signalen/${subjectId}`,
  },
  "signal-followed": {
    title: () => "Wat er met uw signaal is gedaan",
    reason: (facts) => {
      const what = outcomeKinds.find((one) => one === facts["what"]);
      return what === undefined ? "" : `${outcomeWords({ what, by: String(facts["by"] ?? "") })}, op ${formatDay(String(facts["on"]))}.`;
    },
    action: "Lezen",
    by: [],
    href: ({ trajectoryId, subjectId }) => `/gezinnen/${trajectoryId}/signalen/${subjectId}`,
  },
};
