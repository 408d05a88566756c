import type { MoneySum } from "../../ledger/ledger.ts";
import type { Month, Spent } from "../steering.ts";
import { monthOf } from "./months.ts";

/** What each funder paid for each pillar, in the month and in all up to it. */
export function spentUntil(sums: readonly MoneySum[], month: Month): readonly Spent[] {
  const until = sums.filter((sum) => monthOf(sum.month) <= month);
  const lines = new Map<string, Spent>();
  for (const { pillar, funder, month: day, cents } of until) {
    const key = `${pillar} ${funder}`;
    const before = lines.get(key) ?? { pillar, funder, inMonth: 0, inAll: 0 };
    lines.set(key, { ...before, inAll: before.inAll + cents, inMonth: before.inMonth + (monthOf(day) === month ? cents : 0) });
  }
  return [...lines.values()].toSorted((one, other) => one.pillar - other.pillar || one.funder.localeCompare(other.funder, "nl"));
}
