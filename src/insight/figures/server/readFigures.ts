import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import { figureCodes, figures, type Figure, type FigureCode, type ToldBlock } from "../figures.ts";
import { viewOf, type View } from "../rules/viewOf.ts";
import { findCounted, findMonths, listBlocks, listCells, listMunicipalities, listPublications, seesUncut } from "./figures.store.ts";

/** What was asked for: a figure, and a period in months "2026-03" (uncut) or years "2026". */
export interface Asked {
  readonly figure: FigureCode;
  readonly from: string | null;
  readonly until: string | null;
}

export interface FigureView {
  readonly figure: Figure;
  readonly view: View;
}

export interface Figures {
  readonly shown: FigureView;
  /** Every figure, for a spreadsheet or a print; empty on a page. */
  readonly all: readonly FigureView[];
  readonly uncut: boolean;
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  /** What can be chosen as begin and end, the oldest first: months or years. */
  readonly periods: readonly string[];
  readonly from: string | null;
  readonly until: string | null;
  readonly countedAt: string | null;
  readonly publishedOn: Day | null;
  readonly today: Day;
}

/** The figures of a period as the asker may see them: uncut and by month, or what was told of whole years. */
export const readFigures = (actor: Actor, asked: Asked, everyOne = false): Promise<Figures> =>
  withActor(actor, everyOne ? "figures.exported" : "figures.read", async ({ db, today }) => {
    const [municipalities, uncut, publications, countedAt] = await Promise.all([
      listMunicipalities(db),
      seesUncut(db),
      listPublications(db),
      findCounted(db),
    ]);
    const periods = uncut ? await monthsOf(db) : publications.map(({ year }) => String(year));
    const [from, until] = chosen(periods, asked);
    const codes = everyOne ? figureCodes : [asked.figure];
    const blocks = from === null || until === null ? [] : await blocksOf(db, { uncut, codes, from, until });
    const viewFor = (code: FigureCode): FigureView => ({
      figure: figures[code],
      view: viewOf(
        figures[code],
        blocks.filter(({ figure }) => figure === code),
        municipalities.map((one) => one.code),
        uncut,
      ),
    });
    const told = publications.filter(({ year }) => String(year) === until);
    return {
      shown: viewFor(asked.figure),
      all: everyOne ? figureCodes.map(viewFor) : [],
      uncut,
      municipalities,
      periods,
      from,
      until,
      countedAt,
      publishedOn: uncut ? null : (told[0]?.publishedOn ?? null),
      today,
    };
  });

async function monthsOf(db: Db): Promise<readonly string[]> {
  const found = await findMonths(db);
  if (!found) return [];
  const last = Temporal.PlainYearMonth.from(found.last.slice(0, 7));
  const months: string[] = [];
  for (
    let at = Temporal.PlainYearMonth.from(found.first.slice(0, 7));
    Temporal.PlainYearMonth.compare(at, last) <= 0;
    at = at.add({ months: 1 })
  )
    months.push(at.toString());
  return months;
}

/** The whole of what there is, unless something else was asked for; the other way round is put right. */
function chosen(periods: readonly string[], { from, until }: Asked): readonly [string | null, string | null] {
  const begin = periods.find((one) => one === from) ?? periods[0] ?? null;
  const end = periods.find((one) => one === until) ?? periods.at(-1) ?? null;
  return begin !== null && end !== null && begin > end ? [end, begin] : [begin, end];
}

async function blocksOf(
  db: Db,
  { uncut, codes, from, until }: { uncut: boolean; codes: readonly FigureCode[]; from: string; until: string },
): Promise<readonly ToldBlock[]> {
  if (!uncut) return listBlocks(db, codes, Number(from), Number(until));
  const cells = await listCells(db, codes, `${from}-01`, `${until}-01`);
  return cells.map(({ year, figure, municipality, value, children }) => ({
    year,
    figure,
    codes: [municipality],
    values: [value],
    children,
  }));
}
