import type { Day } from "../../../kit/day.ts";
import type { Entry, Pillar, ProgrammeSettings } from "../programme.ts";

export type Level = "error" | "warning" | "info";

/** Something that who approves a version should know; the sentence stands in `finding.texts.ts`. */
export interface Finding {
  readonly level: Level;
  readonly code:
    | "starts-in-the-past"
    | "not-after-latest"
    | "nothing-changed"
    | "unknown-organisation"
    | "fewer-than-moved"
    | "below-taken"
    | "rate-missing"
    | "rate-assumed"
    | "insurers-dropped"
    | "area-smaller"
    | "area-shared"
    | "inflow-closed"
    | "period-shorter"
    | "outcome-differs"
    | "letters-differ";
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What the world looks like beside the version: places as they are taken now, other programmes, requests that wait. */
export interface VersionFacts {
  readonly today: Day;
  readonly startsOn: Day;
  /** First day of the latest version there is; null for a first one. */
  readonly latestStartsOn: Day | null;
  readonly differences: number;
  readonly organisationKnown: boolean;
  readonly pools: readonly { readonly pillar: Pillar; readonly entry: Entry; readonly taken: number; readonly moved: number }[];
  readonly others: readonly { readonly name: string; readonly municipalities: readonly string[] }[];
  /** Families that wait for a decision: how many would hear something else. */
  readonly outcomes: { readonly nowPossible: number; readonly noLonger: number };
}

/** What is not right about a next version, and what would change with it. Errors block; a warning must be confirmed. */
export function checkVersion(before: ProgrammeSettings, after: ProgrammeSettings, facts: VersionFacts): readonly Finding[] {
  return [
    ...checkDays(facts),
    ...checkPlaces(after, facts),
    ...checkRates(after, facts.startsOn),
    ...checkWhoFits(before, after, facts),
    ...checkLetters(before, after),
  ];
}

const finding = (level: Level, code: Finding["code"], facts: Finding["facts"] = {}): Finding => ({ level, code, facts });
const when = (holds: boolean, found: Finding): readonly Finding[] => (holds ? [found] : []);

const checkDays = ({ today, startsOn, latestStartsOn, differences, organisationKnown }: VersionFacts): readonly Finding[] => [
  ...when(startsOn < today, finding("error", "starts-in-the-past", { startsOn })),
  ...when(latestStartsOn !== null && startsOn <= latestStartsOn, finding("error", "not-after-latest", { latest: latestStartsOn ?? "" })),
  ...when(differences === 0, finding("error", "nothing-changed")),
  ...when(!organisationKnown, finding("error", "unknown-organisation")),
];

/** Places for one way of entering, by the figures of a version. */
export const placesBy = ({ pillars }: ProgrammeSettings, pillar: Pillar, entry: Entry): number =>
  entry === "flow_on" ? pillars[pillar].flowOnAtMost : pillars[pillar].ceiling - pillars[pillar].flowOnAtMost;

const checkPlaces = (after: ProgrammeSettings, { pools }: VersionFacts): readonly Finding[] =>
  pools.flatMap(({ pillar, entry, taken, moved }) => {
    const places = placesBy(after, pillar, entry) + moved;
    if (places < 0) return [finding("error", "fewer-than-moved", { pillar, entry, places: placesBy(after, pillar, entry), moved: -moved })];
    return when(places < taken, finding("warning", "below-taken", { pillar, entry, places, taken }));
  });

/** Care goes on for months after the last family entered: years until then need a rate [domain 4.2]. */
function checkRates(after: ProgrammeSettings, startsOn: Day): readonly Finding[] {
  const { inflowUntil, pillar2Months } = after.windows;
  const first = Number(startsOn.slice(0, 4));
  const last =
    inflowUntil === null ? first + 1 : Number(Temporal.PlainDate.from(inflowUntil).add({ months: pillar2Months }).toString().slice(0, 4));
  const years = Array.from({ length: Math.max(1, last - first + 1) }, (_, nr) => first + nr);
  const rateOf = (year: number) => after.coPayment.rates.find((rate) => rate.year === year);
  const missing = years.filter((year) => !rateOf(year));
  const assumed = years.filter((year) => rateOf(year)?.assumed);
  return [
    ...when(missing.length > 0, finding("warning", "rate-missing", { years: missing.join(", ") })),
    ...when(assumed.length > 0, finding("warning", "rate-assumed", { years: assumed.join(", ") })),
  ];
}

function checkWhoFits(
  before: ProgrammeSettings,
  after: ProgrammeSettings,
  { others, outcomes, startsOn }: VersionFacts,
): readonly Finding[] {
  const called = ({ label, code }: ProgrammeSettings["insurers"]["list"][number]) => label ?? code ?? "";
  const dropped = before.insurers.list.filter((one) => !after.insurers.list.some((other) => called(other) === called(one))).map(called);
  const left = before.area.municipalities.filter((code) => !after.area.municipalities.includes(code));
  const shared = others.flatMap(({ name, municipalities }) => {
    const both = after.area.municipalities.filter((code) => municipalities.includes(code) && !before.area.municipalities.includes(code));
    return when(both.length > 0, finding("warning", "area-shared", { name, municipalities: both.join(", ") }));
  });
  const { inflowUntil, pillar2Months } = after.windows;
  return [
    ...when(dropped.length > 0, finding("warning", "insurers-dropped", { names: dropped.join(", ") })),
    ...when(left.length > 0, finding("warning", "area-smaller", { municipalities: left.join(", ") })),
    ...shared,
    ...when(inflowUntil !== null && inflowUntil < startsOn, finding("warning", "inflow-closed", { on: inflowUntil ?? "" })),
    ...when(
      pillar2Months < before.windows.pillar2Months,
      finding("warning", "period-shorter", { was: before.windows.pillar2Months, becomes: pillar2Months }),
    ),
    ...when(
      outcomes.nowPossible + outcomes.noLonger > 0,
      finding(outcomes.noLonger > 0 ? "warning" : "info", "outcome-differs", { ...outcomes }),
    ),
  ];
}

/** What letters name: new letters say the new words, a letter on an earlier decision the old ones. */
function checkLetters(before: ProgrammeSettings, after: ProgrammeSettings): readonly Finding[] {
  const said = ({ letters, area, insurers, maternityCare }: ProgrammeSettings) => [
    ["letters", letters] as const,
    ["area", area.name] as const,
    ["insurers", insurers.name] as const,
    ["maternityCare", maternityCare.name] as const,
  ];
  const now = new Map<string, string>(said(after).map(([name, value]) => [name, JSON.stringify(value)]));
  const differ = said(before)
    .filter(([name, value]) => now.get(name) !== JSON.stringify(value))
    .map(([name]) => name);
  return when(differ.length > 0, finding("info", "letters-differ", { sections: differ.join(",") }));
}

export const blocks = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === "error");
export const warningsOf = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ level }) => level === "warning");
