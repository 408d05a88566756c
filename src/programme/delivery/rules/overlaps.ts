import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Moment } from "../../../kit/moment.ts";
import type { VisitRefusal } from "../visit.ts";

/** A stretch of time that someone is with a family. */
export interface Stretch {
  readonly visitId: string;
  readonly from: Moment;
  readonly until: Moment;
}

const overlap = (a: Omit<Stretch, "visitId">, b: Stretch): boolean =>
  Date.parse(a.from) < Date.parse(b.until) && Date.parse(b.from) < Date.parse(a.until);

export interface Around {
  /** Other visits of this assistant, to whichever family. */
  readonly ofAssistant: readonly Stretch[];
  /** Visits of others to this family, who are there at the same time. */
  readonly ofFamily: readonly (Stretch & { readonly assistant: string })[];
  /** Why two at once, in words. */
  readonly why: string | null;
}

/**
 * Nobody is in two homes at once: refused, with the time, never with the other family's name. Two with one family happens (handing over to a
 * colleague, one who learns), and takes a reason, since the hours are paid twice.
 */
export function decideOverlap(wanted: Omit<Stretch, "visitId">, around: Around): Refusal<VisitRefusal["code"]> | "go" {
  const elsewhere = around.ofAssistant.find((visit) => overlap(wanted, visit));
  if (elsewhere) return refuse("assistant-elsewhere", { visitId: elsewhere.visitId, from: elsewhere.from, until: elsewhere.until });
  const second = around.ofFamily.find((visit) => overlap(wanted, visit));
  if (second && around.why === null)
    return refuse("second-assistant", { assistant: second.assistant, from: second.from, until: second.until });
  return "go";
}
