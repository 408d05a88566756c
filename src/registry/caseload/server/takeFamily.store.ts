import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { completeName } from "../rules/differences.ts";
import type { Difference, FileFamily, OwnFamily, Residence } from "../takeOver.ts";

/** Thrown when a family may be seen but not changed. */
export class NotOursToChange extends Error {}

/** Maternity care as an organisation where one has that name, else as written. */
export async function keepMaternityCare(db: Db, trajectoryId: string, written: string): Promise<void> {
  await changed(
    sql<{ id: string }>`
    update trajectory t set maternity_care_organisation_id = o.id, maternity_care_text = case when o.id is null then ${written} end, version = t.version + 1
    from (select (select id from organisation where kind = 'maternity_care' and active and name = ${written} order by id limit 1) as id) o
    where t.id = ${trajectoryId} returning t.id`.execute(db),
  );
}

/** Writes what the file says otherwise, as the uploader agreed. */
export async function applyDifferences(db: Db, family: OwnFamily, file: FileFamily, differences: readonly Difference[]): Promise<void> {
  for (const { field } of differences) {
    if (field === "name" || field === "birthDate" || field === "insurer") await changeMother(db, family, file);
    else if (field === "address" && file.address) await changeAddress(db, family.familyId, file.address);
    else if (field === "maternityCare" && file.maternityCare !== null) await keepMaternityCare(db, family.trajectoryId, file.maternityCare);
    else if (field === "dueDate" || field === "parity") await changeLine(db, family.trajectoryId, file);
    else if (field === "language") await changeLanguage(db, family.familyId, file.language);
    else if (field === "phone" || field === "email") await addContacts(db, family, file);
  }
}

async function changeMother(db: Db, family: OwnFamily, file: FileFamily): Promise<void> {
  const name = completeName(family, file);
  await changed(
    sql<{ id: string }>`
    update family_member set given_name = ${name.givenName}, prefix = ${name.prefix}, family_name = ${name.familyName},
      birth_date = coalesce(${file.birthDate}::date, birth_date), insurer = coalesce(${file.insurer}, insurer), version = version + 1
    where id = (select id from family_member where family_id = ${family.familyId} and kind = 'mother' and until is null order by created_at limit 1)
    returning id`.execute(db),
  );
}

/** The old address keeps its days, unless it began today. */
async function changeAddress(db: Db, familyId: string, address: Residence): Promise<void> {
  const { street, houseNumber, postcode, place, municipality } = address;
  const { rows } = await sql<{ id: string }>`
    update family_address set street = ${street}, house_number = ${houseNumber}, postcode = ${postcode}, place = ${place}, municipality_code = ${municipality}, version = version + 1
    where family_id = ${familyId} and until is null and since = app.today() returning id`.execute(db);
  if (rows.length > 0) return;
  await sql`update family_address set until = app.today() - 1, version = version + 1 where family_id = ${familyId} and until is null`.execute(
    db,
  );
  await sql`
    insert into family_address (family_id, street, house_number, postcode, place, municipality_code, author_organisation_id)
    values (${familyId}, ${street}, ${houseNumber}, ${postcode}, ${place}, ${municipality}, trust.my_organisation())`.execute(db);
}

async function changeLine(db: Db, trajectoryId: string, file: FileFamily): Promise<void> {
  await changed(
    sql<{ id: string }>`
    update trajectory set due_date = coalesce(${file.dueDate}::date, due_date), parity = coalesce(${file.parity}, parity), version = version + 1
    where id = ${trajectoryId} returning id`.execute(db),
  );
}

async function changeLanguage(db: Db, familyId: string, language: string | null): Promise<void> {
  await changed(
    sql<{ id: string }>`update family set language = ${language}, version = version + 1 where id = ${familyId} returning id`.execute(db),
  );
}

async function addContacts(db: Db, family: OwnFamily, file: FileFamily): Promise<void> {
  const contacts = [...file.phones.map((value) => ["phone", value]), ...(file.email === null ? [] : [["email", file.email]])];
  for (const [channel, value] of contacts) {
    await sql`
      insert into family_contact (family_id, channel, value, from_file, author_organisation_id)
      select ${family.familyId}, ${channel}, ${value}, true, trust.my_organisation()
      where not exists (select from family_contact c where c.family_id = ${family.familyId} and c.value = ${value})`.execute(db);
  }
}

async function changed(update: Promise<{ rows: readonly unknown[] }>): Promise<void> {
  if ((await update).rows.length === 0) throw new NotOursToChange();
}

/** A new pregnancy of a family that is known: a line of its own. */
export async function registerPregnancy(
  db: Db,
  line: { familyId: string; dueDate: Day | null; parity: string | null; reference: string | null },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select trust.register_trajectory(${line.familyId}, ${line.dueDate}, ${line.parity}, ${line.reference}) as id`.execute(db);
  return rows[0]?.id ?? "";
}

/** Runs one line's work so that its failure is its own: the batch goes on. */
export async function apart<Result>(db: Db, run: () => Promise<Result>): Promise<Result> {
  await sql`savepoint line`.execute(db);
  try {
    const result = await run();
    await sql`release savepoint line`.execute(db);
    return result;
  } catch (cause) {
    await sql`rollback to savepoint line`.execute(db);
    throw cause;
  }
}
