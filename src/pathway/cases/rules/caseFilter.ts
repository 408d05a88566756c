import type { FollowedWork, Stuck } from "../cases.ts";
import { stuckReasons, type StuckReason } from "../../trajectory/workKind.ts";

/** How many are stuck by each reason, in a fixed order; reasons without any are left out. */
export const countByReason = (all: readonly FollowedWork[]): readonly { readonly reason: StuckReason; readonly count: number }[] =>
  stuckReasons.map((reason) => ({ reason, count: all.filter((one) => one.reason === reason).length })).filter(({ count }) => count > 0);

/** A stretch of a list, and how many pages it has: a page that is not there (any more) is the last one. */
export function pageOf<One>(all: readonly One[], wanted: number, size: number): { rows: readonly One[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  return { rows: all.slice((page - 1) * size, page * size), page, pages };
}

/** Lines in which nothing is stuck. */
export function quietOf(lines: readonly string[], stuck: readonly Stuck[]): readonly string[] {
  const busy = new Set(stuck.map(({ trajectoryId }) => trajectoryId));
  return lines.filter((id) => !busy.has(id));
}
