import { sql } from "kysely";
import type { Db } from "../../platform/db/withActor.ts";
import type { Family } from "../family.ts";

/** The family of a line with all that the asker may see of it; null when it is not hers to see. One question to the database. */
export async function findFamilyOfLine(db: Db, trajectoryId: string): Promise<Family | null> {
  const { rows } = await sql<Family>`
    select f.id, f.language, f.interpreter_needed as "interpreterNeeded", f.reads_little as "readsLittle", f.contact_wish as "contactWish", f.version,
      (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'givenName', m.given_name, 'prefix', m.prefix, 'familyName', m.family_name,
          'birthDate', m.birth_date, 'insurer', m.insurer, 'diedOn', m.died_on, 'until', m.until, 'version', m.version)
          order by array_position(array['mother', 'partner', 'child', 'other'], m.kind), m.birth_date nulls last, m.created_at), '[]')
        from family_member m where m.family_id = f.id and m.until is null) as members,
      (select coalesce(json_agg(json_build_object('id', a.id, 'street', a.street, 'houseNumber', a.house_number, 'postcode', a.postcode, 'place', a.place,
          'municipality', a.municipality_code, 'municipalityName', g.name, 'since', a.since, 'until', a.until, 'version', a.version)
          order by a.until desc nulls first, a.since desc), '[]')
        from family_address a left join municipality g on g.code = a.municipality_code where a.family_id = f.id) as addresses,
      (select coalesce(json_agg(json_build_object('id', c.id, 'channel', c.channel, 'value', c.value, 'safe', c.safe, 'safeMoments', c.safe_moments,
          'fromFile', c.from_file, 'version', c.version) order by c.safe is not true, c.created_at), '[]')
        from family_contact c where c.family_id = f.id) as contacts
    from family f where f.id = (select t.family_id from trajectory t where t.id = ${trajectoryId})`.execute(db);
  return rows[0] ?? null;
}
