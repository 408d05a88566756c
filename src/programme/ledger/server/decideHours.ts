import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import { listPlacesOfLine } from "../../enrolment/server/door.ts";
import type { HoursDecision } from "../../funding/funding.ts";
import type { ExceptionCondition } from "../../configuration/settings/funding.ts";
import type { LedgerRefusal } from "../ledger.ts";
import { bookAnew } from "./bookHours.ts";
import { addConsultation, addDecision } from "./decision.store.ts";
import { listBooked } from "./hours.store.ts";

export interface HoursDecisionInput {
  readonly trajectoryId: string;
  /** Lines of hours that are undecided. */
  readonly lineIds: readonly string[];
  readonly source: HoursDecision["source"];
  readonly reason: string;
}

/** The coordinator decides who pays hours that no rule covers. Booked as new lines beside the old ones, which stay as they are [domain 4.2]. */
export const decideHours = (actor: Actor, { trajectoryId, lineIds, source, reason }: HoursDecisionInput): Promise<Done | LedgerRefusal> =>
  withActor(actor, "hours.decided", async (work) => {
    const line = await findLine(work.db, trajectoryId);
    if (!line) return refuse("not-visible");
    work.about({ trajectories: [line.id], part: "maternity_care" });
    if (actor.role !== "maternity_coordinator") return refuse("not-your-role");
    const booked = await listBooked(work.db, { trajectoryId });
    const chosen = booked.filter((one) => one.source === "undecided" && lineIds.includes(one.id));
    if (chosen.length === 0) return refuse("nothing-undecided");
    const places = await listPlacesOfLine(work.db, trajectoryId);
    if (source === "programme" && !places.some(({ pillar, state }) => pillar === 2 && state === "taken"))
      return refuse("no-flexible-place");
    for (const { visitId, day } of chosen) await addDecision(work.db, { trajectoryId, visitId, day, source, reason });
    await bookAnew(work, trajectoryId);
    return done({});
  });

export interface ConsultationInput {
  readonly trajectoryId: string;
  readonly met: readonly ExceptionCondition[];
  readonly providerOn: Day | null;
  readonly insurerOn: Day | null;
  readonly agreed: boolean;
  readonly note: string | null;
}

/** Records a consultation about insured care after day 10; hours delivered already are derived anew, those to come follow by themselves. */
export const recordConsultation = (actor: Actor, input: ConsultationInput): Promise<Done | LedgerRefusal> =>
  withActor(actor, "hours.exception-recorded", async (work) => {
    const line = await findLine(work.db, input.trajectoryId);
    if (!line) return refuse("not-visible");
    work.about({ trajectories: [line.id], part: "maternity_care" });
    if (actor.role !== "maternity_coordinator") return refuse("not-your-role");
    await addConsultation(work.db, input);
    await bookAnew(work, line.id);
    return done({});
  });

/** Derives the hours of one family anew: for who learned a day of birth, an insurer or a rate since. */
export const deriveAnew = (actor: Actor, trajectoryId: string): Promise<Done<{ lines: number }> | LedgerRefusal> =>
  withActor(actor, "hours.booked-anew", async (work) => {
    const line = await findLine(work.db, trajectoryId);
    if (!line) return refuse("not-visible");
    work.about({ trajectories: [line.id], part: "maternity_care" });
    if (actor.role !== "maternity_coordinator") return refuse("not-your-role");
    return done({ lines: await bookAnew(work, line.id) });
  });
