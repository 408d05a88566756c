import { stages, type Stage, type StageCount } from "../flow.ts";
import { stageNames, waited } from "../flow.texts.ts";
import { arrows, spots } from "../rules/picture.ts";

const box = { width: 176, height: 88 } as const;
const step = { x: 206, y: 130 } as const;
const margin = 6;
const width = margin * 2 + step.x * 4 + box.width;
const height = margin * 2 + step.y * 2 + box.height;

interface Props {
  readonly label: string;
  readonly counts: readonly StageCount[];
  readonly opens: readonly Stage[];
  readonly href: (stage: Stage) => string;
}

/** The route with its numbers; the table below it holds the same. */
export function FlowPicture({ label, counts, opens, href }: Readonly<Props>) {
  return (
    <figure className="wieg-flow" aria-label={label}>
      <svg viewBox={`0 0 ${width} ${height}`} focusable="false">
        {arrows.map(([from, to]) => (
          <Arrow key={`${from} ${to}`} from={from} to={to} />
        ))}
        {stages.map((stage) => {
          const count = counts.find((one) => one.stage === stage) ?? null;
          const drawn = <Step stage={stage} count={count} />;
          const links = opens.includes(stage) && (count?.families ?? 0) > 0;
          return links ? (
            <a key={stage} className="wieg-flow__link" href={href(stage)}>
              {drawn}
            </a>
          ) : (
            <g key={stage}>{drawn}</g>
          );
        })}
      </svg>
    </figure>
  );
}

const corner = (stage: Stage) => ({ x: margin + spots[stage].column * step.x, y: margin + spots[stage].row * step.y });

function Step({ stage, count }: Readonly<{ stage: Stage; count: StageCount | null }>) {
  const { x, y } = corner(stage);
  const beside = stage === "self_reliant" || stage === "support";
  return (
    <g className={beside ? "wieg-flow__step wieg-flow__step--beside" : "wieg-flow__step"}>
      <rect x={x} y={y} width={box.width} height={box.height} rx="8" />
      <text className="wieg-flow__name" x={x + 12} y={y + 24}>
        {stageNames[stage].short}
      </text>
      <text className="wieg-flow__count" x={x + 12} y={y + 58}>
        {count === null ? "0" : (count.families ?? "< 10")}
      </text>
      {count !== null && count.days !== null && (
        <text className="wieg-flow__days" x={x + 12} y={y + 78}>
          de helft {waited(count.days)} of korter
        </text>
      )}
    </g>
  );
}

/** To the side, down, or (from the decision) down and back. */
function Arrow({ from, to }: Readonly<{ from: Stage; to: Stage }>) {
  const [one, other] = [corner(from), corner(to)];
  const middle = one.x + box.width / 2;
  const path =
    one.y === other.y
      ? `M ${one.x + box.width} ${one.y + box.height / 2} H ${other.x - 8}`
      : one.x === other.x
        ? `M ${middle} ${one.y + box.height} V ${other.y - 8}`
        : `M ${middle} ${one.y + box.height} V ${other.y - 21} H ${other.x + box.width / 2} V ${other.y - 8}`;
  const end = one.y === other.y ? { x: other.x, y: other.y + box.height / 2 } : { x: other.x + box.width / 2, y: other.y };
  const head =
    one.y === other.y
      ? `${end.x},${end.y} ${end.x - 9},${end.y - 5} ${end.x - 9},${end.y + 5}`
      : `${end.x},${end.y} ${end.x - 5},${end.y - 9} ${end.x + 5},${end.y - 9}`;
  return (
    <g className="wieg-flow__arrow">
      <path d={path} />
      <polygon points={head} />
    </g>
  );
}
