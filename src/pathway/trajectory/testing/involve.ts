import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { answerRelationOffer, offerRelation, type RelationBasis } from "../../../trust/access/server/door.ts";
import type { Part } from "../../../trust/access/rules/policy.ts";
import { recordConsent, type NewConsent } from "../../../trust/consent/server/door.ts";

/** The family allows an organisation to see these parts. */
export const allow = (
  by: Actor,
  line: { trajectoryId: string; motherId: string },
  to: string,
  parts: readonly Part[],
  change: Partial<NewConsent> = {},
) =>
  withActor(by, "consent.recorded", async ({ db, today }) =>
    recordConsent(db, {
      trajectoryId: line.trajectoryId,
      aboutPerson: line.motherId,
      purpose: "sharing",
      organisationId: to,
      parts,
      given: true,
      givenBy: "self",
      givenOn: today,
      way: "spoken",
      ...change,
    }),
  );

/** An involved professional asks another organisation, which accepts: it has a relation, and sees what the family allows it. */
export async function involve(by: Actor, other: Actor, trajectoryId: string, basis: RelationBasis = "request"): Promise<void> {
  await withActor(by, "relation.offered", async ({ db }) =>
    offerRelation(db, { trajectoryId, organisationId: other.organisationId, basis }),
  );
  await withActor(other, "relation.accepted", async ({ db }) => answerRelationOffer(db, { trajectoryId, basis, accept: true }));
}
