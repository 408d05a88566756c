import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { AskedPurpose, Consent, ConsentPerson, ConsentRefusal, Giver, ShareablePart } from "../consent.ts";
import { sharesNothing } from "./askedOf.ts";
import { giversFor } from "./whoDecides.ts";

/** An answer of the family as it is about to be recorded. */
export interface AnswerFacts {
  readonly person: Pick<ConsentPerson, "kind" | "birthDate"> | null;
  readonly purpose: AskedPurpose;
  readonly given: boolean;
  readonly recipients: number;
  readonly parts: readonly ShareablePart[];
  readonly givenBy: Giver;
  readonly withoutParentsReason: string | null;
  readonly givenOn: Day;
  readonly until: Day | null;
  readonly today: Day;
}

/** May this answer be recorded? A no needs no recipient, no parts and no reason: the family owes nobody one. */
export function decideAnswer(facts: AnswerFacts): Refusal<ConsentRefusal> | "go" {
  if (facts.person === null) return refuse("consent-person-unknown");
  if (facts.givenOn > facts.today) return refuse("consent-in-future", { givenOn: facts.givenOn });
  if (!giversFor(facts.person, facts.givenOn).includes(facts.givenBy))
    return refuse("consent-not-theirs-to-give", { givenBy: facts.givenBy });
  if (facts.givenBy === "self_without_parents" && facts.withoutParentsReason === null) return refuse("consent-needs-reason");
  if (!facts.given) return "go";
  if (facts.until !== null && facts.until < facts.today) return refuse("consent-ends-too-early", { until: facts.until });
  if (sharesNothing(facts.purpose)) return "go";
  if (facts.recipients === 0) return refuse("consent-needs-recipient");
  return facts.parts.length === 0 ? refuse("consent-needs-parts") : "go";
}

type Reach = Pick<Consent, "parts" | "medicalToo" | "until">;

/** Whether an answer allows less than the one it takes the place of, and nothing more. */
export function isNarrower(older: Reach, newer: Reach): boolean {
  const within =
    newer.parts.every((part) => older.parts.includes(part)) &&
    (older.medicalToo || !newer.medicalToo) &&
    (newer.until ?? "9999") <= (older.until ?? "9999");
  const less =
    newer.parts.length < older.parts.length || (older.medicalToo && !newer.medicalToo) || (newer.until ?? "9999") < (older.until ?? "9999");
  return within && less;
}
