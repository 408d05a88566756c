import { percent } from "../figures.texts.ts";

interface Bar {
  readonly label: string;
  readonly share: number | null;
}

const width = 360;
const row = 46;

/** A share for each line, longest bar the highest share. The table below it holds the same. */
export function ShareBars({ label, bars }: Readonly<{ label: string; bars: readonly Bar[] }>) {
  const known = bars.filter((bar): bar is Bar & { share: number } => bar.share !== null);
  if (known.length === 0) return null;
  const most = Math.max(0.01, ...known.map(({ share }) => share));
  return (
    <svg className="wieg-bars" viewBox={`0 0 ${width} ${known.length * row}`} role="img" aria-label={label} focusable="false">
      {known.map((bar, nr) => (
        <g key={bar.label}>
          <text x="0" y={nr * row + 16}>
            {bar.label}
          </text>
          <text className="wieg-bars__value" x={width} y={nr * row + 16} textAnchor="end">
            {percent(bar.share)}
          </text>
          <rect className="wieg-bars__whole" x="0" y={nr * row + 23} width={width} height="10" />
          <rect className="wieg-bars__part" x="0" y={nr * row + 23} width={((bar.share / most) * width).toFixed(1)} height="10" />
        </g>
      ))}
    </svg>
  );
}
