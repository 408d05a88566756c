import { formatDay } from "../../../kit/day.ts";
import type { WorkFacts, WorkKinds } from "../../trajectory/workKind.ts";

const word = (facts: WorkFacts, name: string): string => String(facts[name] ?? "");

/** Work of the youth health service: one contact moment of a child at a time. The database puts it, and takes it away. */
export const infancyWork: WorkKinds = {
  "youth-contact.due": {
    title: (facts) => `Contactmoment ${word(facts, "moment")}`,
    reason: (facts) =>
      Number(facts["missed"] ?? 0) > 0
        ? `${Number(facts["missed"])} keer niemand gekomen. Spreek een nieuwe dag af.`
        : `Het kind heeft de leeftijd op ${formatDay(word(facts, "dueOn"))}.`,
    action: "Vastleggen",
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/contactmomenten`,
  },
};
