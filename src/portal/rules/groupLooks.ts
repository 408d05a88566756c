/** Looks that read the same and lie next to each other in time: the newest of them, and how many they are. */
export interface GroupedLook {
  readonly at: Date;
  readonly words: string;
  readonly times: number;
}

/**
 * Who goes through a file looks many times in a row. On her own page a mother reads that as one line for a day, so that another who looked is
 * not lost among them [NEN 7513: understandable to the one concerned]. The newest comes first, as given.
 */
export function groupLooks(
  looks: readonly { readonly at: Date; readonly words: string }[],
  dayOf: (at: Date) => string,
): readonly GroupedLook[] {
  const grouped: GroupedLook[] = [];
  for (const { at, words } of looks) {
    const last = grouped.at(-1);
    if (last?.words === words && dayOf(last.at) === dayOf(at)) grouped[grouped.length - 1] = { ...last, times: last.times + 1 };
    else grouped.push({ at, words, times: 1 });
  }
  return grouped;
}
