import { daysBetween, type Day } from "../../../kit/day.ts";
import type { VisitKind } from "../visit.ts";

/** To which care a visit belongs that nobody planned: the maternity week, until pillar 2 may begin [domain 4.2, 4.3]. */
export const kindOn = (day: Day, bornOn: Day | null, pillar2FromDay: number | null): VisitKind =>
  bornOn !== null && pillar2FromDay !== null && daysBetween(bornOn, day) + 1 >= pillar2FromDay ? "flexible" : "maternity";
