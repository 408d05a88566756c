import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { destructionLetter, printDestructionLetter } from "../letters/destructionLetter.ts";
import { findContact, findRequest } from "./request.store.ts";

/** The letter to who asked, as a PDF to give by hand. Null while nothing is decided, or when it is not the asker's to see. */
export async function readLetter(actor: Actor, id: string): Promise<Uint8Array | null> {
  const letter = await withActor(actor, "destruction.printed", async ({ db, today, about }) => {
    const request = await findRequest(db, id);
    if (!request) return null;
    about({ trajectories: [request.trajectoryId], part: "identity" });
    const { telephone, language } = await findContact(db, actor.professionalId, actor.organisationId, request.trajectoryId);
    return destructionLetter({
      language: language === null || language === "nl" ? "nl" : "en",
      date: today,
      askedOn: request.askedOn,
      state: request.state,
      destroyed: request.destroyedKinds,
      kept: request.kept,
      contact: { name: actor.name, organisation: actor.organisation, telephone },
    });
  });
  return letter && printDestructionLetter(letter);
}
