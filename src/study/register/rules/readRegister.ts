import type { Day } from "../../../kit/day.ts";
import { parseDay } from "../../../kit/day.ts";
import type { FileFault, GoodLine, KnownParticipant, LineFault, ReadFile, RefusedLine, RegisterEntry, RegisterKind } from "../register.ts";

/** A record of the file, as it stands there. */
export interface FileRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

const columns = ["pseudoniem", "soort", "aantal", "van", "tot en met"] as const;
type Column = (typeof columns)[number];
const spellings: Readonly<Record<string, Column | "reden">> = {
  pseudoniem: "pseudoniem",
  code: "pseudoniem",
  soort: "soort",
  aantal: "aantal",
  van: "van",
  "tot en met": "tot en met",
  "t/m": "tot en met",
  tot: "tot en met",
  // the file with refused lines may be offered again as it is
  reden: "reden",
};
const kinds: Readonly<Record<string, RegisterKind>> = {
  "jgz-verwijzing": "jgz_referral",
  "jgz verwijzing": "jgz_referral",
  jgz_referral: "jgz_referral",
  ziekenhuiscontact: "hospital_contact",
  "ziekenhuis contact": "hospital_contact",
  hospital_contact: "hospital_contact",
};
const form = /^W-[A-HJ-NPR-Z2-9]{6}$/;
const earliest = "2020-01-01";
const longestPeriod = 731;
const mostCount = 200;
export const mostLines = 20_000;

export type Layout = Readonly<Record<Column, number>> & { readonly headings: readonly string[] };

/** The columns of the first line. A column that is not asked for is refused as a whole: it may hold a name. */
export function readHeadings(cells: readonly string[]): Layout | FileFault {
  const named = cells.map((cell) => spellings[tidy(cell).toLowerCase()]);
  const missing = columns.filter((column) => !named.includes(column));
  if (missing.length === columns.length || missing.length > 0) return { code: "headings", missing };
  const odd = named.findIndex(
    (name, at) => (name === undefined && tidy(cells[at] ?? "") !== "") || (name !== undefined && named.indexOf(name) !== at),
  );
  if (odd >= 0) return { code: "column-not-allowed", column: odd + 1 };
  const at = Object.fromEntries(columns.map((column) => [column, named.indexOf(column)])) as Record<Column, number>;
  return { ...at, headings: columns };
}

/** The pseudonyms that a file names: of these it is asked whether they take part. */
export const codesIn = (layout: Layout, records: readonly FileRecord[]): readonly string[] => [
  ...new Set(records.map(({ cells }) => codeOf(cells[layout.pseudoniem])).filter((code) => form.test(code))),
];

/**
 * Each line of the file is good or refused with every reason at once; nothing is guessed. A line that the register has already is good and changes
 * nothing; with another number it takes the place of what was there, and the preview says so.
 */
export function readRegister(
  layout: Layout,
  records: readonly FileRecord[],
  known: ReadonlyMap<string, KnownParticipant>,
  today: Day,
): ReadFile {
  const good: GoodLine[] = [];
  const refused: RefusedLine[] = [];
  const seen = new Map<string, RegisterEntry[]>();
  for (const { line, cells } of records) {
    const { code, entry, faults } = readLine(layout, cells, known, today);
    const earlier = seen.get(code) ?? [];
    const all = entry === null ? faults : [...faults, ...clashes(entry, earlier, known.get(code)?.entries ?? [])];
    if (entry !== null && all.length === 0) {
      seen.set(code, [...earlier, entry]);
      good.push({ line, code, ...entry, before: known.get(code)?.entries.find((one) => samePeriod(one, entry))?.count ?? null });
    } else refused.push({ line, cells: columns.map((column) => cells[layout[column]] ?? ""), faults: all });
  }
  return { headings: columns, good, refused };
}

function readLine(layout: Layout, cells: readonly string[], known: ReadonlyMap<string, KnownParticipant>, today: Day) {
  const faults: LineFault[] = [];
  const cell = (column: Column) => tidy(cells[layout[column]] ?? "");
  if (cells.length <= Math.max(...columns.map((column) => layout[column]))) faults.push("columns");
  const code = codeOf(cells[layout.pseudoniem]);
  const participant = known.get(code);
  if (!form.test(code)) faults.push("no-code");
  else if (!participant) faults.push("unknown-code");
  else if (!participant.mayLink) faults.push("no-consent");
  const kind = kinds[cell("soort").toLowerCase()] ?? null;
  if (kind === null) faults.push("kind");
  const count = /^\d{1,9}$/.test(cell("aantal")) ? Number(cell("aantal")) : null;
  if (count === null) faults.push("count");
  else if (count > mostCount) faults.push("count-range");
  const [from, until] = [parseDay(cell("van")), parseDay(cell("tot en met"))];
  faults.push(...periodFaults(from, until, today));
  const entry = kind !== null && count !== null && from !== null && until !== null ? { kind, count, from, until } : null;
  return { code, entry, faults };
}

function periodFaults(from: Day | null, until: Day | null, today: Day): readonly LineFault[] {
  const faults: LineFault[] = [];
  if (from === null) faults.push("from");
  if (until === null) faults.push("until");
  if (from === null || until === null) return faults;
  if (until < from) faults.push("period-turned");
  else if (Date.parse(until) - Date.parse(from) > longestPeriod * 86_400_000) faults.push("period-long");
  if (until > today || from > today) faults.push("future");
  if (from < earliest) faults.push("too-early");
  return faults;
}

/** The same twice in one file, or periods that lie over each other: either would count somebody's contacts double. */
function clashes(entry: RegisterEntry, earlier: readonly RegisterEntry[], registered: readonly RegisterEntry[]): readonly LineFault[] {
  if (earlier.some((one) => samePeriod(one, entry))) return ["twice"];
  const others = [...earlier, ...registered.filter((one) => !samePeriod(one, entry))];
  return others.some((one) => one.kind === entry.kind && one.from <= entry.until && entry.from <= one.until) ? ["overlap"] : [];
}

const samePeriod = (one: RegisterEntry, other: RegisterEntry): boolean =>
  one.kind === other.kind && one.from === other.from && one.until === other.until;

/** Spaces of any kind, and the apostrophe that keeps a cell from being a formula. */
const tidy = (text: string): string => text.replace(/^\s*'/, "").replace(/\s+/g, " ").trim();

const codeOf = (cell = ""): string => tidy(cell).toUpperCase();
