import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { listChoices } from "./registerFamily.store.ts";

/** What the form of a new family lets one choose from. */
export const readRegisterChoices = (actor: Actor): ReturnType<typeof listChoices> =>
  withActor(actor, "family.form-read", ({ db }) => listChoices(db));
