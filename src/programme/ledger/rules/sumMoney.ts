import type { Day } from "../../../kit/day.ts";
import type { HourSum, MoneySum } from "../ledger.ts";

/** Money and hours of one month, municipality or funder, by pillar. */
export interface MoneyRow {
  readonly of: string;
  readonly pillar1: number;
  readonly pillar2: number;
  readonly minutes: number;
  /** Of these, minutes whose rate is unknown: their amount is in no sum. */
  readonly unknown1: number;
  readonly unknown2: number;
}

/** By month or municipality: what was spent in each pillar, and the hours it is for. */
export function sumMoney(by: "month" | "municipality", sums: readonly MoneySum[], hours: readonly HourSum[]): readonly MoneyRow[] {
  const keys = [...new Set([...sums.map((one) => one[by]), ...hours.map((one) => one[by])])].sort();
  const moneyBy = Map.groupBy(sums, (one) => one[by]);
  const hoursBy = Map.groupBy(hours, (one) => one[by]);
  return keys.map((of) => {
    const money = moneyBy.get(of) ?? [];
    const worked = hoursBy.get(of) ?? [];
    return {
      of,
      ...pillarsOf(money),
      minutes: total(worked.map(({ minutes }) => minutes)),
      unknown1: unknownOf(1, worked),
      unknown2: unknownOf(2, worked),
    };
  });
}

/** By funder: what each owes in each pillar, the largest first. */
export const sumByFunder = (sums: readonly MoneySum[]): readonly Omit<MoneyRow, "minutes" | "unknown1" | "unknown2">[] =>
  [...Map.groupBy(sums, ({ funder }) => funder)]
    .map(([of, money]) => ({ of, ...pillarsOf(money) }))
    .sort((one, other) => other.pillar1 + other.pillar2 - one.pillar1 - one.pillar2 || one.of.localeCompare(other.of));

const unknownOf = (pillar: 1 | 2, worked: readonly HourSum[]): number =>
  total(worked.filter((one) => one.pillar === pillar).map(({ unknownMinutes }) => unknownMinutes));

const pillarsOf = (money: readonly MoneySum[]) => ({
  pillar1: total(money.filter(({ pillar }) => pillar === 1).map(({ cents }) => cents)),
  pillar2: total(money.filter(({ pillar }) => pillar === 2).map(({ cents }) => cents)),
});

export const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The first month that can be closed: over, with something in it, and after the last one that was closed. */
export function nextToClose(months: readonly Day[], closed: readonly Day[], today: Day): Day | null {
  const last = closed.toSorted().at(-1) ?? "";
  return months.toSorted().find((month) => month > last && month.slice(0, 7) < today.slice(0, 7)) ?? null;
}
