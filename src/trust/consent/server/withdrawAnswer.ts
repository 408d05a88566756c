import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { ConsentRefusal } from "../consent.ts";
import type { ConsentListener } from "../consentListener.ts";
import { giversFor } from "../rules/whoDecides.ts";
import { listAnswers, withdrawConsent } from "./consent.store.ts";
import { findConsentLine } from "./consentFacts.store.ts";

/** Withdraws an answer: it works at the next request, also for who withdraws it on the family's behalf. */
export function withdrawAnswer(
  actor: Actor,
  input: { readonly trajectoryId: string; readonly consentId: string; readonly version: number },
  listeners: readonly ConsentListener[] = [],
): Promise<Done<{ readonly visible: boolean }> | Refusal<ConsentRefusal>> {
  return withActor(actor, "consent.withdrawn", async (work) => {
    const { db, today } = work;
    const line = await findConsentLine(db, input.trajectoryId);
    const answer = (await listAnswers(db, input.trajectoryId)).find(({ id }) => id === input.consentId);
    if (line === null || !answer) return refuse("consent-person-unknown");
    work.about({ trajectories: [input.trajectoryId], part: "identity", purpose: answer.purpose });
    const person = line.persons.find(({ id }) => id === answer.aboutPerson);
    const [by = "self"] = person ? giversFor(person, today) : [];
    if (!(await withdrawConsent(db, { id: answer.id, by, version: input.version }))) return refuse("consent-changed-meanwhile");
    const event = {
      trajectoryId: input.trajectoryId,
      aboutPerson: answer.aboutPerson,
      purpose: answer.purpose,
      kind: "withdrawn",
      on: today,
      reason: null,
    } as const;
    for (const tell of listeners) await tell(work, actor, event);
    return done({ visible: (await findConsentLine(db, input.trajectoryId)) !== null });
  });
}
