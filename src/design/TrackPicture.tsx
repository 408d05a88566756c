import { flagLevels } from "./flagLevels.ts";
import { keptFlags } from "./keptFlags.ts";
import type { Tone } from "./Tag.tsx";
import type { TrackBand, TrackDot } from "./Track.tsx";
import { useWords } from "./useWords.ts";

type Props = Readonly<{
  label: string;
  from: number;
  to: number;
  today?: number | undefined;
  bands: readonly TrackBand[];
  dots: readonly TrackDot[];
  size: "wide" | "small";
}>;

/** So many labels above each other at most; what has none there has it in the list. */
const labelsAbove = 3;
const weights: Readonly<Record<Tone, number>> = { late: 4, soon: 3, ok: 2, category: 2, info: 1, plain: 0 };

const sizes = {
  wide: { width: 1000, letter: 7.7, line: 22, bar: 14, dot: 7 },
  small: { width: 340, letter: 7.2, line: 22, bar: 14, dot: 9 },
} as const;

/** The picture of a `Track`, drawn for a wide or a small screen. */
export function TrackPicture({ label, from, to, today, bands, dots, size }: Props) {
  const words = useWords();
  const { width, letter, line, bar, dot } = sizes[size];
  const widthOf = (text: string) => text.length * letter + 10;
  const dotWidth = (text: string) => (size === "wide" ? widthOf(text) : 2 * dot + 2);
  const share = (at: number) => Math.min(1, Math.max(0, (at - from) / Math.max(1, to - from)));
  // The line ends early enough for the last labels to stay within the picture.
  const below = [
    ...bands.map((band) => ({ at: band.from, label: band.label })),
    ...(today === undefined ? [] : [{ at: today, label: words.today }]),
  ];
  const fits = [
    ...dots.map((one) => ({ at: one.at, width: dotWidth(one.label) })),
    ...below.map((one) => ({ at: one.at, width: widthOf(one.label) })),
  ];
  const length = Math.min(width - dot, ...fits.filter((one) => share(one.at) > 0).map((one) => (width - one.width) / share(one.at)));
  const x = (at: number) => dot + share(at) * (length - dot);
  const flags = dots.map((one) => ({ x: x(one.at), width: dotWidth(one.label), weight: one.tone === undefined ? 0 : weights[one.tone] }));
  const levels = size === "wide" ? keptFlags(flags, labelsAbove) : flagLevels(flags, 0);
  const belowLevels = flagLevels(below.map((one) => ({ x: x(one.at), width: widthOf(one.label) })));
  const top = dots.length === 0 ? 6 : (Math.max(...levels.map((level) => level ?? 0)) + 1) * line + 14;
  const height = top + bar + 14 + (Math.max(0, ...belowLevels) + 1) * line;
  return (
    <svg className="wieg-track__picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} focusable="false">
      {bands.map((band) => (
        <Band key={band.label} band={band} today={today} x={x} y={top} bar={bar} />
      ))}
      {below.map((one, index) => {
        const y = top + bar + 8 + ((belowLevels[index] ?? 0) + 1) * line - 6;
        const now = index >= bands.length;
        return (
          <g key={one.label} className={now ? "wieg-track__today" : "wieg-track__phase"}>
            <line x1={x(one.at)} x2={x(one.at)} y1={now ? top - 8 : top + bar} y2={y + 3} />
            <text x={x(one.at) + 5} y={y}>
              {one.label}
            </text>
          </g>
        );
      })}
      {dots.map((one, index) => {
        const level = levels[index] ?? null;
        const y = top - 12 - (level ?? 0) * line;
        return size === "wide" ? (
          <FlagDot key={index} one={one} x={x(one.at)} y={level === null ? null : y} middle={top + bar / 2} radius={dot} />
        ) : (
          <NumberDot key={index} number={index + 1} tone={one.tone} x={x(one.at)} y={y - 2} middle={top + bar / 2} radius={dot} />
        );
      })}
    </svg>
  );
}

type BandProps = Readonly<{ band: TrackBand; today: number | undefined; x: (at: number) => number; y: number; bar: number }>;

function Band({ band, today, x, y, bar }: BandProps) {
  const start = x(band.from);
  const end = Math.max(start + 2, x(band.to) - 2);
  const past = today === undefined || today <= band.from ? 0 : Math.min(end, x(today)) - start;
  return (
    <g className={`wieg-track__band wieg-track__band--${band.tone ?? "info"}`}>
      <rect className="wieg-track__ahead" x={start} y={y} width={end - start} height={bar} rx="3" />
      {past > 0 && <rect className="wieg-track__past" x={start} y={y} width={past} height={bar} rx="3" />}
    </g>
  );
}

type FlagDotProps = Readonly<{ one: TrackDot; x: number; y: number | null; middle: number; radius: number }>;

function FlagDot({ one, x, y, middle, radius }: FlagDotProps) {
  return (
    <g className={`wieg-track__dot wieg-track__dot--${one.tone ?? "plain"}`}>
      {y !== null && <line x1={x} x2={x} y1={y - 10} y2={middle} />}
      <circle cx={x} cy={middle} r={radius - 1} />
      {y !== null && (
        <text x={x + 5} y={y}>
          {one.label}
        </text>
      )}
    </g>
  );
}

type NumberDotProps = Readonly<{ number: number; tone: TrackDot["tone"]; x: number; y: number; middle: number; radius: number }>;

function NumberDot({ number, tone, x, y, middle, radius }: NumberDotProps) {
  return (
    <g className={`wieg-track__dot wieg-track__dot--${tone ?? "plain"}`}>
      <line x1={x} x2={x} y1={y} y2={middle} />
      <circle cx={x} cy={y - 4} r={radius} />
      <text className="wieg-track__number" x={x} y={y} textAnchor="middle">
        {number}
      </text>
    </g>
  );
}
