import { formatDay } from "../../../kit/day.ts";
import type { WorkKinds } from "../../../pathway/trajectory/workKind.ts";
import { steeringAddress } from "./address.ts";

/** The words of the work that steering brings: put and taken away by the database. */
export const steeringWork: WorkKinds = {
  "steering-action": {
    title: () => "Actie van de projectgroep",
    reason: ({ since }) => `Afgesproken op ${typeof since === "string" ? formatDay(since) : ""}. U bent de eigenaar.`,
    about: "Geboortezorg Flex",
    action: "Afronden",
    href: ({ subjectId }) => `${steeringAddress}/acties/${subjectId}`,
  },
};
