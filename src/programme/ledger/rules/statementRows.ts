import type { Day } from "../../../kit/day.ts";
import type { Pillar } from "../../configuration/programme.ts";
import type { MoneySum } from "../ledger.ts";

/** A sum on a statement: one month, or several that are told together. */
export interface StatementRow {
  readonly from: Day;
  readonly until: Day;
  readonly pillar: Pillar;
  readonly cents: number;
}
export interface Statement {
  readonly rows: readonly StatementRow[];
  /** Closed months at the end that are told later, with others: over too few families. */
  readonly waiting: readonly { readonly pillar: Pillar; readonly from: Day }[];
}

/** Families of one insurer that got their first hours in a month. */
export interface NewFamilies {
  readonly month: Day;
  readonly pillar: Pillar;
  readonly funder: string;
  readonly families: number;
}

/** Of fewer families an insurer could find in its own claims whose hours a sum is about. */
export const fewestFamilies = 10;

/**
 * What a funder owes, over closed months alone: these never change. An insurer has the claims of its own insured, and a sum over a few
 * families could be laid beside them: so months are told together until at least ten families had their first hours in them. Whoever has no
 * claims (a municipality) gets each month.
 */
export function statementRows(
  funder: string,
  facts: {
    readonly sums: readonly MoneySum[];
    readonly closed: readonly Day[];
    readonly families: readonly NewFamilies[];
    readonly hasClaims: boolean;
  },
): Statement {
  const rows: StatementRow[] = [];
  const waiting: { pillar: Pillar; from: Day }[] = [];
  for (const pillar of [1, 2] as const) {
    let open: Gathered | null = null;
    for (const month of [...facts.closed].sort()) {
      const cents = sum(
        facts.sums.filter((one) => one.funder === funder && one.pillar === pillar && one.month === month).map((one) => one.cents),
      );
      const families = sum(
        facts.families.filter((one) => one.funder === funder && one.pillar === pillar && one.month === month).map((one) => one.families),
      );
      open = gather(open, { from: month, cents, families });
      if (open.cents === 0 && open.families === 0) open = null;
      else if (!facts.hasClaims || open.families >= fewestFamilies) {
        rows.push({ from: open.from, until: month, pillar, cents: open.cents });
        open = null;
      }
    }
    if (open) waiting.push({ pillar, from: open.from });
  }
  return { rows: rows.sort((one, other) => one.until.localeCompare(other.until) || one.pillar - other.pillar), waiting };
}

interface Gathered {
  readonly from: Day;
  readonly cents: number;
  readonly families: number;
}
const gather = (open: Gathered | null, month: Gathered): Gathered =>
  open ? { from: open.from, cents: open.cents + month.cents, families: open.families + month.families } : month;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
