import { minutesBetween, type Moment } from "../../../kit/moment.ts";

const ahead = 15;
const behind = 20 * 60;

/**
 * Does the day of what a phone recorded have to be looked at? Its clock ran ahead of ours when it came in, or so far behind that it may be a
 * day wrong. A phone without network for a working day is nothing special.
 */
export function doubtDate({ notedAt, receivedAt, endedAt }: { notedAt: Moment | null; receivedAt: Moment; endedAt: Moment }): boolean {
  if (minutesBetween(receivedAt, endedAt) > ahead) return true;
  if (notedAt === null) return false;
  const late = minutesBetween(notedAt, receivedAt);
  return late < -ahead || late > behind;
}
