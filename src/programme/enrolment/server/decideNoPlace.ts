import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Pillar } from "../../configuration/programme.ts";
import type { EnrolmentRefusal, Offer } from "../enrolment.ts";
import { decideEligibility } from "../rules/decideEligibility.ts";
import { mayDecide } from "../rules/whoDecides.ts";
import { keepNoPlace } from "./enrolment.store.ts";
import { findStanding, testLine } from "./testLine.ts";

export interface NoPlaceDecision {
  readonly trajectoryId: string;
  readonly pillar: Pillar;
  readonly offered: readonly Offer[];
  readonly note: string | null;
}

/** Decides that there is no place: with the criteria that are not met, and with what the family is offered instead [001 3.6]. */
export const decideNoPlace = (actor: Actor, { trajectoryId, pillar, offered, note }: NoPlaceDecision): Promise<Done | EnrolmentRefusal> =>
  withActor(actor, "programme.decided", async (work) => {
    const standing = await findStanding(work, trajectoryId, pillar);
    if ("code" in standing) return standing;
    if (!mayDecide(actor.role)) return refuse("not-your-role");
    if (offered.length === 0 || (offered.includes("other") && note === null)) return refuse("offer-needed");
    const { criteria, programme, held } = await testLine(work, standing, pillar);
    if (held) return refuse("place-already");
    if (decideEligibility(criteria).outcome !== "not_eligible") return refuse("nothing-not-met");
    const kept = await keepNoPlace(work.db, { trajectoryId, pillar, criteria, offered, note, versionId: programme.versionId });
    return kept === null ? refuse("place-already") : done({});
  });
