import type { Entry, Pillar } from "../../configuration/programme.ts";

export interface InflowLine {
  readonly month: string;
  readonly municipality: string;
  readonly pillar: Pillar;
  readonly entry: Entry;
  readonly families: number;
}

export interface InflowSum {
  /** A municipality, or a month such as "2026-11". */
  readonly of: string;
  readonly pillar1: number;
  readonly pillar2Direct: number;
  readonly pillar2FlowOn: number;
  /** All families of pillar 1 and 2 up to and with this line: places, so who went on counts in both. */
  readonly cumulative: number;
}

/** Families by municipality or by month, each pillar and way of entering apart, in order. */
export function sumInflow(lines: readonly InflowLine[], by: "municipality" | "month"): readonly InflowSum[] {
  const names = [...new Set(lines.map((line) => line[by]))].sort((one, other) => one.localeCompare(other, "nl"));
  let cumulative = 0;
  return names.map((of) => {
    const own = lines.filter((line) => line[by] === of);
    const sum = (pillar: Pillar, entry: Entry) =>
      own.filter((line) => line.pillar === pillar && line.entry === entry).reduce((total, { families }) => total + families, 0);
    const counts = { pillar1: sum(1, "direct"), pillar2Direct: sum(2, "direct"), pillar2FlowOn: sum(2, "flow_on") };
    cumulative += counts.pillar1 + counts.pillar2Direct + counts.pillar2FlowOn;
    return { of, ...counts, cumulative };
  });
}
