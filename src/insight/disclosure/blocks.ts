/** Counts of people below this are shown to nobody outside care, also not zero [domain 5.4]. */
export const smallestShown = 10;

/** A count of people that stands apart: a municipality, of one pillar or theme, in a time that no other count shares with it. */
export interface Cell {
  readonly code: string;
  readonly count: number;
}

/** Cells that are told as one number. */
export interface Block {
  readonly codes: readonly string[];
  readonly count: number;
}

/**
 * Which numbers may be told of these cells. A cell of ten or more is a block of its own. The small ones together are one block, when their sum
 * is no small number itself and leaves each of them wholly open (anything from none to nine); otherwise nothing is told of them.
 * What is told is a sum of whole blocks, always: so nothing smaller than a block follows by subtraction, whatever is laid beside it.
 */
export function closeBlocks(cells: readonly Cell[]): readonly Block[] {
  const own = cells.filter(({ count }) => count >= smallestShown).map(({ code, count }) => ({ codes: [code], count }));
  const small = cells.filter(({ count }) => count < smallestShown);
  const pool = { codes: small.map(({ code }) => code), count: small.reduce((sum, { count }) => sum + count, 0) };
  return tellsNothing(pool) ? [...own, pool] : own;
}

/** May the sum of these small counts be known? */
const tellsNothing = ({ codes, count }: Block): boolean => count >= smallestShown && count <= (smallestShown - 1) * (codes.length - 1);
