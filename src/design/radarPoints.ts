/** Where on the web a value lies: axis 0 points up, the others follow clockwise. */
export function radarPoint(axis: number, axes: number, value: number, radius: number, max = 10): Readonly<{ x: number; y: number }> {
  const angle = (axis / axes) * 2 * Math.PI - Math.PI / 2;
  const length = (value / max) * radius;
  return { x: round(Math.cos(angle) * length), y: round(Math.sin(angle) * length) };
}

/** The points of a line through the values, for an SVG polygon; an axis without a value is passed over. */
export function radarPoints(values: readonly (number | null)[], radius: number, max = 10): string {
  return values
    .flatMap((value, axis) => (value === null ? [] : [radarPoint(axis, values.length, value, radius, max)]))
    .map(({ x, y }) => `${x},${y}`)
    .join(" ");
}

const round = (number: number) => Math.round(number * 10) / 10;
