import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { decideMoment, mayKeepMoments, type MomentRefusal } from "../rules/decideMoment.ts";
import type { ContactMoment } from "../youthContact.ts";
import { insertMoment, listKeptMoments, saveMoment, type KeptMoment } from "./contactMoment.store.ts";

/** The whole list, also what is not planned any more; null for who does not keep it. */
export function readMoments(actor: Actor): Promise<readonly KeptMoment[] | null> {
  return withActor(actor, "contact-moments.read", ({ db }) => (mayKeepMoments(actor) ? listKeptMoments(db) : Promise.resolve(null)));
}

export type MomentInput = ContactMoment & { readonly source: string };

/** Adds a contact moment, or changes one as it was on the screen. What was recorded of it keeps its place; what is planned follows the next morning. */
export function keepMoment(actor: Actor, input: MomentInput, version: number | null): Promise<Done | Refusal<MomentRefusal>> {
  return withActor(actor, "contact-moments.changed", async ({ db, about }) => {
    if (!mayKeepMoments(actor)) return refuse("moment-unknown");
    about({ purpose: input.code });
    const outcome = decideMoment(version === null ? "add" : "change", input, await listKeptMoments(db));
    if (outcome !== "go") return outcome;
    if (version === null) return (await insertMoment(db, input)) ? done({}) : refuse("moment-code-taken");
    return (await saveMoment(db, input, version)) ? done({}) : refuse("moment-changed-meanwhile");
  });
}
