/** Days as people in the Netherlands write them. A day is an ISO string (`2026-03-12`) at every edge. */
export type Day = string;

const weekdays = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

/** `2026-03-12` as "do 12 maart 2026". */
export function formatDay(day: Day): string {
  const date = Temporal.PlainDate.from(day);
  return `${weekdays[date.dayOfWeek - 1]} ${date.day} ${months[date.month - 1]} ${date.year}`;
}

/** `2026-03-12` as "12-3-2026", the way it is typed. */
export function formatShortDay(day: Day): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.day}-${date.month}-${date.year}`;
}

const dayLength = 86_400_000;

/** The day as a number of days since 1970. A page counts with a hundred of them, and a Temporal object for each is dear. */
function numberOf(day: Day): number {
  const moment = Date.parse(`${day}T00:00Z`);
  if (Number.isNaN(moment)) throw new RangeError("This is no day.");
  return moment / dayLength;
}

/** Days from `start` to `end`; negative when `end` is earlier. */
export const daysBetween = (start: Day, end: Day): number => numberOf(end) - numberOf(start);

export const addDays = (day: Day, days: number): Day => new Date((numberOf(day) + days) * dayLength).toISOString().slice(0, 10);

/** A moment as "do 12 maart 2026, 14.05 uur", in Dutch time. */
export function formatMoment(moment: Date | string): string {
  const at = Temporal.Instant.from(typeof moment === "string" ? moment : moment.toISOString()).toZonedDateTimeISO("Europe/Amsterdam");
  return `${formatDay(at.toPlainDate().toString())}, ${at.hour}.${String(at.minute).padStart(2, "0")} uur`;
}

/** What someone typed as a day (`12-3-2026`, `12/3/26`, `12032026`, `2026-03-12`, `12 maart 2026`), or null when it is no day. */
export function parseDay(typed: string): Day | null {
  const text = typed.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return makeDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (dutch) return makeDay(century(dutch[3] ?? ""), Number(dutch[2]), Number(dutch[1]));
  const bare = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (bare) return makeDay(Number(bare[3]), Number(bare[2]), Number(bare[1]));
  const written = /^(\d{1,2}) ([a-z]+)\.? (\d{4})$/.exec(text);
  const month = written ? months.findIndex((name) => name === written[2] || name.slice(0, 3) === written[2]) : -1;
  return written && month >= 0 ? makeDay(Number(written[3]), month + 1, Number(written[1])) : null;
}

/** Two-digit years lie within 2000-2049 or 1950-1999: nobody in a line is older. */
function century(year: string): number {
  const value = Number(year);
  if (year.length === 4) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

function makeDay(year: number, month: number, day: number): Day | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}
