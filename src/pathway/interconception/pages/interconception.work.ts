import { formatDay } from "../../../kit/day.ts";
import type { WorkKinds } from "../../trajectory/workKind.ts";

/** Work of between two pregnancies. */
export const interconceptionWork: WorkKinds = {
  "interconception.ask": {
    title: () => "Na de kraamtijd: wat is goed om te weten voor een volgende zwangerschap?",
    reason: () => "Leg vast wat speelde, wat u adviseert en wie het gezin volgt.",
    action: "Vastleggen",
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/kinderwens/nieuw`,
  },
  "interconception.follow": {
    title: () => "Terugkomen op het gesprek over kinderwens",
    reason: (facts) =>
      `Afgesproken op ${formatDay(String(facts["heldOn"] ?? ""))}, vastgelegd door ${String(facts["by"] ?? "een collega")}.`,
    action: "Naar het gesprek",
    by: ["exploration"],
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/kinderwens`,
  },
};
