import type { Day } from "../../../kit/day.ts";
import type { Factor, FactorKind } from "../signal.ts";

/** What these rules need of a signal. */
export interface SignalLike {
  readonly notedTogether: string;
  readonly factors: readonly string[];
  readonly observedOn: Day;
  readonly urgent: boolean;
  readonly discussedOn: Day | null;
  readonly state: "open" | "withdrawn";
}

/** What was noted in one go, of which some see the social part alone. */
export interface Note<Row extends SignalLike> {
  readonly id: string;
  readonly first: Row;
  readonly rows: readonly Row[];
}

/** The signals by note, in the order in which they come. */
export function notesOf<Row extends SignalLike>(rows: readonly Row[]): readonly Note<Row>[] {
  return [...Map.groupBy(rows, ({ notedTogether }) => notedTogether)].flatMap(([id, together]) => {
    const [first] = together;
    return first ? [{ id, first, rows: together }] : [];
  });
}

/** A factor that plays a part now, with the signals that name it, the newest first. */
export interface FactorSeen<Row extends SignalLike> {
  readonly factor: Factor;
  readonly urgent: boolean;
  readonly newest: Row;
  readonly rows: readonly Row[];
}

/** What plays a part now, by kind; urgent ones first. Context stands apart: it never counts [domain 3.1]. */
export function factorsNow<Row extends SignalLike>(
  rows: readonly Row[],
  list: readonly Factor[],
): Readonly<Record<FactorKind, readonly FactorSeen<Row>[]>> {
  const seen = list.flatMap((factor): FactorSeen<Row>[] => {
    const naming = rows
      .filter((row) => row.state === "open" && row.factors.includes(factor.code))
      .sort((a, b) => b.observedOn.localeCompare(a.observedOn));
    const [newest] = naming;
    if (!newest) return [];
    const urgent = factor.kind === "risk" && (factor.urgent || naming.some((row) => row.urgent));
    return [{ factor, urgent, newest, rows: naming }];
  });
  const ofKind = (kind: FactorKind) =>
    seen.filter(({ factor }) => factor.kind === kind).sort((a, b) => Number(b.urgent) - Number(a.urgent));
  return { risk: ofKind("risk"), protective: ofKind("protective"), context: ofKind("context") };
}
