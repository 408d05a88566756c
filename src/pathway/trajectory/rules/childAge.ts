import { daysBetween, type Day } from "../../../kit/day.ts";

/** The age of a child as parents and care workers say it: days, then weeks, months, years. Null before birth. */
export function childAge(bornOn: Day, today: Day): string | null {
  const days = daysBetween(bornOn, today);
  if (days < 0) return null;
  if (days === 0) return "vandaag geboren";
  if (days < 14) return `${days} ${days === 1 ? "dag" : "dagen"}`;
  const months = monthsBetween(bornOn, today);
  if (months < 3) return `${Math.trunc(days / 7)} weken`;
  if (months < 12) return `${months} maanden`;
  return [`${Math.trunc(months / 12)} jaar`, monthsLeft(months % 12)].filter(Boolean).join(" en ");
}

const monthsLeft = (months: number): string => (months === 0 ? "" : `${months} ${months === 1 ? "maand" : "maanden"}`);

/** Whole months: who was born on the 31st is a month older on the 1st where a month has no 31st. */
function monthsBetween(bornOn: Day, today: Day): number {
  const born = Temporal.PlainDate.from(bornOn);
  const now = Temporal.PlainDate.from(today);
  return (now.year - born.year) * 12 + now.month - born.month - (now.day < born.day ? 1 : 0);
}
