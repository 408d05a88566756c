import { daysBetween, type Day } from "../../../kit/day.ts";
import type { FollowedWork, Stuck } from "../cases.ts";

/**
 * What is stuck, the longest first: work past its term, and work that is there only because something went wrong. The same thing counts once:
 * what only tells of it gives way to the thing itself, and one line has one lead to be stuck with.
 */
export function stuckOf<Work extends FollowedWork>(all: readonly Work[], today: Day): readonly Stuck<Work>[] {
  const found = new Map<string, Stuck<Work>>();
  for (const work of all) {
    if (!work.atOnce && work.dueOn >= today) continue;
    const one = { ...work, days: Math.max(0, daysBetween(work.atOnce ? work.since : work.dueOn, today)) };
    const key = `${work.reason} ${work.reason === "lead" ? work.trajectoryId : work.subjectId}`;
    const known = found.get(key);
    if (known === undefined || comesFirst(one, known)) found.set(key, one);
  }
  return [...found.values()].toSorted((one, other) => other.days - one.days || one.trajectoryId.localeCompare(other.trajectoryId));
}

const comesFirst = (one: Stuck, known: Stuck): boolean => (one.alert === known.alert ? one.days > known.days : known.alert);
