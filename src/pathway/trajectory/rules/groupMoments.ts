import { addDays, type Day } from "../../../kit/day.ts";

interface Dated {
  readonly on: Day;
}

/**
 * Moments in their order, those that lie close together as one group: on a picture their names would stand on top of each other. What has been and
 * what lies ahead are never one group.
 */
export function groupMoments<Moment extends Dated>(
  moments: readonly Moment[],
  withinDays: number,
  today: Day,
): readonly (readonly Moment[])[] {
  const groups: Moment[][] = [];
  let until: Day = "";
  for (const moment of [...moments].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))) {
    const last = groups.at(-1);
    const first = last?.[0];
    const close = first && moment.on <= until && first.on <= today === moment.on <= today;
    if (last && close) last.push(moment);
    else {
      groups.push([moment]);
      until = addDays(moment.on, withinDays);
    }
  }
  return groups;
}
