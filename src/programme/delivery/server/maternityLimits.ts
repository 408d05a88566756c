import { dayOfMoment } from "../../../kit/moment.ts";
import { refuse } from "../../../kit/refusal.ts";
import { fundedHours } from "../../funding/server/door.ts";
import { readFundingFacts } from "../../ledger/server/door.ts";
import type { VisitRefusal } from "../visit.ts";
import type { PlanLimits } from "./planVisit.ts";

/**
 * Care that nothing pays for is not planned; given, it is recorded all the same [domain 4.2]. Before the birth it is planned around the day on
 * which it is expected. The hours themselves follow the indication, which stands beside them.
 */
export const maternityLimits: PlanLimits<VisitRefusal> = async ({ db }, _actor, { line, planned }) => {
  if (line.bornOn === null) return planned.map(() => "go" as const);
  const facts = await readFundingFacts(db, line.id);
  return planned.map(({ id, from }) => {
    const day = dayOfMoment(from);
    const paid = facts === null || fundedHours(id, { day, minutes: 60 }, facts);
    return paid === true || paid.source !== "undecided" ? "go" : refuse("nobody-pays", { on: day, because: paid.reason });
  });
};
