import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import type { Family } from "../../../registry/family.ts";
import { listPlacesOfLine } from "../../enrolment/server/door.ts";
import type { Balance, HourLine } from "../ledger.ts";
import { listConsultations, listHoursDecisions, type Consultation, type DecidedHours } from "./decision.store.ts";
import { listBalances, listHourLines } from "./hours.store.ts";

/** The delivered hours of one family with who pays, for who may see its maternity care. */
export interface FamilyHours {
  readonly line: Line;
  readonly family: Family | null;
  readonly lines: readonly HourLine[];
  readonly undecided: readonly HourLine[];
  readonly balances: readonly Balance[];
  readonly decisions: readonly DecidedHours[];
  readonly consultations: readonly Consultation[];
  readonly hasFlexiblePlace: boolean;
  readonly mayDecide: boolean;
}

export const readFamilyHours = (actor: Actor, trajectoryId: string): Promise<FamilyHours | null> =>
  withActor(actor, "hours.read", async ({ db, about }) => {
    const line = await findLine(db, trajectoryId);
    if (!line) return null;
    about({ trajectories: [line.id], part: "maternity_care" });
    const [family, lines, balances, decisions, consultations, places] = await Promise.all([
      findFamilyOfLine(db, line.id),
      listHourLines(db, line.id),
      listBalances(db, line.id),
      listHoursDecisions(db, line.id),
      listConsultations(db, line.id),
      listPlacesOfLine(db, line.id),
    ]);
    return {
      line,
      family,
      lines,
      undecided: lines.filter((one) => one.source === "undecided" && one.corrects === null && !one.takenBack),
      balances,
      decisions,
      consultations,
      hasFlexiblePlace: places.some(({ pillar, state }) => pillar === 2 && state === "taken"),
      mayDecide: actor.role === "maternity_coordinator",
    };
  });
