import { mayPlan } from "../../delivery/server/door.ts";
import type { CarePart } from "../../indication/carePart.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { isRole } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import { findFlexible } from "../server/findFlexible.ts";
import { FlexibleCard } from "./FlexibleCard.tsx";

/** Pillar 2 on the page of a family's maternity care. */
export const flexiblePart: CarePart = {
  id: "flexible",
  records: { flexible_decision: "Besluit over flexibele kraamzorg" },
  async load(work, line, actor) {
    if (!isRole(actor.role) || !mayRole(actor.role, "programme", "read")) return null;
    const flexible = await findFlexible(work, line);
    if (!flexible) return null;
    const open = line.state === "open";
    const rights = {
      trajectoryId: line.id,
      mayPlan: open && mayPlan(actor.role),
      mayDecide: open && actor.role === "maternity_coordinator",
      quiet: line.lossOn !== null,
    };
    return {
      card: <FlexibleCard flexible={flexible} rights={rights} />,
      facts: [{ label: "Pijler 2", value: `${formatMinutes(Math.max(0, flexible.standing.left))} nog te plannen` }],
    };
  },
};
