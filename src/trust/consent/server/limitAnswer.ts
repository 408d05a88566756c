import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { ConsentRefusal, ShareablePart } from "../consent.ts";
import { isInForce } from "../rules/consentState.ts";
import { isNarrower } from "../rules/decideAnswer.ts";
import { giversFor } from "../rules/whoDecides.ts";
import { listAnswers, recordConsent, withdrawConsent } from "./consent.store.ts";
import { findConsentLine } from "./consentFacts.store.ts";

export interface LimitInput {
  readonly trajectoryId: string;
  readonly consentId: string;
  readonly version: number;
  readonly parts: readonly ShareablePart[];
  readonly medicalToo: boolean;
  readonly until: Day | null;
  readonly way: "spoken" | "signed";
}

/** The family allows less from now on: the old answer ends and a narrower one begins, in one act. */
export function limitAnswer(actor: Actor, input: LimitInput): Promise<Done<{ readonly visible: boolean }> | Refusal<ConsentRefusal>> {
  return withActor(actor, "consent.limited", async ({ db, today, about }) => {
    const line = await findConsentLine(db, input.trajectoryId);
    const answer = (await listAnswers(db, input.trajectoryId)).find(({ id }) => id === input.consentId);
    const person = line?.persons.find(({ id }) => id === answer?.aboutPerson);
    if (!answer || !person) return refuse("consent-person-unknown");
    about({ trajectories: [input.trajectoryId], part: "identity", purpose: answer.purpose });
    if (!isInForce(answer, today)) return refuse("consent-changed-meanwhile");
    if (input.parts.length === 0) return refuse("consent-needs-parts");
    if (input.until !== null && input.until < today) return refuse("consent-ends-too-early", { until: input.until });
    if (!isNarrower(answer, input)) return refuse("consent-not-narrower");
    if (!(await withdrawConsent(db, { id: answer.id, by: "replaced", version: input.version }))) return refuse("consent-changed-meanwhile");
    const [giver = "self"] = giversFor(person, today);
    await recordConsent(db, {
      trajectoryId: input.trajectoryId,
      aboutPerson: answer.aboutPerson,
      purpose: answer.purpose,
      organisationId: answer.organisationId,
      role: answer.role,
      parts: input.parts,
      medicalToo: input.medicalToo,
      given: true,
      givenBy: giver,
      givenOn: today,
      way: input.way,
      until: input.until,
    });
    return done({ visible: (await findConsentLine(db, input.trajectoryId)) !== null });
  });
}
