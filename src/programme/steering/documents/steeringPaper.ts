import { formatDay, type Day } from "../../../kit/day.ts";
import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import type { Section } from "../../../trust/home/home.ts";
import { pillars, type Pillar } from "../../configuration/programme.ts";
import { monthInWords } from "../rules/months.ts";
import type { PublishedFigures } from "../server/readPublicFigures.ts";
import { ruleInWords } from "../steering.texts.ts";
import type { Steering } from "../steering.ts";
import { sectionOf, type DocumentCell, type DocumentTable } from "./documentTable.ts";
import { actions, careHours, flexibleHours, inflowByMonth, inflowOf, moments, outlook, places, spent, waits } from "./steeringTables.ts";
import { toWorkbook } from "./workbook.ts";

const template = import.meta.resolve("./steeringPaper.typ");

export interface SteeringPaper {
  readonly title: string;
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
  /** Who made it and for whom it is. */
  readonly mark: string;
}

const inConfidence = "In vertrouwen: alleen voor de projectgroep en de coördinator kraamzorg. Om te delen zijn er de gedeelde cijfers.";
const lately = ({ programme }: Steering): number => programme.settings.steering.stagnationMonths;

/** The monthly report, uncut: for the project group and the coordinator alone. */
export function steeringReport(steering: Steering, madeBy: string): SteeringPaper {
  const { programme, month, today } = steering;
  return {
    title: `${programme.name}: sturing ${monthInWords(month)}`,
    opening: [inConfidence],
    sections: [
      ...pillars.map((pillar) => sectionOf(inflowOf(steering, pillar))),
      ...tablesOf(steering).map(sectionOf),
      {
        heading: "Hoe Wieg dit telt",
        blocks: [{ kind: "list", items: ruleInWords(lately(steering)) }],
      },
    ],
    mark: `Gemaakt op ${formatDay(today)} door ${madeBy}.`,
  };
}

/** All but the inflow, which is cut otherwise on paper than in a workbook. */
function tablesOf(steering: Steering): readonly DocumentTable[] {
  const money = [spent(steering), outlook(steering)].filter((table) => table !== null);
  return [
    places(steering, formatDay(steering.today)),
    careHours(steering),
    flexibleHours(steering),
    waits(steering),
    ...money,
    actions(steering),
    moments(steering),
  ];
}

/** The same figures as a workbook. */
export const steeringWorkbook = (steering: Steering, madeBy: string): Promise<Uint8Array> =>
  toWorkbook(
    {
      title: `${steering.programme.name}: sturing ${monthInWords(steering.month)}`,
      lines: [inConfidence, `Gemaakt op ${formatDay(steering.today)} door ${madeBy}.`, ...ruleInWords(lately(steering))],
    },
    [inflowByMonth(steering), ...tablesOf(steering)],
  );

/** What may be shared: only what was published. */
function sharedTable({ shown, municipalities, figures }: PublishedFigures): DocumentTable {
  const say = (code: string, pillar: Pillar): readonly DocumentCell[] => {
    const line = figures.lines.find((one) => one.code === code && one.pillar === pillar);
    return [line?.families ?? null, line?.untilMonth ? monthInWords(line.untilMonth) : null];
  };
  const until = shown === null ? null : monthInWords(shown.month);
  const sums = (which: "together" | "all") =>
    pillars.flatMap((pillar): readonly DocumentCell[] => {
      const sum = figures.sums.find((one) => one.pillar === pillar)?.[which];
      return sum ? [sum, until] : [null, null];
    });
  return {
    name: "Gezinnen",
    heading: "Per gemeente en pijler",
    columns: [
      { label: "Gemeente", as: "text" },
      ...pillars.flatMap((pillar) => [{ label: `Pijler ${pillar}`, as: "count" } as const, { label: "tot en met", as: "text" } as const]),
    ],
    rows: [
      ...municipalities.map(({ code, name }) => [name, ...pillars.flatMap((pillar) => say(code, pillar))]),
      ["Kleine aantallen samen", ...sums("together")],
      ["Samen, voor zover te tonen", ...sums("all")],
    ],
    empty: "",
    note: "Een streepje: nog geen tien gezinnen. Een aantal onder de tien staat hier nooit, en is ook niet uit te rekenen.",
  };
}

const sharedOpening = ({ shown }: PublishedFigures): string =>
  shown === null ? "Er is nog niets gepubliceerd." : `Gezinnen met een plaats, tot en met ${monthInWords(shown.month)}.`;

export const sharedReport = (published: PublishedFigures, madeBy: string): SteeringPaper => ({
  title: `${published.programme.name}: gedeelde cijfers`,
  opening: [sharedOpening(published)],
  sections: [sectionOf(sharedTable(published))],
  mark: `Om te delen. Gemaakt op ${formatDay(published.today)} door ${madeBy}.`,
});

export const sharedWorkbook = (published: PublishedFigures, madeBy: string): Promise<Uint8Array> =>
  toWorkbook(
    {
      title: `${published.programme.name}: gedeelde cijfers`,
      lines: [sharedOpening(published), `Om te delen. Gemaakt op ${formatDay(published.today)} door ${madeBy}.`],
    },
    [sharedTable(published)],
  );

/** The report as a tagged PDF (PDF/UA-1). */
export const printSteering = (paper: SteeringPaper, author: string, date: Day): Promise<Uint8Array> =>
  renderPdf(template, { document: { title: paper.title, author, language: "nl", date }, data: paper });
