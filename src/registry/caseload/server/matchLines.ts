import { addDays, type Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { birthDatesLike, birthDatesNear, judgeDouble, thresholds } from "../../doubles/rules/likelyDouble.ts";
import type { Person, Verdict } from "../../doubles/doubles.ts";
import type { CaseloadLine } from "../caseload.ts";
import { matchLine } from "../rules/matchLine.ts";
import { toFamily } from "../rules/toFamily.ts";
import type { FileFamily, Match, OwnFamily } from "../takeOver.ts";
import { type LineSource, sourceOf } from "./lineSource.ts";
import { findNumbered, findOwnFamilies, type Numbered } from "./ownFamilies.store.ts";

/** A line with what is needed to compare it. */
export interface Comparable {
  readonly record: CaseloadLine;
  /** The cells of a line with doubts, without its remark; null for any other. */
  readonly cells: readonly string[] | null;
  /** Lines of which the uploader said that they are another family's. */
  readonly not: readonly string[];
  readonly numberOfAnother: boolean;
}

export interface ComparedLine {
  readonly file: FileFamily;
  readonly source: LineSource;
  readonly match: Match;
}

/** Compares lines with the families that the asker may see: one question to the database for all of them together. */
export interface Comparer {
  compare(line: Comparable): ComparedLine;
  /** A family that is about to be registered: the next lines are compared with it too. */
  add(file: FileFamily, ids: { trajectoryId: string; familyId: string }): void;
  isPending(trajectoryId: string): boolean;
  find(trajectoryId: string): OwnFamily | null;
}

export async function prepareComparing(db: Db, lines: readonly Comparable[]): Promise<Comparer> {
  const found = await findNumbered(
    db,
    lines.map((line) => sourceOf(line.record, toFamily(line.record), line)),
  );
  const numbered = new Map(found.map((one) => [one.reference, one]));
  const answered = new Map(found.flatMap((one) => (one.answered === null ? [] : [[one.answered, one]])));
  const files = lines.map(({ record }) => toFamily(record));
  const families = await findOwnFamilies(db, {
    trajectoryIds: found.map(({ trajectoryId }) => trajectoryId),
    birthDates: [...new Set(files.flatMap(({ birthDate }) => (birthDate === null ? [] : birthDatesLike(birthDate))))],
    postcodes: [...new Set(files.flatMap(({ address }) => address?.postcode ?? []))],
    near: files.flatMap(({ birthDate, address }) => (birthDate === null ? [] : atPostcode(address, birthDatesNear(birthDate)))),
    due: files.flatMap(({ dueDate, address }) => (dueDate === null ? [] : atPostcode(address, daysAround(dueDate)))),
  });
  return newComparer(families, ({ reference, answered: asOffered }) => answered.get(asOffered ?? unknown) ?? numbered.get(reference));
}

function newComparer(families: readonly OwnFamily[], earlier: (source: LineSource) => Numbered | undefined): Comparer {
  const byId = new Map<string, OwnFamily>();
  const byBirth = new Map<string, OwnFamily[]>();
  const pending = new Set<string>();
  const index = (family: OwnFamily) => {
    byId.set(family.trajectoryId, family);
    listAt(byBirth, family.birthDate ?? unknown).push(family);
  };
  families.forEach(index);
  return {
    compare({ record, not, numberOfAnother, cells }) {
      const file = toFamily(record);
      const source = sourceOf(record, file, { numberOfAnother, cells });
      const days = [...birthDatesLike(record.birthDate), ...birthDatesNear(record.birthDate), unknown];
      const near = days.flatMap((day) => byBirth.get(day) ?? []);
      const number = earlier(source);
      const known = number && byId.get(number.trajectoryId);
      const match = matchLine({
        file,
        numbered: known ? { family: known, unchanged: saysTheSame(number, source), person: judge(file, known) } : null,
        alike: likeliest(file, near),
        not,
      });
      return { file, source, match };
    },
    add(file, ids) {
      index({ ...file, ...ids, bornOn: null, ended: false });
      pending.add(ids.trajectoryId);
    },
    isPending: (trajectoryId) => pending.has(trajectoryId),
    find: (trajectoryId) => byId.get(trajectoryId) ?? null,
  };
}

/** What the file said last time, or a line with doubts that were answered then. */
const saysTheSame = (known: Numbered, source: LineSource): boolean =>
  known.digest === source.digest || (known.answered !== null && known.answered === source.answered);

function likeliest(file: FileFamily, families: readonly OwnFamily[]) {
  const alike = families.flatMap((family) => {
    const person = judge(file, family);
    return person === "different" ? [] : [{ family, person }];
  });
  return alike.sort((one, other) => Number(one.person === "same-person") - Number(other.person === "same-person"));
}

const judge = (file: FileFamily, family: FileFamily): Verdict["kind"] => judgeDouble(asPerson(file), asPerson(family)).kind;

const asPerson = ({ givenName, prefix, familyName, birthDate, dueDate, address }: FileFamily): Person => ({
  givenName,
  prefix,
  familyName,
  birthDate,
  dueDate,
  postcode: address?.postcode ?? null,
});

const atPostcode = (address: FileFamily["address"], days: readonly Day[]): readonly string[] =>
  address?.postcode ? days.map((day) => `${day}${address.postcode}`) : [];

/** Where no birth date is known the expected day has to agree. */
const daysAround = (day: Day): readonly Day[] =>
  Array.from({ length: 2 * thresholds.dueSame + 1 }, (_, at) => addDays(day, at - thresholds.dueSame));

/** Under this families without a birth date are found. */
const unknown = "";

function listAt(map: Map<string, OwnFamily[]>, key: string): OwnFamily[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
