import type { Draw, Listed } from "../interviews.ts";
import { seededChance } from "./seededChance.ts";

/** Whoever is called: the first of a stratum, by place. */
export interface Called extends Listed {
  readonly place: number;
}

/** The list in the one order from which is drawn, so that how it came in makes no difference. */
export const sortedList = (list: readonly Listed[]): readonly Listed[] =>
  list.toSorted((one, other) => compare(one.stratum, other.stratum) || compare(one.id, other.id));

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The drawn order within each stratum: shuffled by Fisher and Yates, by chance from the seed and the name of the stratum. */
export function drawOrder(list: readonly Listed[], seed: string): Readonly<Record<string, readonly string[]>> {
  const strata = [...new Set(sortedList(list).map(({ stratum }) => stratum))];
  return Object.fromEntries(
    strata.map((stratum) => {
      const ids = sortedList(list)
        .filter((one) => one.stratum === stratum)
        .map(({ id }) => id);
      return [stratum, shuffle(ids, seededChance(`${seed}|${stratum}`))];
    }),
  );
}

function shuffle(ids: readonly string[], chance: (below: number) => number): readonly string[] {
  const drawn = [...ids];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const at = chance(last + 1);
    const one = drawn[at] ?? "";
    drawn[at] = drawn[last] ?? "";
    drawn[last] = one;
  }
  return drawn;
}

/** Whom to call first: one of each stratum in turn, until there are enough; a stratum that has nobody left is passed over. */
export function firstCalled(order: Draw["order"], wanted: number): readonly Called[] {
  const called: Called[] = [];
  const strata = Object.keys(order).toSorted();
  for (let place = 1; called.length < wanted && strata.some((stratum) => (order[stratum]?.length ?? 0) >= place); place += 1)
    for (const stratum of strata) {
      const id = order[stratum]?.[place - 1];
      if (id !== undefined && called.length < wanted) called.push({ id, stratum, place });
    }
  return called;
}

/** Draws again from the seed and the list that were kept, and says whether it gives the same people in the same order. */
export const isRepeatable = ({ list, seed, order }: Pick<Draw, "list" | "seed" | "order">): boolean => {
  const again = drawOrder(list, seed);
  const strata = Object.keys(again);
  return strata.length === Object.keys(order).length && strata.every((stratum) => again[stratum]?.join() === order[stratum]?.join());
};
