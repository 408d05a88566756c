import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import type { IndicationFacts, IndicationRefusal, Occasion } from "../indication.ts";
import { decideIndication } from "../rules/decideIndication.ts";
import { protocolName } from "../rules/protocolOn.ts";
import { checkIndication } from "../rules/checkIndication.ts";
import { mayIndicate } from "../rules/whoIndicates.ts";
import { insertIndication, lockHours } from "./indication.store.ts";
import { findHours, type Hours } from "./readHours.ts";

export interface IndicateInput extends IndicationFacts {
  readonly trajectoryId: string;
  /** The indication that was looked at; null when there was none. */
  readonly seen: string | null;
  readonly why: string | null;
}

/** Indicates hours, anew each time: what was indicated before stays to be read, by the protocol of its day. */
export const indicate = (actor: Actor, input: IndicateInput): Promise<Done | IndicationRefusal> =>
  withActor(actor, "indication.made", async (work) => {
    const hours = await openHours(work, actor, input.trajectoryId, input.seen);
    if ("code" in hours) return hours;
    if (!mayIndicate(actor.role, hours.occasion)) return refuse("not-your-role");
    const problem = hours.protocol && checkIndication(hours.protocol, input, hours.indications[0] ?? null);
    return problem ?? keep(work, hours, input, hours.occasion);
  });

/** Days in hospital after the birth: everything else stays as it was indicated. */
export const recordHospitalDays = (
  actor: Actor,
  { trajectoryId, seen, hospitalDays }: { trajectoryId: string; seen: string | null; hospitalDays: number },
): Promise<Done | IndicationRefusal> =>
  withActor(actor, "indication.hospital-recorded", async (work) => {
    const hours = await openHours(work, actor, trajectoryId, seen);
    if ("code" in hours) return hours;
    const [newest] = hours.indications;
    if (!mayIndicate(actor.role, "hospital")) return refuse("not-your-role");
    if (!newest) return refuse("no-indication");
    if (hours.line.bornOn === null) return refuse("not-born-yet");
    if (newest.hospitalDays === hospitalDays) return refuse("nothing-to-change");
    return keep(work, hours, { ...newest, trajectoryId, hospitalDays, seen, why: null }, "hospital");
  });

/** The hours as they are, held until the act is done; or why there is no act. */
export async function openHours(
  work: Work,
  actor: Actor,
  trajectoryId: string,
  seen: string | null | "any",
): Promise<Hours | IndicationRefusal> {
  const line = await findLine(work.db, trajectoryId);
  if (!line) return refuse("not-visible");
  work.about({ trajectories: [line.id], part: "maternity_care" });
  if (line.state === "ended") return refuse("line-ended");
  await lockHours(work.db, trajectoryId);
  const hours = await findHours(work, line, actor.role);
  return seen !== "any" && (hours.indications[0]?.id ?? null) !== seen ? refuse("changed-meanwhile") : hours;
}

async function keep(work: Work, hours: Hours, input: IndicateInput, occasion: Occasion): Promise<Done | IndicationRefusal> {
  const { protocol, versionId, line } = hours;
  if (!protocol || versionId === null) return refuse("no-protocol");
  const { feeding, children, additions, ownMinutes, hospitalDays, why } = input;
  const facts = { feeding, children, additions, ownMinutes, hospitalDays };
  await insertIndication(work.db, {
    ...facts,
    ...decideIndication(protocol, facts),
    trajectoryId: line.id,
    occasion,
    versionId,
    protocolCode: protocol.code,
    protocolName: protocolName(protocol),
    days: protocol.days,
    why,
  });
  return done({});
}
