import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db, type Work } from "../../../platform/db/withActor.ts";
import type { AskedPurpose, Consent, ConsentRefusal, Giver, ShareablePart } from "../consent.ts";
import type { ConsentListener } from "../consentListener.ts";
import { sharesNothing } from "../rules/askedOf.ts";
import { isAboutTheSame } from "../rules/consentState.ts";
import { decideAnswer } from "../rules/decideAnswer.ts";
import { listAnswers, recordConsent, withdrawConsent, type NewConsent } from "./consent.store.ts";
import { findConsentLine, listPossibleRecipients } from "./consentFacts.store.ts";

/** To whom: an organisation, or everyone with a role in the organisations involved. */
export type Recipient = { readonly organisationId: string } | { readonly role: string };

export interface AnswerInput {
  readonly trajectoryId: string;
  readonly about: string;
  readonly purpose: AskedPurpose;
  readonly given: boolean;
  readonly recipients: readonly Recipient[];
  readonly parts: readonly ShareablePart[];
  readonly medicalToo: boolean;
  readonly reason: string | null;
  readonly withoutParentsReason: string | null;
  readonly givenBy: Giver;
  readonly givenOn: Day;
  readonly way: "spoken" | "signed";
  readonly until: Day | null;
}

export type AnswerOutcome = Done<{ readonly visible: boolean }> | Refusal<ConsentRefusal>;

/**
 * Records what the family answered, one record for each recipient. A newer answer about the same takes the place of the older one, so
 * that what the family said last is what holds; a no to a purpose ends each yes to it.
 */
export function recordAnswer(actor: Actor, input: AnswerInput, listeners: readonly ConsentListener[] = []): Promise<AnswerOutcome> {
  return withActor(actor, "consent.recorded", async (work) => {
    const { db, today } = work;
    work.about({ trajectories: [input.trajectoryId], part: "identity", purpose: input.purpose });
    const line = await findConsentLine(db, input.trajectoryId);
    if (line === null) return refuse("consent-person-unknown");
    const known = await areKnown(work, input, line.municipality);
    const person = line.persons.find(({ id }) => id === input.about) ?? null;
    const outcome = decideAnswer({ ...input, person, recipients: known ? input.recipients.length : 0, today });
    if (outcome !== "go") return outcome;
    for (const answer of newAnswers(input)) {
      await replaceOlder(db, answer);
      await recordConsent(db, answer);
    }
    const event = {
      trajectoryId: input.trajectoryId,
      aboutPerson: input.about,
      purpose: input.purpose,
      kind: input.given ? "given" : "refused",
      on: input.givenOn,
      reason: input.reason,
    } as const;
    for (const tell of listeners) await tell(work, actor, event);
    return done({ visible: (await findConsentLine(db, input.trajectoryId)) !== null });
  });
}

async function areKnown({ db, today }: Work, input: AnswerInput, municipality: string | null): Promise<boolean> {
  const known = await listPossibleRecipients(db, input.trajectoryId, municipality, today);
  return input.recipients.every((recipient) => "role" in recipient || known.some(({ id }) => id === recipient.organisationId));
}

function newAnswers(input: AnswerInput): readonly NewConsent[] {
  const common = {
    trajectoryId: input.trajectoryId,
    aboutPerson: input.about,
    purpose: input.purpose,
    given: input.given,
    givenBy: input.givenBy,
    givenOn: input.givenOn,
    way: input.way,
    reason: input.given ? input.withoutParentsReason : input.reason,
  };
  if (!input.given || sharesNothing(input.purpose)) return [{ ...common, until: input.given ? input.until : null }];
  return input.recipients.map((recipient) => ({
    ...common,
    ...recipient,
    parts: input.parts,
    medicalToo: input.medicalToo,
    until: input.until,
  }));
}

async function replaceOlder(db: Db, answer: NewConsent): Promise<void> {
  const newer = {
    aboutPerson: answer.aboutPerson,
    purpose: answer.purpose,
    given: answer.given,
    organisationId: answer.organisationId ?? null,
    role: answer.role ?? null,
  };
  const older = (await listAnswers(db, answer.trajectoryId)).filter(
    (one: Consent) => one.withdrawnOn === null && isAboutTheSame(one, newer),
  );
  for (const { id, version } of older) await withdrawConsent(db, { id, version, by: answer.given ? "replaced" : answer.givenBy });
}
