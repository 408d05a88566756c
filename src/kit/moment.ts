import type { Day } from "./day.ts";

/** Moments as clocks in the Netherlands show them. A moment is an ISO string with its zone (`2026-11-22T09:00:00Z`) at every edge. */
export type Moment = string;

const zone = "Europe/Amsterdam";
const local = (moment: Moment) => Temporal.Instant.from(moment).toZonedDateTimeISO(zone);

/** The calendar day of a moment. */
export const dayOfMoment = (moment: Moment): Day => local(moment).toPlainDate().toString();

/** The time of a moment: "09:05". */
export const timeOfMoment = (moment: Moment): string => local(moment).toPlainTime().toString({ smallestUnit: "minute" });

/** A day and the time on the clock as a moment. A time that summer time skips is the one an hour later; one that comes twice is the first. */
export const momentAt = (day: Day, time: string): Moment =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString();

/** Whole minutes that really pass between two moments, whatever the clock on the wall does. */
export const minutesBetween = (from: Moment, until: Moment): number => Math.floor((Date.parse(until) - Date.parse(from)) / 60_000);

export const addMinutes = (moment: Moment, minutes: number): Moment => new Date(Date.parse(moment) + minutes * 60_000).toISOString();

/** The stretch between two moments, by calendar day: in real minutes, also at midnight and when the clock changes. */
export function splitByDay(from: Moment, until: Moment): readonly { readonly day: Day; readonly minutes: number }[] {
  const parts: { day: Day; minutes: number }[] = [];
  const end = Date.parse(until);
  let at = local(from);
  while (at.epochMilliseconds < end) {
    const midnight = at.toPlainDate().add({ days: 1 }).toZonedDateTime(zone);
    const stop = Math.min(midnight.epochMilliseconds, end);
    parts.push({ day: at.toPlainDate().toString(), minutes: Math.floor((stop - at.epochMilliseconds) / 60_000) });
    at = midnight;
  }
  return parts;
}

/** "10.00 tot 13.00 uur", and with the day of its end when that is another. */
export function formatStretch(from: Moment, until: Moment): string {
  const words = (moment: Moment) => `${local(moment).hour}.${timeOfMoment(moment).slice(3)}`;
  const next = dayOfMoment(from) === dayOfMoment(until) ? "" : " (de volgende dag)";
  return `${words(from)} tot ${words(until)} uur${next}`;
}
