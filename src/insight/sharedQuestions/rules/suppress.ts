import type { Figure, RawCount } from "../sharedQuestions.ts";

/** Counts of people below this are shown to nobody outside care, also not zero [domain 5.4]. */
export const smallestShown = 10;

/**
 * The figures of one theme over all municipalities of the region, as they may be seen. A small count is hidden. The total of the region is
 * shown only when it leaves every hidden count wholly open (anything from none to nine), so that nothing follows by subtraction.
 */
export function suppressTheme(theme: string, counts: readonly RawCount[], municipalities: readonly string[]): readonly Figure[] {
  const familiesIn = (code: string) => counts.find((one) => one.theme === theme && one.municipality === code)?.families ?? 0;
  const cells = municipalities.map((municipality) => ({ theme, municipality, families: familiesIn(municipality) }));
  const hidden = cells.filter(({ families }) => families < smallestShown).map(({ families }) => families);
  const total = cells.reduce((sum, { families }) => sum + families, 0);
  return [
    ...cells.map((cell) => ({ ...cell, families: cell.families < smallestShown ? null : cell.families })),
    { theme, municipality: null, families: total >= smallestShown && tellsNothing(hidden) ? total : null },
  ];
}

/** May the sum of the hidden counts be known? Only when each of them could still be anything from none to nine. */
function tellsNothing(hidden: readonly number[]): boolean {
  if (hidden.length === 0) return true;
  const sum = hidden.reduce((all, one) => all + one, 0);
  const most = smallestShown - 1;
  return sum >= most && sum <= most * (hidden.length - 1);
}
