import type { PhoneVisit, VisitEntry } from "../visitApp.ts";

/** What stands in Wieg of the visit that an entry is about. */
export interface Standing {
  readonly visit: Pick<PhoneVisit, "trajectoryId" | "state" | "version"> | null;
  /** The version that her earlier entry left behind, when this one follows it; null when that one was not recorded. */
  readonly afterFollowed: number | null;
}

/** record: as planned, or new; correct: over what was recorded; move: it did not happen. */
export type Judgement = "record" | "correct" | "move" | "conflict" | "not-visible" | "cancelled" | "recorded-otherwise";

/** May what she saved be written over what stands? Only when that is what she looked at: else she sees both and chooses. */
export function judgeEntry(
  entry: Pick<VisitEntry, "trajectoryId" | "outcome" | "sawVersion" | "follows">,
  { visit, afterFollowed }: Standing,
): Judgement {
  if (visit === null) return entry.sawVersion === null && entry.outcome === "delivered" ? "record" : "not-visible";
  if (visit.trajectoryId !== entry.trajectoryId) return "not-visible";
  const looked = entry.follows === null ? entry.sawVersion : (afterFollowed ?? entry.sawVersion);
  if (visit.version !== looked) return "conflict";
  if (visit.state === "cancelled") return "cancelled";
  if (entry.outcome === "delivered") return visit.state === "delivered" ? "correct" : "record";
  return visit.state === "planned" ? "move" : "recorded-otherwise";
}
