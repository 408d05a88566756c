import { createHash } from "node:crypto";
import type pg from "pg";
import { judgeSeal, type SealFacts } from "../rules/judgeChain.ts";
import { checkSeals, countUnsealed, findChangedContent, findSealedEvent, type CheckedSeal, type Head } from "./trail.store.ts";

export type TrailReport =
  | { readonly whole: true; readonly seals: number; readonly events: number; readonly unsealed: number }
  | { readonly whole: false; readonly what: "content"; readonly event: { seq: number; at: Date; event: string }; readonly unsealed: number }
  | {
      readonly whole: false;
      readonly seal: number;
      readonly what: "changed" | "removed" | "added" | "seal" | "head";
      readonly event: { seq: number; at: Date; event: string } | null;
      readonly unsealed: number;
    };

/**
 * Walks the whole chain and finds the first event that was changed, removed or put between, or whose changes no longer stand in record_history as
 * they were made. `heads` are the heads that were given out: a
 * chain that was made anew from the start, or cut off, differs from them.
 */
export async function verifyTrail(owner: pg.Client, heads: readonly Head[]): Promise<TrailReport> {
  const given = new Map(heads.map((head) => [head.seal, head.hash]));
  const unsealed = await countUnsealed(owner);
  let before = "";
  let events = 0;
  let last = 0;
  for (let seals = await checkSeals(owner, 0); seals.length > 0; seals = await checkSeals(owner, last)) {
    for (const seal of seals) {
      const verdict = judgeSeal(factsOf(seal, before));
      if (!verdict.whole)
        return { ...verdict, event: verdict.what === "seal" ? null : await findSealedEvent(owner, seal, verdict.index), unsealed };
      const hash = seal.hash.toString("hex");
      if (given.has(seal.id) && given.get(seal.id) !== hash) return { whole: false, seal: seal.id, what: "head", event: null, unsealed };
      given.delete(seal.id);
      before = hash;
      events += seal.events;
      last = seal.id;
    }
  }
  const missing = [...given.keys()].sort((a, b) => a - b)[0];
  if (missing !== undefined) return { whole: false, seal: missing, what: "head", event: null, unsealed };
  const content = await findChangedContent(owner);
  if (content) return { whole: false, what: "content", event: content, unsealed };
  return { whole: true, seals: last, events, unsealed };
}

function factsOf(seal: CheckedSeal, before: string): SealFacts {
  return {
    id: seal.id,
    sealedEvents: seal.events,
    sealedLeaves: seal.leaves.toString("hex"),
    foundLeaves: seal.found_leaves.toString("hex"),
    previous: seal.previous.toString("hex"),
    before,
    hash: seal.hash.toString("hex"),
    computed: createHash("sha256").update(Buffer.from(before, "hex")).update(seal.found_root).digest("hex"),
  };
}
