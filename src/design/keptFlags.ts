import { type Flag, flagLevels } from "./flagLevels.ts";

/** A flag with how much it matters. */
export type WeighedFlag = Flag & Readonly<{ weight: number }>;

/**
 * Which labels may hang so that no more than `most` hang above each other: what matters most first, and of those the last. The height of each,
 * or null for one that stands without its label (the list beside the picture has it).
 */
export function keptFlags(flags: readonly WeighedFlag[], most: number, room = 6): readonly (number | null)[] {
  const order = flags.map((_, index) => index).sort((a, b) => (flags[b]?.weight ?? 0) - (flags[a]?.weight ?? 0) || b - a);
  let kept: readonly number[] = [];
  for (const index of order) {
    const tried = [...kept, index].sort((a, b) => a - b);
    if (Math.max(...levelsOf(tried)) < most) kept = tried;
  }
  const levels = levelsOf(kept);
  return flags.map((_, index) => levels[kept.indexOf(index)] ?? null);

  function levelsOf(chosen: readonly number[]): readonly number[] {
    return flagLevels(
      chosen.flatMap((index) => flags[index] ?? []),
      room,
    );
  }
}
