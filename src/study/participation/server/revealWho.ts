import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Arm } from "../../design/study.ts";
import type { Participant } from "../participation.ts";
import { answerReveal, askReveal, listReveals, reveal, type Reveal, type Revealed } from "./key.store.ts";
import { changeArm, findParticipant, listArmChanges, type ArmChange } from "./participant.store.ts";

/** What was asked of the key keeper; pseudonyms alone. */
export const readReveals = (actor: Actor): Promise<readonly Reveal[]> => withActor(actor, "study-key.read", ({ db }) => listReveals(db));

/** The research desk asks, with its reason. */
export const askWho = (actor: Actor, code: string, why: string): Promise<Done | Refusal<"not-found" | "asked-already">> =>
  withActor(actor, "study-key.asked", async ({ db, about }) => {
    about({ part: "study", purpose: code });
    const came = await askReveal(db, code, why);
    return came === "done" ? done({}) : refuse(came);
  });

/** The key keeper grants it, or refuses with a reason. */
export const answerWho = (actor: Actor, id: string, yes: boolean, why: string | null): Promise<Done | Refusal<"answered-already">> =>
  withActor(actor, yes ? "study-key.granted" : "study-key.refused", async ({ db, about }) => {
    about({ part: "study", purpose: id });
    return (await answerReveal(db, id, yes, why)) ? done({}) : refuse("answered-already");
  });

/** Shows who she is, once; nothing of it is kept. */
export const showWho = (actor: Actor, id: string): Promise<Revealed | null> =>
  withActor({ ...actor, requestKey: null }, "study-key.shown", ({ db, about }) => {
    about({ part: "study", purpose: id });
    return reveal(db, id);
  });

/** One participant with the corrections of her arm, for the research desk. */
export const readArms = (
  actor: Actor,
  code: string,
): Promise<{ readonly participant: Participant; readonly changes: readonly ArmChange[] } | null> =>
  withActor(actor, "study-participant.read", async ({ db, about }) => {
    about({ part: "study", purpose: code });
    const participant = await findParticipant(db, code);
    return participant && { participant, changes: await listArmChanges(db, participant.id) };
  });

export interface ArmCorrection {
  readonly code: string;
  readonly study: string;
  readonly to: Arm;
  readonly why: string;
  readonly version: number;
}

/** A participant who turned out to be in the wrong arm: added to what was, with the reason; nothing is overwritten. */
export const correctArm = (
  actor: Actor,
  { code, ...change }: ArmCorrection,
): Promise<Done | Refusal<"not-found" | "changed" | "not-fixed" | "same-arm">> =>
  withActor(actor, "study-participant.arm-corrected", async ({ db, about }) => {
    about({ part: "study", purpose: code });
    const participant = await findParticipant(db, code);
    if (!participant) return refuse("not-found");
    const came = await changeArm(db, { ...change, participantId: participant.id });
    return came === "done" ? done({}) : refuse(came);
  });
