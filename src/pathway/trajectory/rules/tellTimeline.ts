import type { Day } from "../../../kit/day.ts";

/** A moment as the timeline tells it: of what kind, and whose doing. */
export interface ToldMoment {
  readonly on: Day;
  readonly label: string;
  readonly tone: "ok" | "late" | "soon" | "info" | "plain";
  readonly href: string | null;
  readonly by: string | null;
  /** Id and title of the part of the family page that it comes from. */
  readonly kind: string;
  readonly kindName: string;
}

/** What is asked for: a kind by its id, someone by her place among those that are on the line; null is everything. */
export interface TimelineFilter {
  readonly kind: string | null;
  readonly who: number | null;
}

export interface Told {
  readonly shown: readonly ToldMoment[];
  readonly kinds: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  readonly people: readonly string[];
}

/** All moments in their order, and those that were asked for. A filter that fits nothing known counts as none. */
export function tellTimeline(all: readonly ToldMoment[], filter: TimelineFilter): Told {
  const people = [...new Set(all.flatMap(({ by }) => by ?? []))].sort((one, other) => one.localeCompare(other, "nl"));
  const kinds = [...Map.groupBy(all, ({ kind }) => kind)].map(([id, own]) => ({ id, name: own[0]?.kindName ?? id, count: own.length }));
  const kind = kinds.some(({ id }) => id === filter.kind) ? filter.kind : null;
  const who = filter.who === null ? null : (people[filter.who - 1] ?? null);
  const shown = all
    .filter((one) => (kind === null || one.kind === kind) && (who === null || one.by === who))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  return { shown, kinds, people };
}
