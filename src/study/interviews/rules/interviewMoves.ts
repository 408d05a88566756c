import type { Interview, InterviewKind, InterviewMove, InterviewState, Mover } from "../interviews.ts";

interface Move {
  readonly from: readonly InterviewState[];
  readonly to: InterviewState | "same";
  readonly by: Readonly<Record<InterviewKind, readonly Mover[]>>;
}

/**
 * Every step of an interview. A family is asked by the key keeper: the desk never knows whom. What ends in declined, no_answer or stopped
 * calls the next of the same stratum.
 */
export const moves: Readonly<Record<InterviewMove, Move>> = {
  ask: { from: ["drawn"], to: "asked", by: { professional: [], family: ["desk"] } },
  invite: { from: ["drawn", "asked"], to: "invited", by: { professional: ["desk"], family: ["keeper"] } },
  agree: { from: ["invited"], to: "agreed", by: { professional: ["self", "desk"], family: ["keeper"] } },
  decline: { from: ["invited", "agreed"], to: "declined", by: { professional: ["self", "desk"], family: ["keeper"] } },
  plan: { from: ["agreed"], to: "same", by: { professional: ["desk"], family: ["keeper"] } },
  hold: { from: ["agreed"], to: "held", by: { professional: ["desk"], family: ["desk"] } },
  no_answer: { from: ["invited"], to: "no_answer", by: { professional: ["desk"], family: ["desk", "keeper"] } },
  stop: { from: ["drawn", "asked", "invited", "agreed"], to: "stopped", by: { professional: ["desk"], family: ["desk"] } },
};

/** Where the move leads; null when it can't be made now by this one. A family is not invited before the key keeper was asked. */
export function decideMove(move: InterviewMove, { kind, state }: Pick<Interview, "kind" | "state">, by: Mover): InterviewState | null {
  const { from, to, by: movers } = moves[move];
  if (!from.includes(state) || !movers[kind].includes(by)) return null;
  if (move === "invite" && (kind === "family") !== (state === "asked")) return null;
  return to === "same" ? state : to;
}

/** The moves that somebody can make now, in the order of the table. */
export const possibleMoves = (one: Pick<Interview, "kind" | "state">, by: Mover): readonly InterviewMove[] =>
  (Object.keys(moves) as InterviewMove[]).filter((move) => decideMove(move, one, by) !== null);
