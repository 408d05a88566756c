import { closeBlocks, type Cell } from "../../disclosure/blocks.ts";
import type { Figure, RawCount } from "../sharedQuestions.ts";

/**
 * The figures of one theme over all municipalities of the region, as they may be seen: a municipality that is a block of its own, and the
 * region when every municipality is in a block.
 */
export function suppressTheme(theme: string, counts: readonly RawCount[], municipalities: readonly string[]): readonly Figure[] {
  const familiesIn = (code: string) => counts.find((one) => one.theme === theme && one.municipality === code)?.families ?? 0;
  const cells: readonly Cell[] = municipalities.map((code) => ({ code, count: familiesIn(code) }));
  const blocks = closeBlocks(cells);
  const own = (code: string) => blocks.find(({ codes }) => codes.length === 1 && codes[0] === code)?.count ?? null;
  const isWhole = blocks.reduce((sum, { codes }) => sum + codes.length, 0) === cells.length;
  return [
    ...municipalities.map((code) => ({ theme, municipality: code, families: own(code) })),
    { theme, municipality: null, families: isWhole && blocks.length > 0 ? blocks.reduce((sum, { count }) => sum + count, 0) : null },
  ];
}
