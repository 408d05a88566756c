import type { Concern, KeepReason, RecordKind } from "../retention.ts";

/** Kinds that go by their term alone, each for a reason of its own. */
const never: Readonly<Partial<Record<RecordKind, KeepReason>>> = { programme: "accounts", meldcode: "law", trail: "law" };

/** Can this kind go because its person asks? */
export const neverOnRequest = (kind: RecordKind): KeepReason | null => never[kind] ?? null;

/** What the privacy officer is proposed for one kind of record; null: it can go. The decision is a human's. */
export function proposeKept(kind: RecordKind, seen: readonly Concern[]): KeepReason | null {
  return neverOnRequest(kind) ?? seen[0] ?? null;
}

/**
 * What is wrong with a decision: a kind that the law keeps may not go. An empty list: nothing.
 */
export const wronglyDestroyed = (kinds: readonly RecordKind[]): readonly RecordKind[] =>
  kinds.filter((kind) => neverOnRequest(kind) !== null);
