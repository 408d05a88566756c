import { formatShortDay } from "../../../kit/day.ts";
import { pillars } from "../../configuration/programme.ts";
import { coursesOf } from "../rules/courses.ts";
import { monthInWords } from "../rules/months.ts";
import { decimal } from "../rules/say.ts";
import type { PublishedFigures } from "../server/readPublicFigures.ts";
import { flagNames } from "../steering.texts.ts";
import type { Steering } from "../steering.ts";

type Cell = string | number | null;

/** As Excel opens it in the Netherlands: semicolons, decimal commas, and a mark that says it is UTF-8. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(";")).join("\r\n")}\r\n`;
}

/** What begins like a formula is text. */
function cellOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return decimal(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Inflow by month, municipality and pillar, each line with what it means so far: for the project group and the coordinator alone. */
export function steeringSheet({ programme, municipalities, counts, months, month, today }: Steering): string {
  const lately = programme.settings.steering.stagnationMonths;
  const lines = months
    .filter((one) => one <= month)
    .toReversed()
    .flatMap((at) =>
      pillars.flatMap((pillar) => coursesOf(counts, { pillar, month: at, municipalities, lately }).map((line) => ({ at, ...line }))),
    );
  return toCsv([
    [`${programme.name}, sturing tot en met ${monthInWords(month)}`, `Gemaakt op ${formatShortDay(today)}`, "In vertrouwen"],
    ["Maand", "Gemeente", "Pijler", "Gegeven", "Verwacht", "Gegeven in alles", "Verwacht in alles", "Ondergrens", "Bovengrens", "Teken"],
    ...lines.map((line): Cell[] => [
      line.at,
      line.name,
      line.pillar,
      line.inMonth,
      line.expectedInMonth,
      line.actual,
      line.expected > 0 ? line.expected : null,
      line.limits?.lower ?? null,
      line.limits?.upper ?? null,
      flagNames[line.flag],
    ]),
  ]);
}

/** What was published, and nothing else. */
export function sharedSheet({ programme, shown, municipalities, figures, today }: PublishedFigures): string {
  const nameOf = (code: string) => municipalities.find((one) => one.code === code)?.name ?? code;
  return toCsv([
    [
      `${programme.name}, gedeelde cijfers tot en met ${shown === null ? "" : monthInWords(shown.month)}`,
      `Gemaakt op ${formatShortDay(today)}`,
      "Om te delen",
    ],
    ["Gemeente", "Pijler", "Gezinnen", "Tot en met"],
    ...figures.lines.map(({ code, pillar, families, untilMonth }): Cell[] => [nameOf(code), pillar, families, untilMonth]),
    ...figures.sums.flatMap(({ pillar, together, all }): Cell[][] => [
      ["Kleine aantallen samen", pillar, together || null, null],
      ["Samen, voor zover te tonen", pillar, all || null, null],
    ]),
  ]);
}
