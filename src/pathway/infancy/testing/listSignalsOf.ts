import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { listSignals, type SignalRow } from "../../signal/server/signal.store.ts";

/** The signals of a line as someone sees them. */
export const listSignalsOf = (actor: Actor, trajectoryId: string): Promise<readonly SignalRow[]> =>
  withActor(actor, "signals.read", ({ db }) => listSignals(db, trajectoryId));
