import { formatMinutes } from "../../../kit/money.ts";
import type { WorkKinds } from "../../../pathway/trajectory/workKind.ts";

/** The words of the work that delivered hours bring. */
export const hoursWork: WorkKinds = {
  "hours-undecided": {
    title: () => "Uren kraamzorg: nog niet besloten wie betaalt",
    reason: ({ minutes }) =>
      `${typeof minutes === "number" ? `${formatMinutes(minutes)} is gegeven buiten de regels` : "Uren zijn gegeven buiten de regels"}. De zorg staat vast, wie betaalt nog niet.`,
    action: "Besluiten",
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/kraamzorg/uren`,
  },
};
