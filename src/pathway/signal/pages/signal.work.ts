import { formatDay } from "../../../kit/day.ts";
import type { WorkKinds } from "../../trajectory/workKind.ts";

/** The work that signals give. */
export const signalWork: WorkKinds = {
  "signal-not-discussed": {
    title: () => "Signaal bespreken met het gezin",
    reason: ({ observedOn, days }) =>
      `Gezien op ${formatDay(String(observedOn))}. Tot het besproken is, ziet alleen uw organisatie het. Termijn: ${days} dagen.`,
    action: "Bespreken",
    href: ({ trajectoryId, subjectId }) => `/gezinnen/${trajectoryId}/signalen/${subjectId}`,
  },
};
