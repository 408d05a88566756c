import type { Recurrence } from "../task.ts";

/**
 * When a recurring job runs next, as an ISO moment. A daily job keeps its time on the clock through summer and winter time; a time that
 * the clock skips runs an hour later that day.
 */
export function nextRun(recurrence: Recurrence, now: string): string {
  const at = Temporal.Instant.from(now);
  if ("everyMinutes" in recurrence) return at.add({ minutes: recurrence.everyMinutes }).toString();
  const here = at.toZonedDateTimeISO("Europe/Amsterdam");
  const today = here.withPlainTime(recurrence.dailyAt);
  const next = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : here.add({ days: 1 }).withPlainTime(recurrence.dailyAt);
  return next.toInstant().toString();
}
