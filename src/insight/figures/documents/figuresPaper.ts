import { formatDay } from "../../../kit/day.ts";
import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import type { Block, Section } from "../../../trust/home/home.ts";
import { countsChildren, figureWords, howHidden, percent, sayClass, uncutSaid } from "../figures.texts.ts";
import { sayPeriod } from "../rules/sayPeriod.ts";
import { nameOf, namesOf } from "../rules/sayRow.ts";
import type { Row } from "../rules/viewOf.ts";
import type { Figures, FigureView } from "../server/readFigures.ts";

const template = import.meta.resolve("./figuresPaper.typ");

export interface FiguresPaper {
  readonly title: string;
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
  readonly mark: string;
}

/** All figures of a period on paper: what the page shows, and nothing else. */
export function figuresPaper(data: Figures, madeBy: string): FiguresPaper {
  const { from, until, uncut, today } = data;
  return {
    title: `De groep in cijfers${from === null || until === null ? "" : `, ${sayPeriod(from, until)}`}`,
    opening: uncut ? [`In vertrouwen. ${uncutSaid}`, countsChildren] : [howHidden, countsChildren],
    sections: data.all.map((one) => sectionOf(data, one)),
    mark: `${uncut ? "In vertrouwen. " : ""}Gemaakt op ${formatDay(today)} door ${madeBy}.`,
  };
}

function sectionOf(data: Figures, { figure, view }: FigureView): Section {
  const words = figureWords[figure.code];
  const said: readonly Block[] = [
    { kind: "paragraph", text: words.definition },
    { kind: "paragraph", lead: "Bron:", text: words.source },
  ];
  if (view.whole === null) return { heading: words.name, blocks: [...said, { kind: "paragraph", text: "Hiervan is niets te tonen." }] };
  const classes = view.classes.map((values) => sayClass(figure.code, values));
  const cells = ({ parts, known }: Row) => [
    ...parts.map(({ children, share }) => (share === null ? String(children) : `${children} (${percent(share)})`)),
    String(known),
  ];
  const whole = [data.uncut ? "Samen" : "Samen, voor zover te tonen", ...cells(view.whole)];
  return {
    heading: words.name,
    blocks: [
      ...said,
      {
        kind: "table",
        header: ["Gemeente", ...classes, "Noemer"],
        rows: [...view.rows.map((row) => [nameOf(row, data.municipalities), ...cells(row)]), whole],
      },
      ...view.rows
        .filter(({ codes }) => codes.length > 1)
        .map(({ codes }): Block => ({ kind: "paragraph", text: `Samen geteld: ${namesOf(codes, data.municipalities)}.` })),
      { kind: "table", header: ["Jaar", ...classes, "Noemer"], rows: view.years.map((row) => [String(row.year), ...cells(row)]) },
    ],
  };
}

/** The figures as a tagged PDF (PDF/UA-1). */
export const printFigures = (paper: FiguresPaper, author: string, date: string): Promise<Uint8Array> =>
  renderPdf(template, { document: { title: paper.title, author, language: "nl", date }, data: paper });
