import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { answerRelationOffer } from "../../../trust/access/server/door.ts";
import { closeWork, findLine } from "../../../pathway/trajectory/server/door.ts";
import type { Pillar } from "../../configuration/programme.ts";
import type { EnrolmentRefusal, GivenBackReason } from "../enrolment.ts";
import { mayGiveBack } from "../rules/mayGiveBack.ts";
import { mayDecide } from "../rules/whoDecides.ts";
import { giveBack, nameFunder } from "./enrolment.store.ts";
import { findStanding } from "./testLine.ts";

export interface GiveBackInput {
  readonly trajectoryId: string;
  readonly pillar: Pillar;
  readonly why: GivenBackReason;
  readonly noCare: boolean;
  readonly note: string | null;
}

/** Gives a place back on which no care was or will be delivered [domain 4.1]. */
export const giveBackPlace = (actor: Actor, { trajectoryId, pillar, why, noCare, note }: GiveBackInput): Promise<Done | EnrolmentRefusal> =>
  withActor(actor, "programme.place-given-back", async (work) => {
    const standing = await findStanding(work, trajectoryId, pillar);
    if ("code" in standing) return standing;
    if (!mayDecide(actor.role)) return refuse("not-your-role");
    const { held, line, ofLine } = standing;
    if (!held) return refuse("place-not-held");
    const outcome = mayGiveBack({ why, noCare, bornOn: line.bornOn, lossOn: line.lossOn });
    if (outcome !== "go") return outcome;
    if (pillar === 1 && ofLine.some((place) => place.entry === "flow_on" && place.state === "taken")) return refuse("went-on-to-pillar-2");
    return (await giveBack(work.db, { placeId: held.id, version: held.version, why, note })) ? done({}) : refuse("changed-meanwhile");
  });

/** Says whether the policy is with CZ or with VGZ, where the label could be either: who pays, nothing else. */
export const recordFunder = (
  actor: Actor,
  input: { trajectoryId: string; pillar: Pillar; group: "CZ" | "VGZ" },
): Promise<Done | EnrolmentRefusal> =>
  withActor(actor, "programme.funder-recorded", async (work) => {
    const standing = await findStanding(work, input.trajectoryId, input.pillar);
    if ("code" in standing) return standing;
    if (!mayDecide(actor.role)) return refuse("not-your-role");
    const { held } = standing;
    if (!held) return refuse("place-not-held");
    return (await nameFunder(work.db, { placeId: held.id, group: input.group, version: held.version }))
      ? done({})
      : refuse("changed-meanwhile");
  });

/** The coordinator takes on a place that was given: from now on her organisation is involved with the line, if it was not already. */
export const acceptPlace = (actor: Actor, trajectoryId: string): Promise<Done | EnrolmentRefusal> =>
  withActor(actor, "programme.place-accepted", async ({ db, about }) => {
    about({ trajectories: [trajectoryId], part: "programme" });
    if (actor.role !== "maternity_coordinator") return refuse("not-your-role");
    const begun = await answerRelationOffer(db, { trajectoryId, basis: "enrolment", accept: true });
    if (!begun && !(await findLine(db, trajectoryId))) return refuse("not-visible");
    await closeWork(db, { trajectoryId, kind: "programme-place-given", subjectId: null });
    return done({});
  });
