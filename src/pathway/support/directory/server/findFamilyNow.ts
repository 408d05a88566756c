import type { Db } from "../../../../platform/db/withActor.ts";
import type { Family } from "../../../../registry/family.ts";
import { findCategory } from "../../../assessment/server/door.ts";
import type { Line } from "../../../trajectory/line.ts";
import { gestationalDays, periodOf } from "../../../trajectory/server/door.ts";
import type { FamilyNow } from "../directory.ts";
import { describeFamily } from "../rules/describeFamily.ts";
import { findParity } from "./familyNow.store.ts";

/** What an offer is compared with, as far as the asker may see it of this family today. */
export async function findFamilyNow(db: Db, line: Line, family: Family, today: string): Promise<FamilyNow> {
  const address = family.addresses.find(({ until }) => until === null);
  return describeFamily(
    {
      line,
      period: periodOf(line, today),
      pregnancyDays: line.dueDate === null ? null : gestationalDays(line.dueDate, today),
      municipality:
        address?.municipality && address.municipalityName ? { code: address.municipality, name: address.municipalityName } : null,
      motherBornOn: family.members.find(({ kind }) => kind === "mother")?.birthDate ?? null,
      parity: await findParity(db, line.id),
      category: (await findCategory(db, line.id))?.category ?? null,
      language: family.language,
    },
    today,
  );
}
