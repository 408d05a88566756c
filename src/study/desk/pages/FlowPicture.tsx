import type { Flow, GroupFlow, WaveFlow } from "../desk.ts";
import { groupNames, outNames } from "../desk.texts.ts";
import { outReasons } from "../desk.ts";

const box = { width: 250, gap: 30 };
const line = 20;

interface Words {
  readonly head: string;
  readonly lines: readonly string[];
}

/** The flow of participants in boxes, as CONSORT has it. The table below it says the same, and more. */
export function FlowPicture({ flow, label }: Readonly<{ flow: Flow; label: string }>) {
  const columns = flow.groups.length;
  const width = columns * box.width + (columns - 1) * box.gap;
  const middle = width / 2;
  const tops = rowsOf(flow);
  const x = (column: number) => column * (box.width + box.gap);
  const first = tops[0];
  return (
    <div className="wieg-consort">
      <svg viewBox={`0 0 ${width} ${tops.at(-1)?.end ?? 0}`} role="img" aria-label={label} focusable="false">
        {tops.slice(1).map((row) => (
          <g key={row.y}>
            {flow.groups.map(({ group }, column) => (
              <Arrow key={group} x={x(column) + box.width / 2} from={row.y - 26} to={row.y} />
            ))}
          </g>
        ))}
        {first && (
          <path
            className="wieg-consort__line"
            d={`M ${middle} ${first.end} V ${first.end + 14} M ${box.width / 2} ${first.end + 14} H ${x(columns - 1) + box.width / 2} ${flow.groups
              .map((_, column) => `M ${x(column) + box.width / 2} ${first.end + 14} v 12`)
              .join(" ")}`}
          />
        )}
        {tops.map((row, nr) =>
          row.boxes.map((words, column) => (
            <Box
              key={words.head + String(column)}
              x={nr === 0 ? middle - (box.width * 1.3) / 2 : x(column)}
              y={row.y}
              width={nr === 0 ? box.width * 1.3 : box.width}
              height={row.end - row.y}
              words={words}
            />
          )),
        )}
      </svg>
    </div>
  );
}

function rowsOf(flow: Flow): readonly { readonly y: number; readonly end: number; readonly boxes: readonly Words[] }[] {
  const waves = flow.groups[0]?.waves.map(({ wave }) => wave) ?? [];
  const rows: readonly (readonly Words[])[] = [
    [
      {
        head: `Toestemming: ${flow.consented}`,
        lines: flow.asked ? [`gevraagd ${flow.asked.all}`, `nee gezegd ${flow.asked.no}`, `nog geen antwoord ${flow.asked.open}`] : [],
      },
    ],
    flow.groups.map(({ group, total }) => ({ head: groupNames[group], lines: [total === 1 ? "1 deelnemer" : `${total} deelnemers`] })),
    ...waves.map((_, at) => flow.groups.map(({ waves: own }) => waveWords(own[at]))),
    flow.groups.map(endWords),
  ];
  const placed = [];
  let y = 1;
  for (const boxes of rows) {
    const height = 34 + Math.max(...boxes.map(({ lines }) => lines.length)) * line;
    placed.push({ y, end: y + height, boxes });
    y += height + 26;
  }
  return placed;
}

function waveWords(flow: WaveFlow | undefined): Words {
  if (!flow) return { head: "", lines: [] };
  const { answered, open, declined, expired, stopped, later } = flow.lists;
  return {
    head: `${flow.wave}: ${answered} ingevuld`,
    lines: [`open ${open}, komt nog ${later}`, `niet op tijd ${expired}, wilde niet ${declined}`, `gestopt ${stopped}`],
  };
}

function endWords({ inStudy, out }: GroupFlow): Words {
  const lost = outReasons.filter((reason) => out[reason] > 0);
  return {
    head: `Doet mee: ${inStudy}`,
    lines: lost.length === 0 ? ["niemand eruit"] : lost.map((reason) => `${outNames[reason]} ${out[reason]}`),
  };
}

function Box({ x, y, width, height, words }: Readonly<{ x: number; y: number; width: number; height: number; words: Words }>) {
  return (
    <g className="wieg-consort__box">
      <rect x={x + 1} y={y} width={width - 2} height={height} rx="6" />
      <text className="wieg-consort__head" x={x + width / 2} y={y + 23} textAnchor="middle">
        {words.head}
      </text>
      {words.lines.map((text, nr) => (
        <text key={text} x={x + width / 2} y={y + 23 + (nr + 1) * line} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

function Arrow({ x, from, to }: Readonly<{ x: number; from: number; to: number }>) {
  return (
    <g className="wieg-consort__arrow">
      <path className="wieg-consort__line" d={`M ${x} ${from} V ${to - 6}`} />
      <polygon points={`${x - 5},${to - 7} ${x + 5},${to - 7} ${x},${to}`} />
    </g>
  );
}
