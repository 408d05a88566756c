import type { FileMove, FileState } from "../familyFile.ts";

/** The life of a file: made, handed over, taken once, or gone by its term. The database keeps the same. */
export const moves: Readonly<Record<FileMove, { readonly from: readonly FileState[]; readonly to: FileState }>> = {
  begin: { from: ["asked", "making"], to: "making" },
  finish: { from: ["making"], to: "ready" },
  fail: { from: ["making"], to: "failed" },
  retry: { from: ["failed"], to: "asked" },
  hand: { from: ["ready", "handed"], to: "handed" },
  take_one: { from: ["handed"], to: "handed" },
  take_last: { from: ["handed"], to: "taken" },
  expire: { from: ["ready", "handed"], to: "expired" },
};

export const mayMove = (move: FileMove, state: FileState): boolean => moves[move].from.includes(state);

/** In which the content stands in Wieg. */
export const holdsContent = (state: FileState): boolean => ["making", "ready", "handed"].includes(state);
