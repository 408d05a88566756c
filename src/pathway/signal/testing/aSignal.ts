import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { answerRelationOffer, offerRelation } from "../../../trust/access/server/door.ts";
import type { Part } from "../../../trust/access/rules/policy.ts";
import { recordConsent } from "../../../trust/consent/server/door.ts";
import type { NewNote } from "../server/raiseSignal.ts";

/** A signal as most are: debts that the mother told about today, discussed with her. */
export const aSignal = (line: { trajectoryId: string; motherId: string }, change: Partial<NewNote> & { today: string }): NewNote => ({
  trajectoryId: line.trajectoryId,
  aboutPerson: line.motherId,
  factorCodes: ["debt"],
  seen: null,
  urgent: false,
  observedOn: change.today,
  discussedOn: change.today,
  ...change,
});

/** The family allows it, and the other one takes part: from now on relation and consent both hold. */
export async function shareLine(
  by: Actor,
  other: Actor,
  line: { trajectoryId: string; motherId: string },
  change: { parts?: readonly Part[]; medicalToo?: boolean; aboutPerson?: string } = {},
): Promise<void> {
  await withActor(by, "consent.recorded", ({ db }) =>
    recordConsent(db, {
      trajectoryId: line.trajectoryId,
      aboutPerson: change.aboutPerson ?? line.motherId,
      purpose: "sharing",
      organisationId: other.organisationId,
      parts: change.parts ?? ["identity", "signals", "assessment", "exploration", "plan", "referrals"],
      medicalToo: change.medicalToo ?? false,
      given: true,
      givenBy: "self",
      givenOn: "2026-01-01",
      way: "spoken",
    }),
  );
  await withActor(by, "request.made", ({ db }) =>
    offerRelation(db, { trajectoryId: line.trajectoryId, organisationId: other.organisationId, basis: "request" }),
  );
  await withActor(other, "request.accepted", ({ db }) =>
    answerRelationOffer(db, { trajectoryId: line.trajectoryId, basis: "request", accept: true }),
  );
}
