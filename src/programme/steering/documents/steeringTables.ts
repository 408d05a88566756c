import { pillars, type Pillar } from "../../configuration/programme.ts";
import { funderName } from "../../funding/funding.texts.ts";
import { actionState } from "../rules/actionState.ts";
import { coursesOf, type CourseLine } from "../rules/courses.ts";
import { monthInWords } from "../rules/months.ts";
import { placeLines } from "../rules/placeLines.ts";
import { quarterInWords } from "../rules/say.ts";
import { actionStateNames, flagNames, smallCountsHidden, stepNames } from "../steering.texts.ts";
import type { Month, Steering } from "../steering.ts";
import type { DocumentTable } from "./documentTable.ts";

// What the monthly page holds, as tables for paper and for a workbook: one list of figures, cut as they were read for who asks.

const inflowColumns = [
  { label: "Gemeente", as: "text" },
  { label: "In de maand", as: "count" },
  { label: "Verwacht", as: "decimal" },
  { label: "Sinds het begin", as: "count" },
  { label: "Verwacht sinds het begin", as: "decimal" },
  { label: "Door toeval van", as: "count" },
  { label: "tot", as: "count" },
  { label: "Teken van de regel", as: "text" },
] as const;

const inflowRow = (line: CourseLine) => [
  line.name,
  line.inMonth,
  line.expectedInMonth,
  line.actual,
  line.expected > 0 ? line.expected : null,
  line.limits?.lower ?? null,
  line.limits?.upper ?? null,
  flagNames[line.flag],
];

const linesOf = ({ counts, municipalities, programme }: Steering, pillar: Pillar, month: Month): readonly CourseLine[] =>
  coursesOf(counts, { pillar, month, municipalities, lately: programme.settings.steering.stagnationMonths });

/** Inflow of one pillar as it stands in the chosen month. */
export const inflowOf = (steering: Steering, pillar: Pillar): DocumentTable => ({
  name: `Instroom pijler ${pillar}`,
  heading: `Instroom pijler ${pillar} tot en met ${monthInWords(steering.month)}`,
  columns: inflowColumns,
  rows: linesOf(steering, pillar, steering.month).map(inflowRow),
  empty: "Nog geen plaatsen.",
  note: null,
});

/** Inflow of every month up to the chosen one, with what it meant then. */
export function inflowByMonth(steering: Steering): DocumentTable {
  const until = steering.months.filter((one) => one <= steering.month).toReversed();
  return {
    name: "Instroom per maand",
    heading: "Instroom per maand, gemeente en pijler",
    columns: [{ label: "Maand", as: "day" }, { label: "Pijler", as: "count" }, ...inflowColumns],
    rows: until.flatMap((month) =>
      pillars.flatMap((pillar) => linesOf(steering, pillar, month).map((line) => [`${month}-01`, pillar, ...inflowRow(line)])),
    ),
    empty: "Nog geen plaatsen.",
    note: null,
  };
}

export const places = ({ places: all }: Steering, on: string): DocumentTable => ({
  name: "Plaatsen",
  heading: `Plaatsen op ${on}`,
  columns: [
    { label: "Pijler", as: "text" },
    { label: "Plaatsen", as: "count" },
    { label: "Bezet", as: "count" },
    { label: "Vrij", as: "count" },
  ],
  rows: placeLines(all).map((line) => [line.name, line.places, line.taken, line.free]),
  empty: "Er zijn geen plaatsen.",
  note: null,
});

const cutNote = ({ decides }: Steering): string => (decides ? ` ${smallCountsHidden}` : "");

export const careHours = (steering: Steering): DocumentTable => ({
  name: "Uren kraamweek",
  heading: "Uren kraamzorg in de kraamweek (pijler 1)",
  columns: [
    { label: "Kwartaal", as: "text" },
    { label: "Gezinnen", as: "count" },
    { label: "Geïndiceerd", as: "hours" },
    { label: "Gemiddeld geïndiceerd", as: "hours" },
    { label: "Geleverd", as: "hours" },
    { label: "Gemiddeld geleverd", as: "hours" },
    { label: "Geweigerd door gezinnen", as: "hours" },
    { label: `Gezinnen onder ${steering.programme.settings.steering.fewHours} uur`, as: "count" },
  ],
  rows: steering.care.map((one) => [
    quarterInWords(one.quarter),
    one.families,
    one.indicatedMinutes,
    one.indicatedMean,
    one.deliveredMinutes,
    one.deliveredMean,
    one.refusedMinutes,
    one.few,
  ]),
  empty: "Nog geen uren om te tonen.",
  note: `Landelijk gemiddelde: ${steering.programme.settings.steering.nationalMeanHours} uur per gezin. Dag 1 tot en met 10.${cutNote(steering)}`,
});

export const flexibleHours = (steering: Steering): DocumentTable => ({
  name: "Uren pijler 2",
  heading: "Uren flexibele kraamzorg (pijler 2)",
  columns: [
    { label: "Plaats sinds", as: "text" },
    { label: "Gezinnen", as: "count" },
    { label: "Afgesproken", as: "hours" },
    { label: "Gemiddeld afgesproken", as: "hours" },
    { label: "Gegeven", as: "hours" },
    { label: "Gemiddeld gegeven", as: "hours" },
    { label: "Geweigerd door gezinnen", as: "hours" },
  ],
  rows: steering.flexible.map((one) => [
    quarterInWords(one.quarter),
    one.families,
    one.agreedMinutes,
    one.agreedMean,
    one.deliveredMinutes,
    one.deliveredMean,
    one.refusedMinutes,
  ]),
  empty: "Nog geen uren om te tonen.",
  note: `Het programma rekent met gemiddeld ${steering.programme.settings.windows.pillar2MeanHours} uur per gezin.${cutNote(steering)}`,
});

export const waits = (steering: Steering): DocumentTable => ({
  name: "Wachttijden",
  heading: "Van signaal tot huisbezoek, besluit en zorg",
  columns: [
    { label: "Van eerste signaal tot", as: "text" },
    { label: "Kwartaal", as: "text" },
    { label: "Gezinnen", as: "count" },
    { label: "De helft binnen, in dagen", as: "count" },
    { label: "Negen van de tien binnen, in dagen", as: "count" },
  ],
  rows: steering.waits.map((one) => [stepNames[one.step], quarterInWords(one.quarter), one.families, one.median, one.ninetieth]),
  empty: "Nog geen wachttijden om te tonen.",
  note: `Van gezinnen met een plaats.${cutNote(steering)}`,
});

export function spent(steering: Steering): DocumentTable | null {
  if (steering.spent === null) return null;
  const names = new Map(steering.municipalities.map(({ code, name }) => [code, name]));
  return {
    name: "Geld uitgegeven",
    heading: `Geld: uitgegeven tot en met ${monthInWords(steering.month)}`,
    columns: [
      { label: "Pijler", as: "count" },
      { label: "Financier", as: "text" },
      { label: "In de maand", as: "euros" },
      { label: "Sinds het begin", as: "euros" },
    ],
    rows: steering.spent.map((one) => [one.pillar, funderName(one.funder, names), one.inMonth, one.inAll]),
    empty: "Nog niets uitgegeven.",
    note: null,
  };
}

export const outlook = ({ forecasts }: Steering): DocumentTable | null =>
  forecasts && {
    name: "Geld verwacht",
    heading: "Geld: besteed, toegezegd en verwacht, zoals het nu is",
    columns: [
      { label: "Pijler", as: "count" },
      { label: "Besteed", as: "euros" },
      { label: "Uren zonder tarief", as: "hours" },
      { label: "Toegezegd", as: "euros" },
      { label: "Toegezegde uren", as: "hours" },
      { label: "Vrije plaatsen", as: "count" },
      { label: "Verwacht voor vrije plaatsen", as: "euros" },
      { label: "Samen verwacht", as: "euros" },
    ],
    rows: forecasts.map((one) => [
      one.pillar,
      one.spent,
      one.unknownMinutes,
      one.committed,
      one.committedMinutes,
      one.freePlaces,
      one.expected,
      one.total,
    ]),
    empty: "Er is geen geld te verwachten.",
    note: "Een streepje: een tarief is nog niet bekend, en dan staat er geen bedrag.",
  };

export const actions = ({ actions: all, today }: Steering): DocumentTable => ({
  name: "Acties",
  heading: "Afwijkingen en acties",
  columns: [
    { label: "Afwijking", as: "text" },
    { label: "Actie en resultaat", as: "text" },
    { label: "Eigenaar", as: "text" },
    { label: "Uiterlijk", as: "day" },
    { label: "Stand", as: "text" },
  ],
  rows: all.map((one) => [
    one.deviation,
    one.outcome === null ? one.action : `${one.action}. Resultaat: ${one.outcome}`,
    one.owner,
    one.dueOn,
    actionStateNames[actionState(one, today)],
  ]),
  empty: "Er zijn geen acties.",
  note: null,
});

export const moments = ({ moments: all }: Readonly<{ moments: Steering["moments"] }>): DocumentTable => ({
  name: "Evaluatie",
  heading: "Evaluatiemomenten",
  columns: [
    { label: "Dag", as: "day" },
    { label: "Waarover", as: "text" },
    { label: "Besluit", as: "text" },
  ],
  rows: all.map(({ plannedOn, about, decision }) => [plannedOn, about, decision ?? "Nog niet genoteerd"]),
  empty: "Er zijn geen evaluatiemomenten gepland.",
  note: null,
});
