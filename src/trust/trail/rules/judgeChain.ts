/** What a seal says of a batch of events, and what the batch gives now. Digests are hex; leaves are 16 hex digits for each event. */
export interface SealFacts {
  readonly id: number;
  readonly sealedEvents: number;
  readonly sealedLeaves: string;
  readonly foundLeaves: string;
  readonly previous: string;
  /** Hash of the seal before, as it stands now; empty for the first. */
  readonly before: string;
  readonly hash: string;
  /** Hash that follows from the seal before and the events found. */
  readonly computed: string;
}

export type Verdict =
  | { readonly whole: true }
  | { readonly whole: false; readonly seal: number; readonly what: "changed" | "removed" | "added" | "seal"; readonly index: number };

const leafLength = 16;

/** Is this seal whole, and if not: what happened, and at which event of it first? */
export function judgeSeal(facts: SealFacts): Verdict {
  if (facts.previous !== facts.before) return { whole: false, seal: facts.id, what: "seal", index: 0 };
  if (facts.hash === facts.computed && facts.sealedLeaves === facts.foundLeaves) return { whole: true };
  const sealed = leavesOf(facts.sealedLeaves);
  const found = leavesOf(facts.foundLeaves);
  const index = sealed.findIndex((leaf, place) => leaf !== found[place]);
  if (index === -1 && found.length === sealed.length) return { whole: false, seal: facts.id, what: "seal", index: 0 };
  const at = index === -1 ? sealed.length : index;
  const what = found.length < sealed.length ? "removed" : found.length > sealed.length ? "added" : "changed";
  return { whole: false, seal: facts.id, what, index: at };
}

function leavesOf(hex: string): readonly string[] {
  return Array.from({ length: hex.length / leafLength }, (_, place) => hex.slice(place * leafLength, (place + 1) * leafLength));
}
