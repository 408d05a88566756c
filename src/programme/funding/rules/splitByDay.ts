import type { Day } from "../../../kit/day.ts";

export interface DayMinutes {
  readonly day: Day;
  readonly minutes: number;
}

const zone = "Europe/Amsterdam";

/**
 * The whole minutes of a visit by calendar day in the Netherlands. Minutes are minutes that went by: the night in which the clock goes back
 * has one hour more. A pause comes off the longest day first, so that a visit across midnight never has a day below nothing.
 */
export function splitByDay(startedAt: string, endedAt: string, breakMinutes: number): readonly DayMinutes[] {
  const end = Temporal.Instant.from(endedAt).toZonedDateTimeISO(zone);
  let at = Temporal.Instant.from(startedAt).toZonedDateTimeISO(zone);
  const days: { day: Day; minutes: number }[] = [];
  while (Temporal.ZonedDateTime.compare(at, end) < 0) {
    const midnight = at.add({ days: 1 }).startOfDay();
    const until = Temporal.ZonedDateTime.compare(midnight, end) < 0 ? midnight : end;
    days.push({ day: at.toPlainDate().toString(), minutes: Math.trunc((until.epochMilliseconds - at.epochMilliseconds) / 60_000) });
    at = until;
  }
  let left = Math.max(0, breakMinutes);
  for (const longest of [...days].sort((one, other) => other.minutes - one.minutes || one.day.localeCompare(other.day))) {
    const off = Math.min(left, longest.minutes);
    longest.minutes -= off;
    left -= off;
  }
  return days.filter(({ minutes }) => minutes > 0);
}
