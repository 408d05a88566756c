/** Chance that can be repeated: the same seed gives the same region. */
export interface Chance {
  /** A whole number from `low` up to and including `high`. */
  between(low: number, high: number): number;
  oneOf<Item>(items: readonly Item[]): Item;
  /** True so many times in a hundred. */
  inHundred(share: number): boolean;
}

/** A small generator (mulberry32): good enough for invented families, never for secrets. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    oneOf: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error("Nothing to choose from.");
      return item;
    },
    inHundred: (share) => next() * 100 < share,
  };
}
