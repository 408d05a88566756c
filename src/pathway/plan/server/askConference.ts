import { addDays } from "../../../kit/day.ts";
import { done, refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { ConferenceOffer } from "../conferenceOffer.ts";
import { planTerms } from "../rules/planTerms.ts";
import { writingPlan } from "./writingPlan.ts";

/** More is needed than those around the family can do: its case waits for the conference again, with its one question. */
export const askConference = (actor: Actor, offer: ConferenceOffer, input: { trajectoryId: string; question: string }) =>
  writingPlan(actor, "plan.conference-asked", input.trajectoryId, async (writing) => {
    const listed = await offer.list(writing, { ...input, sittingBy: addDays(writing.today, planTerms.sittingDays) });
    return listed ? done({}) : refuse("waits-already");
  });
