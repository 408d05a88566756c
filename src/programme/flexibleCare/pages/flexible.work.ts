import { formatDay } from "../../../kit/day.ts";
import type { WorkKinds } from "../../../pathway/trajectory/workKind.ts";

/** The words of the work that pillar 2 brings. */
export const flexibleWork: WorkKinds = {
  "flexible-period": {
    title: () => "Hoe loopt pijler 2 af?",
    reason: ({ until }) =>
      `De periode loopt tot en met ${typeof until === "string" ? formatDay(until) : "zes maanden"}. Spreek het met het gezin af, en rond af.`,
    action: "Bekijken",
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/kraamzorg#flexibel`,
  },
};
