import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { IndicationRefusal } from "../indication.ts";
import { checkIntake } from "../rules/checkIntake.ts";
import { mayRecordIntake } from "../rules/whoIndicates.ts";
import { insertIntake, type NewIntake } from "./indication.store.ts";
import { openHours } from "./indicate.ts";

export interface IntakeInput extends NewIntake {
  /** The intake that was looked at; null when there was none. */
  readonly seen: string | null;
}

/** Writes down what the family wishes and accepts. What it said before stays to be read. */
export const recordIntake = (actor: Actor, { seen, ...intake }: IntakeInput): Promise<Done | IndicationRefusal> =>
  withActor(actor, "intake.recorded", async (work) => {
    const hours = await openHours(work, actor, intake.trajectoryId, "any");
    if ("code" in hours) return hours;
    if (!mayRecordIntake(actor.role)) return refuse("not-your-role");
    if (hours.line.lossOn !== null) return refuse("after-loss");
    if ((hours.intakes[0]?.id ?? null) !== seen) return refuse("changed-meanwhile");
    const problem = checkIntake(intake, hours.indications[0]?.minutesAfterHospital ?? null, work.today);
    if (problem) return problem;
    await insertIntake(work.db, intake);
    return done({});
  });
