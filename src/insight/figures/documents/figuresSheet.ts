import { toCsv } from "../../../kit/csv.ts";
import { formatShortDay } from "../../../kit/day.ts";
import { figureWords, sayClass } from "../figures.texts.ts";
import { nameOf, namesOf } from "../rules/sayRow.ts";
import type { Row } from "../rules/viewOf.ts";
import type { Figures, FigureView } from "../server/readFigures.ts";

const decimal = (share: number | null): string => (share === null ? "" : share.toFixed(4).replace(".", ","));

/** All figures of a period, a line for each number: what the page shows, and nothing else. */
export function figuresSheet(data: Figures): string {
  return toCsv([
    [
      `De groep in cijfers, ${data.from ?? ""} tot en met ${data.until ?? ""}`,
      `Gemaakt op ${formatShortDay(data.today)}`,
      data.uncut ? "In vertrouwen" : "Om te delen",
    ],
    ["Cijfer", "Gemeenten", "Jaar", "Waarde", "Teller", "Noemer", "Aandeel", "Definitie", "Bron"],
    ...data.all.flatMap((one) => [
      ...one.view.rows.flatMap((row) => linesOf(one, row, sayPlaces(data, row), "")),
      ...one.view.years.flatMap((row) => linesOf(one, row, "Samen, voor zover te tonen", String(row.year))),
      ...(one.view.whole ? linesOf(one, one.view.whole, "Samen, voor zover te tonen", "") : []),
    ]),
  ]);
}

const sayPlaces = ({ municipalities }: Figures, row: Row): string =>
  row.codes.length > 1 ? namesOf(row.codes, municipalities) : nameOf(row, municipalities);

function linesOf({ figure }: FigureView, row: Row, places: string, year: string): (string | number)[][] {
  const words = figureWords[figure.code];
  return row.parts.map(({ values, children, share }) => [
    words.name,
    places,
    year,
    sayClass(figure.code, values),
    children,
    row.known,
    decimal(share),
    words.definition,
    words.source,
  ]);
}
