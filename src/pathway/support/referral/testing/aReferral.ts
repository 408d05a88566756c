import { isDone } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import type { Region } from "../../../../registry/testing/aRegion.ts";
import { aLine } from "../../../trajectory/testing/aLine.ts";
import { allow } from "../../../trajectory/testing/involve.ts";
import { keepOffer } from "../../directory/server/changeOffer.ts";
import { offerInput } from "../../directory/testing/offerInput.ts";
import type { Candidate } from "../referral.ts";
import { askReferral, type AskInput } from "../server/askReferral.ts";
import { listCandidates } from "../server/referral.store.ts";

/** An offer of the organisation of this helper. */
export async function anOfferOf(helper: Actor, change: Parameters<typeof offerInput>[0] = {}): Promise<string> {
  const made = await keepOffer(helper, { id: null, version: 0 }, offerInput(change));
  if (!isDone(made)) throw new Error(made.code);
  return made.offerId;
}

/** An offer of an organisation where nobody works with Wieg; with an address it is asked by link, without on paper. */
export async function anOutsideOffer(region: Region, email: string | null): Promise<{ offerId: string; organisationId: string }> {
  const [organisation] = await region.asOwner<{ id: string }>(
    "insert into organisation (kind, name, email) values ('support_provider', 'Buurthuis zonder Wieg', $1) returning id",
    [email],
  );
  const [offer] = await region.asOwner<{ id: string }>(
    "insert into support_offer (organisation_id, name) values ($1, 'Koffie-ochtend') returning id",
    [organisation?.id],
  );
  return { offerId: offer?.id ?? "", organisationId: organisation?.id ?? "" };
}

/** A family that allows these organisations to know who it is. */
export async function aSharingLine(by: Actor, organisationIds: readonly string[], change: Parameters<typeof aLine>[1] = {}) {
  const line = await aLine(by, change);
  for (const id of new Set(organisationIds)) await allow(by, line, id, ["identity"]);
  return line;
}

export const candidatesOf = (actor: Actor, trajectoryId: string): Promise<readonly Candidate[]> =>
  withActor(actor, "referral.read", ({ db }) => listCandidates(db, trajectoryId));

/** Asks, and gives back what was asked. */
export async function aReferral(
  by: Actor,
  trajectoryId: string,
  offerIds: readonly string[],
  change: Partial<AskInput> = {},
): Promise<readonly Candidate[]> {
  const asked = await askReferral(by, {
    trajectoryId,
    offerIds,
    question: "Kunt u helpen met de post?",
    urgent: false,
    feedbackAllowed: true,
    evenIfFull: false,
    ...change,
  });
  if (!isDone(asked)) throw new Error(`${asked.code} ${JSON.stringify(asked.facts)}`);
  return candidatesOf(by, trajectoryId);
}

export const seenOf = ({ id, trajectoryId, version }: Candidate) => ({ candidateId: id, trajectoryId, version });
