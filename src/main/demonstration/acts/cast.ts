import { isDone } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { FamilyPlan, ToldFamily } from "../families.ts";
import type { Teller } from "../story.ts";

/** Who plays in the story of one family. */
export interface Cast extends Teller {
  readonly plan: FamilyPlan;
  readonly family: ToldFamily;
  readonly midwife: Actor;
  readonly nurse: Actor;
}

export const castOf = (teller: Teller, plan: FamilyPlan, family: ToldFamily): Cast => ({
  ...teller,
  plan,
  family,
  midwife: teller.region.actor(plan.midwife),
  nurse: teller.region.actor(plan.nurse),
});

interface Outcome {
  readonly code: string;
  readonly facts?: unknown;
}

/** The demonstration does only what may be done: a refusal is a fault in its story. */
export async function did<Result extends Outcome>(what: string, act: Promise<Result>): Promise<Extract<Result, { code: "done" }>> {
  const outcome = await act;
  if (!isDone(outcome)) throw new Error(`The demonstration could not ${what}: ${outcome.code} ${JSON.stringify(outcome.facts ?? {})}.`);
  return outcome;
}

export const wishes = [
  "Overzicht over onze rekeningen",
  "Iemand om mee te praten",
  "Een grotere woning voor de baby komt",
  "Zelf de baby leren verzorgen",
];
