import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { FileFamily } from "../takeOver.ts";
import type { LineSource } from "./lineSource.ts";

/** A family of a file that is not known yet. */
export interface FamilyToRegister {
  readonly familyId: string;
  readonly file: FileFamily;
  readonly source: LineSource;
}

/**
 * Registers families as insertFamily does, some tens with each statement; all of them or, when one can't be, none. Contact details are used for
 * nothing until someone recorded that they are safe [domain 6.3]. Gives the line of each family.
 */
export async function registerFamilies(db: Db, families: readonly FamilyToRegister[]): Promise<ReadonlyMap<string, string>> {
  const rows = JSON.stringify(families.map(({ familyId, file, source }) => ({ ...file, ...file.address, ...source, familyId })));
  await sql`
    insert into family (id, language, author_organisation_id)
    select r."familyId", r.language, trust.my_organisation() from jsonb_to_recordset(${rows}::jsonb) as r("familyId" uuid, language text)`.execute(
    db,
  );
  await sql`
    insert into family_member (family_id, kind, given_name, prefix, family_name, birth_date, insurer, author_organisation_id)
    select r."familyId", 'mother', r."givenName", r.prefix, r."familyName", r."birthDate", r.insurer, trust.my_organisation()
    from jsonb_to_recordset(${rows}::jsonb) as r("familyId" uuid, "givenName" text, prefix text, "familyName" text, "birthDate" date, insurer text)`.execute(
    db,
  );
  await sql`
    insert into family_address (family_id, street, house_number, postcode, place, municipality_code, author_organisation_id)
    select r."familyId", r.street, r."houseNumber", r.postcode, r.place, r.municipality, trust.my_organisation()
    from jsonb_to_recordset(${rows}::jsonb) as r("familyId" uuid, address jsonb, street text, "houseNumber" text, postcode text, place text, municipality text)
    where r.address is not null and r.address <> 'null'`.execute(db);
  await sql`
    insert into family_contact (family_id, channel, value, from_file, author_organisation_id)
    select r."familyId", c.channel, c.value, true, trust.my_organisation()
    from jsonb_to_recordset(${rows}::jsonb) as r("familyId" uuid, phones text[], email text)
    cross join lateral (select 'phone' as channel, unnest(r.phones) as value union all select 'email', r.email) c where c.value is not null`.execute(
    db,
  );
  return registerLines(db, rows);
}

async function registerLines(db: Db, rows: string): Promise<ReadonlyMap<string, string>> {
  const { rows: made } = await sql<{ familyId: string; trajectoryId: string }>`
    select r."familyId", trust.register_trajectory(r."familyId", r."dueDate", r.parity, r."clientNumber") as "trajectoryId"
    from jsonb_to_recordset(${rows}::jsonb) as r("familyId" uuid, "dueDate" date, parity text, "clientNumber" text)`.execute(db);
  await sql`
    update trajectory t set maternity_care_organisation_id = o.id, maternity_care_text = case when o.id is null then r."maternityCare" end, version = t.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as r("familyId" uuid, "maternityCare" text)
    left join lateral (select id from organisation where kind = 'maternity_care' and active and name = r."maternityCare" order by id limit 1) o on true
    where t.family_id = r."familyId" and r."maternityCare" is not null`.execute(db);
  await sql`
    insert into caseload_source (author_organisation_id, reference, trajectory_id, digest, answered)
    select trust.my_organisation(), r.reference, m."trajectoryId", decode(r.digest, 'hex'), decode(r.answered, 'hex')
    from jsonb_to_recordset(${rows}::jsonb) as r("familyId" uuid, reference text, digest text, answered text)
    join jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as m("familyId" uuid, "trajectoryId" uuid) using ("familyId")
    on conflict (author_organisation_id, reference) do update set trajectory_id = excluded.trajectory_id, digest = excluded.digest, answered = excluded.answered,
      taken_at = now()`.execute(db);
  return new Map(made.map(({ familyId, trajectoryId }) => [familyId, trajectoryId]));
}
