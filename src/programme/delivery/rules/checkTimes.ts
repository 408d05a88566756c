import { addMinutes, dayOfMoment, minutesBetween, type Moment } from "../../../kit/moment.ts";
import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { VisitRefusal, VisitWay } from "../visit.ts";

export interface TimesGiven {
  readonly startedAt: Moment;
  readonly endedAt: Moment;
  readonly breakMinutes: number;
  readonly way: VisitWay;
  /** Why it is recorded beside a rule, in her words. */
  readonly why: string | null;
}
export interface TimesKnown {
  /** Day of birth; null while nobody recorded it. */
  readonly bornOn: Day | null;
  readonly now: Moment;
}

const aDay = 24 * 60;
/** A visit is recorded when she leaves: some minutes of a clock that runs ahead are nobody's fault. */
const slack = 10;

/** Can these hours have been given? Care that was given is recorded in any case; what cannot be is a slip of the finger. */
export function checkTimes(
  { startedAt, endedAt, breakMinutes, way, why }: TimesGiven,
  { bornOn, now }: TimesKnown,
): Refusal<VisitRefusal["code"]> | "go" {
  const minutes = minutesBetween(startedAt, endedAt);
  if (minutes <= 0) return refuse("end-before-start");
  if (minutes > aDay) return refuse("longer-than-a-day", { minutes });
  if (breakMinutes >= minutes) return refuse("break-too-long", { minutes });
  // A phone whose clock is a day ahead: kept, and the coordinator is asked (doubtDate).
  if (way === "web" && Date.parse(endedAt) > Date.parse(addMinutes(now, slack))) return refuse("in-the-future");
  // Help at the birth can begin the evening before; anything else before it needs her word [domain 4.2: recorded all the same].
  if (bornOn !== null && dayOfMoment(endedAt) < bornOn && why === null) return refuse("before-birth", { bornOn });
  return "go";
}

/** Hours of care within a visit. */
export const minutesOfVisit = ({ startedAt, endedAt, breakMinutes }: Pick<TimesGiven, "startedAt" | "endedAt" | "breakMinutes">): number =>
  minutesBetween(startedAt, endedAt) - breakMinutes;
