import { formatDay } from "../../../kit/day.ts";
import type { WorkKinds } from "../../../pathway/trajectory/workKind.ts";

/** The intake of maternity care, in good time before the birth. */
export const indicationWork: WorkKinds = {
  "intake-due": {
    title: () => "Intake kraamzorg nog niet gehouden",
    reason: ({ dueOn }) => `Houd de intake ten laatste ${typeof dueOn === "string" ? formatDay(dueOn) : "voor de geboorte"}.`,
    action: "Intake houden",
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/kraamzorg`,
  },
};
