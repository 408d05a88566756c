/** A label that starts at its own place and runs to the right, like a flag on its pole. */
export type Flag = Readonly<{ x: number; width: number }>;

/**
 * How high each flag must hang so that no label crosses another label or another's pole: from right to left, each one
 * level above all poles that stand within its width.
 */
export function flagLevels(flags: readonly Flag[], room = 6): readonly number[] {
  const levels = flags.map(() => 0);
  const order = flags.map((_, index) => index).sort((a, b) => (flags[b]?.x ?? 0) - (flags[a]?.x ?? 0) || b - a);
  order.forEach((index, place) => {
    const flag = flags[index];
    if (flag === undefined) return;
    const within = order.slice(0, place).filter((other) => (flags[other]?.x ?? 0) < flag.x + flag.width + room);
    levels[index] = within.length === 0 ? 0 : 1 + Math.max(...within.map((other) => levels[other] ?? 0));
  });
  return levels;
}
