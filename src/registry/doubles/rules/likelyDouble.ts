import { daysBetween, type Day } from "../../../kit/day.ts";
import { fold, oneLetterOff } from "../../../kit/foldText.ts";
import type { Likeness, Person, Verdict } from "../doubles.ts";

/**
 * How much each likeness says. Nothing is merged by points: they decide what is put before a person. Tuned on the cases beside this
 * file, to be weighed again with figures from practice.
 */
export const points = {
  "name-same": 4,
  "name-letter-off": 3,
  /** `Jansen-Smeets` and `Smeets`: a name before and after marriage. */
  "name-part": 3,
  "name-other": -2,
  "given-same": 3,
  "given-letter-off": 2,
  "given-initial": 1,
  "birth-same": 4,
  "birth-swapped": 3,
  "birth-digit-off": 2,
  "due-same": 3,
  "due-near": 2,
  "postcode-same": 2,
  "postcode-near": 1,
} as const satisfies Record<Likeness, number>;

export const thresholds = {
  /** Points for another given name, another birth date, and an expected day of another moment. */
  otherGiven: -5,
  otherBirth: -5,
  otherDue: -1,
  /** Days between two expected days that one scan explains. */
  dueSame: 3,
  dueNear: 21,
  /** Days from which two expected days are two pregnancies. */
  otherPregnancy: 120,
  sameLine: 8,
  /** From another pregnancy there is no expected day to go by. */
  samePerson: 9,
} as const;

/** Whether two records seem to be one person, and one pregnancy. Without a date that agrees a name says too little. */
export function judgeDouble(one: Person, other: Person): Verdict {
  const name = compareFamilyNames(one, other);
  const given = compareGivenNames(one.givenName, other.givenName);
  const birth = compareBirthDates(one.birthDate, other.birthDate);
  const due = compareDueDates(one.dueDate, other.dueDate);
  const postcode = comparePostcodes(one.postcode, other.postcode);
  const likeness = [name, given, birth, due, postcode].filter((found): found is Likeness => found !== null && found in points);
  const person = worth(name) + worth(given) + worth(birth) + worth(postcode);
  const datesAgree = birth !== null && birth in points ? true : due === "due-same";
  if (!datesAgree) return { kind: "different", likeness };
  if (due === "other-pregnancy") return { kind: person >= thresholds.samePerson ? "same-person" : "different", likeness };
  return { kind: person + worth(due) >= thresholds.sameLine ? "same-line" : "different", likeness };
}

type Compared = Likeness | "given-other" | "birth-other" | "due-other" | "other-pregnancy" | null;

function worth(found: Compared): number {
  if (found === null || found === "other-pregnancy") return 0;
  if (found === "given-other") return thresholds.otherGiven;
  if (found === "birth-other") return thresholds.otherBirth;
  if (found === "due-other") return thresholds.otherDue;
  return points[found];
}

/** With and without its prefix: `van der Berg`, `Berg` and `vd Berg` are one name. */
function compareFamilyNames(one: Person, other: Person): Compared {
  const mine = spellings(one);
  const hers = spellings(other);
  const some = (alike: (a: string, b: string) => boolean) => mine.some((a) => hers.some((b) => alike(a, b)));
  if (some((a, b) => a === b)) return "name-same";
  if (some((a, b) => a.length > 3 && oneLetterOff(a, b))) return "name-letter-off";
  const parts = (person: Person) =>
    person.familyName
      .split(/[-–/ ]+/)
      .map(fold)
      .filter((part) => part.length > 2);
  if (parts(one).some((part) => parts(other).includes(part))) return "name-part";
  return "name-other";
}

const abbreviations: Readonly<Record<string, string>> = { vd: "vander", vdn: "vanden", v: "van", d: "de" };

function spellings({ prefix, familyName }: Person): readonly string[] {
  const bare = plainName(familyName);
  const before = fold(prefix ?? "");
  return [...new Set([bare, (abbreviations[before] ?? before) + bare])];
}

/** As it sounds to whoever typed it: `ij` and `y` are one. */
const plainName = (name: string): string => fold(name).replaceAll("ij", "y");

function compareGivenNames(one: string | null, other: string | null): Compared {
  const [a = "", b = ""] = [one, other].map((name) => plainName((name ?? "").split(/[ ]/)[0] ?? ""));
  if (a === "" || b === "") return null;
  if (a === b) return "given-same";
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length <= 2 && long.startsWith(short.slice(0, 1))) return "given-initial";
  if (short.length > 2 && (oneLetterOff(a, b) || long.startsWith(short))) return "given-letter-off";
  return "given-other";
}

function compareBirthDates(one: Day | null, other: Day | null): Compared {
  if (one === null || other === null) return null;
  if (one === other) return "birth-same";
  if (swapDayAndMonth(one) === other) return "birth-swapped";
  const off = [...one].filter((sign, at) => sign !== other[at]).length;
  return off === 1 ? "birth-digit-off" : "birth-other";
}

/** `1990-05-12` as `1990-12-05`; null where that is no day. */
const swapDayAndMonth = (day: Day): Day | null => {
  const [year, month, date] = day.split("-");
  return Number(date) > 12 || month === date ? null : `${year}-${date}-${month}`;
};

/** The birth dates by which someone is looked up wherever she lives: her own, and with day and month swapped. */
export const birthDatesLike = (day: Day): readonly Day[] => [day, ...[swapDayAndMonth(day) ?? []].flat()];

/** The birth dates with one digit off, by which someone is looked up at her own postcode. */
export function birthDatesNear(day: Day): readonly Day[] {
  const near: Day[] = [];
  for (const [at, digit] of [...day].entries()) {
    for (const other of digit === "-" || at < 2 ? "" : "0123456789") {
      const changed = `${day.slice(0, at)}${other}${day.slice(at + 1)}`;
      if (other !== digit && isDay(changed)) near.push(changed);
    }
  }
  return near;
}

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function compareDueDates(one: Day | null, other: Day | null): Compared {
  if (one === null || other === null) return null;
  const apart = Math.abs(daysBetween(one, other));
  if (apart <= thresholds.dueSame) return "due-same";
  if (apart <= thresholds.dueNear) return "due-near";
  return apart < thresholds.otherPregnancy ? "due-other" : "other-pregnancy";
}

function comparePostcodes(one: string | null, other: string | null): Compared {
  if (one === null || other === null) return null;
  if (one === other) return "postcode-same";
  return one.slice(0, 4) === other.slice(0, 4) ? "postcode-near" : null;
}
