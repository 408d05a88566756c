import type { Actor } from "../../../platform/db/actor.ts";
import type { Typed } from "../../../platform/http/request.ts";
import { file, page } from "../../../trust/access/route.ts";
import { figuresPaper, printFigures } from "../documents/figuresPaper.ts";
import { figuresSheet } from "../documents/figuresSheet.ts";
import { isFigure } from "../figures.ts";
import { readFigures, type Asked } from "../server/readFigures.ts";
import { FiguresPage, figuresAddress } from "./FiguresPage.tsx";

const typed = (value: unknown): string | null => (typeof value === "string" && /^\d{4}(?:-\d{2})?$/.test(value) ? value : null);

function askedOf(query: Typed): Asked {
  const figure = query["cijfer"];
  return {
    figure: typeof figure === "string" && isFigure(figure) ? figure : "preterm",
    from: typed(query["van"]),
    until: typed(query["tot"]),
  };
}

const madeBy = ({ name, organisation }: Actor): string => `${name}, ${organisation}`;

/** The group in figures: page, print and spreadsheet hold the same numbers. */
export const figuresRoutes = [
  page(figuresAddress, {
    may: "figures",
    trail: "figures.read",
    load: async (actor, _params, query) => ({ data: await readFigures(actor, askedOf(query)) }),
    show: (props) => <FiguresPage {...props} />,
  }),
  file(`${figuresAddress}/cijfers.pdf`, {
    may: "figures",
    trail: "figures.exported",
    load: async (actor, _params, query) => {
      const data = await readFigures(actor, askedOf(query), true);
      const body = await printFigures(figuresPaper(data, madeBy(actor)), actor.organisation, data.today);
      return { name: `cijfers-${data.until ?? "leeg"}.pdf`, type: "application/pdf", body };
    },
  }),
  file(`${figuresAddress}/cijfers.csv`, {
    may: "figures",
    trail: "figures.exported",
    load: async (actor, _params, query) => {
      const data = await readFigures(actor, askedOf(query), true);
      return { name: `cijfers-${data.until ?? "leeg"}.csv`, type: "text/csv; charset=utf-8", body: figuresSheet(data) };
    },
  }),
];
