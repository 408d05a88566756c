import { formatCents } from "../../../kit/money.ts";
import { monthName } from "../../funding/funding.texts.ts";
import { total, type MoneyRow } from "../rules/sumMoney.ts";

type Props = Readonly<{ label: string; months: readonly MoneyRow[] }>;

/** Months that are drawn; all stand in the table. */
const most = 24;

/** What was spent by month, both pillars on top of each other. On a phone the months stand below each other. Beside it stands the table. */
export function MoneyPicture({ label, months }: Props) {
  const drawn = months.slice(-most);
  if (drawn.length < 2) return null;
  return (
    <>
      <div className="wieg-track__wide">
        <WidePicture label={label} months={drawn} />
      </div>
      <div className="wieg-track__small">
        <SmallPicture label={label} months={drawn.slice(-12)} />
      </div>
      <p className="wieg-note">
        <Swatch tone="info" /> pijler 1: kwijtgescholden eigen bijdrage. <Swatch tone="category" /> pijler 2: flexibele uren.
      </p>
    </>
  );
}

const tones = { pillar1: "info", pillar2: "category" } as const;

function Swatch({ tone }: Readonly<{ tone: "info" | "category" }>) {
  return (
    <svg
      className={`wieg-track__band wieg-track__band--${tone}`}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="wieg-track__past" width="14" height="14" rx="3" />
    </svg>
  );
}

const wide = { width: 1000, height: 280, left: 96, bottom: 34, top: 14 };

function WidePicture({ label, months }: Props) {
  const { highest, lowest, steps } = scaleOf(months);
  const y = (cents: number) => wide.top + ((highest - cents) / (highest - lowest)) * (wide.height - wide.top - wide.bottom);
  const room = (wide.width - wide.left) / months.length;
  const every = Math.ceil(months.length / 12);
  return (
    <svg className="wieg-track__picture" viewBox={`0 0 ${wide.width} ${wide.height}`} role="img" aria-label={label} focusable="false">
      {steps.map((cents) => (
        <g key={cents} className="wieg-track__phase">
          <line x1={wide.left} x2={wide.width} y1={y(cents)} y2={y(cents)} />
          <text x={wide.left - 10} y={y(cents) + 5} textAnchor="end">
            {formatCents(cents).replace(/,00$/, "")}
          </text>
        </g>
      ))}
      {months.map((month, nr) => (
        <g key={month.of}>
          {stacked(month).map(({ pillar, from, until }) => (
            <g key={pillar} className={`wieg-track__band wieg-track__band--${tones[pillar]}`}>
              <rect
                className="wieg-track__past"
                x={(wide.left + (nr + 0.15) * room).toFixed(1)}
                width={(room * 0.7).toFixed(1)}
                y={y(until).toFixed(1)}
                height={Math.max(0, y(from) - y(until)).toFixed(1)}
              />
            </g>
          ))}
          {nr % every === 0 && (
            <text x={wide.left + (nr + 0.5) * room} y={wide.height - 10} textAnchor="middle">
              {shortMonth(month.of)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

const small = { width: 340, row: 34, left: 66 };

function SmallPicture({ label, months }: Props) {
  const { highest, lowest } = scaleOf(months);
  const x = (cents: number) => small.left + ((cents - lowest) / (highest - lowest)) * (small.width - small.left);
  return (
    <svg
      className="wieg-track__picture"
      viewBox={`0 0 ${small.width} ${small.row * months.length}`}
      role="img"
      aria-label={label}
      focusable="false"
    >
      {months.map((month, nr) => (
        <g key={month.of}>
          <text x={0} y={small.row * nr + 22}>
            {shortMonth(month.of)}
          </text>
          {stacked(month).map(({ pillar, from, until }) => (
            <g key={pillar} className={`wieg-track__band wieg-track__band--${tones[pillar]}`}>
              <rect
                className="wieg-track__past"
                x={x(from).toFixed(1)}
                width={Math.max(0, x(until) - x(from)).toFixed(1)}
                y={small.row * nr + 7}
                height={20}
              />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** What was spent above nothing, what was taken back below it. */
function stacked({ pillar1, pillar2 }: MoneyRow): readonly { pillar: "pillar1" | "pillar2"; from: number; until: number }[] {
  let [up, down] = [0, 0];
  return (
    [
      ["pillar1", pillar1],
      ["pillar2", pillar2],
    ] as const
  ).map(([pillar, cents]) => {
    const from = cents >= 0 ? up : down + cents;
    if (cents >= 0) up += cents;
    else down += cents;
    return { pillar, from, until: from + Math.abs(cents) };
  });
}

function scaleOf(months: readonly MoneyRow[]): { highest: number; lowest: number; steps: readonly number[] } {
  const most = Math.max(100, ...months.map(({ pillar1, pillar2 }) => total([pillar1, pillar2].filter((cents) => cents > 0))));
  const least = Math.min(0, ...months.map(({ pillar1, pillar2 }) => total([pillar1, pillar2].filter((cents) => cents < 0))));
  const magnitude = 10 ** Math.floor(Math.log10(most / 4));
  const step = [1, 2, 5, 10].map((times) => times * magnitude).find((one) => one * 4 >= most) ?? most;
  const highest = Math.ceil(most / step) * step;
  const lowest = Math.floor(least / step) * step;
  return { highest, lowest, steps: Array.from({ length: Math.round((highest - lowest) / step) + 1 }, (_, nr) => lowest + nr * step) };
}

const shortMonth = (month: string): string => {
  const [name = "", year = ""] = monthName(month).split(" ");
  return `${name.slice(0, 3)} ${year.slice(2)}`;
};
