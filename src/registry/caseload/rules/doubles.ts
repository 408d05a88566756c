import { fold, oneLetterOff } from "../../../kit/foldText.ts";
import type { CaseloadLine } from "../caseload.ts";

/** The earlier line with the same person, as far as the file says. */
export interface Double {
  readonly line: number;
  readonly code: "double-exact" | "double-likely" | "client-number-twice";
}

export interface DoubleWatch {
  /** Compares a line with all before it, and remembers it. */
  see(line: number, record: CaseloadLine): Double | null;
}

interface Seen {
  readonly line: number;
  readonly familyName: string;
  readonly givenName: string;
  readonly dueDate: string;
  readonly postcode: string | null;
  readonly phone: string | null;
  readonly content: number;
}

/** How many earlier lines of one birth date and name (or due date) are compared: enough for every real file, a bound for an odd one. */
const mostCompared = 50;

/** Finds lines of one file that are the same person: the same names and birth date, also when a letter is off or got lost. */
export function watchForDoubles(): DoubleWatch {
  const byPerson = new Map<string, Seen[]>();
  const byDates = new Map<string, Seen[]>();
  const clientNumbers = new Map<string, number>();
  return {
    see(line, record) {
      const seen = describe(line, record);
      const samePerson = listAt(byPerson, `${record.birthDate} ${seen.familyName}`);
      const sameDates = listAt(byDates, `${record.birthDate} ${record.dueDate}`);
      const earlier = findEarlier(seen, samePerson, sameDates);
      if (samePerson.length < mostCompared) samePerson.push(seen);
      if (sameDates.length < mostCompared) sameDates.push(seen);
      const numbered = record.clientNumber === null ? undefined : clientNumbers.get(record.clientNumber);
      if (record.clientNumber !== null && numbered === undefined) clientNumbers.set(record.clientNumber, line);
      return earlier ?? (numbered === undefined ? null : { line: numbered, code: "client-number-twice" });
    },
  };
}

function findEarlier(seen: Seen, samePerson: readonly Seen[], sameDates: readonly Seen[]): Double | null {
  const exact = samePerson.find((other) => other.content === seen.content);
  if (exact) return { line: exact.line, code: "double-exact" };
  const likely =
    samePerson.find((other) => other.givenName === seen.givenName || (alike(other.givenName, seen.givenName) && shareMore(other, seen))) ??
    sameDates.find((other) => alike(other.familyName, seen.familyName) && alike(other.givenName, seen.givenName));
  return likely ? { line: likely.line, code: "double-likely" } : null;
}

/** An empty given name says nothing; twins in law (two sisters of one address) differ in more than a letter. */
const alike = (one: string, other: string): boolean => one === "" || other === "" || oneLetterOff(one, other);

const shareMore = (one: Seen, other: Seen): boolean =>
  one.dueDate === other.dueDate ||
  (one.postcode !== null && one.postcode === other.postcode) ||
  (one.phone !== null && one.phone === other.phone);

function describe(line: number, record: CaseloadLine): Seen {
  return {
    line,
    familyName: fold(record.familyName),
    givenName: fold(record.givenName ?? ""),
    dueDate: record.dueDate,
    postcode: record.postcode,
    phone: record.phones[0] ?? null,
    content: digest(JSON.stringify({ ...record, clientNumber: null })),
  };
}

function listAt(map: Map<string, Seen[]>, key: string): Seen[] {
  const list = map.get(key) ?? [];
  if (list.length === 0) map.set(key, list);
  return list;
}

/** A number of 53 bits for a text (cyrb53), so that 200,000 lines need not be kept whole. */
function digest(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
