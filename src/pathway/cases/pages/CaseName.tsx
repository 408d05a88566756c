import { formatDay, type Day } from "../../../kit/day.ts";
import { fullName } from "../../../registry/personName.ts";
import { childAge, pregnancyWeek } from "../../trajectory/server/door.ts";
import type { CaseLine } from "../server/cases.store.ts";

/** The family, with the way in; of one that may not be seen (any more) nothing is said. */
export const CaseName = ({ line }: Readonly<{ line: CaseLine | null }>) =>
  line === null ? (
    <>Gezin (voor u niet zichtbaar)</>
  ) : (
    <a href={`/gezinnen/${line.id}`}>{line.familyName === null ? "Gezin" : fullName({ ...line, familyName: line.familyName })}</a>
  );

/** "24+3, Heerlen", "kind 3 maanden, Kerkrade". */
export function caseNote(line: CaseLine | null, today: Day): string {
  if (line === null) return "";
  const age = line.bornOn === null ? null : childAge(line.bornOn, today);
  const when = age === null ? (line.dueDate === null ? null : pregnancyWeek(line.dueDate, today)) : `kind ${age}`;
  return [when, line.place, line.category === null ? null : `categorie ${line.category}`].filter((one) => one !== null).join(", ");
}

export const leadSince = ({ leadSince: since }: CaseLine): string => (since === null ? "" : `sinds ${formatDay(since)}`);
