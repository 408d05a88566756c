import type { Recurrence } from "../task.ts";
import { nextRun } from "./nextRun.ts";

/**
 * Whether a recurring job that failed would come back later than its own next time, or not at all. The queue waits longer after each
 * failure (e to the power of the number of tries, in seconds, to six hours) and gives up after the last.
 */
export function isLate(recurrence: Recurrence, tried: { attempts: number; max_attempts: number }, now: string): boolean {
  if (tried.attempts >= tried.max_attempts) return true;
  const back = Temporal.Instant.from(now).add({ seconds: Math.ceil(Math.exp(Math.min(10, tried.attempts))) });
  return Temporal.Instant.compare(back, nextRun(recurrence, now)) > 0;
}
