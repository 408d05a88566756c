import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { decideMove, moves } from "../rules/signalMoves.ts";
import { signalTerms } from "../rules/signalTerms.ts";
import type { SignalMove, SignalRefusal } from "../signal.ts";
import { listSignals, updateNote, watchSignals } from "./signal.store.ts";

const events: Readonly<Record<SignalMove, string>> = {
  discuss: "signal.discussed",
  withdraw: "signal.withdrawn",
  restore: "signal.restored",
};

export interface Move {
  readonly trajectoryId: string;
  readonly note: string;
  readonly version: number;
  readonly day?: Day;
  readonly reason?: string;
}

/** Discusses, withdraws or restores what was noted together. */
export function moveSignal(actor: Actor, move: SignalMove, input: Move): Promise<Done | Refusal<SignalRefusal>> {
  return withActor(actor, events[move], async ({ db, today, about }) => {
    const noted = await listSignals(db, input.trajectoryId, input.note);
    const [first] = noted;
    if (!first) return refuse("not-visible");
    about({ trajectories: [input.trajectoryId], part: "signals" });
    const byAuthorsOrganisation = noted.every(({ authorOrganisationId }) => authorOrganisationId === actor.organisationId);
    const outcome = decideMove(move, { signal: first, byAuthorsOrganisation, today, day: input.day ?? null, reason: input.reason ?? null });
    if (outcome !== "go") return outcome;
    const change =
      move === "discuss" && input.day !== undefined
        ? { discussedOn: input.day }
        : { state: moves[move].to, withdrawnReason: move === "withdraw" ? (input.reason ?? null) : null };
    const changed = await updateNote(db, { notedTogether: input.note, version: input.version }, change);
    if (changed !== noted.length) return refuse("changed-meanwhile");
    await watchSignals(db, input.note, signalTerms.discussWithinDays);
    return done({});
  });
}
