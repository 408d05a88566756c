import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Receiver } from "../rules/decideReceiver.ts";

export interface NamedReceiver extends Receiver {
  readonly name: string;
}

/** Every organisation where somebody answers questions today. */
export async function listAllReceivers(db: Db): Promise<readonly NamedReceiver[]> {
  const { rows } = await sql<NamedReceiver>`
    select o.id, o.name, o.kind, array(select a.municipality_code from organisation_area a where a.organisation_id = o.id) as municipalities,
      array(select f.municipality_code from front_door_receiver f where f.organisation_id = o.id) as "chosenFor", true as answers
    from organisation o where o.active and exists (select from membership m where m.organisation_id = o.id and trust.receives_help_requests(m.role)
      and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()) order by o.name`.execute(db);
  return rows;
}

/** Chooses who answers in a municipality; null leaves it to the rule. The database lets an administrator do this, and nobody else. */
export async function chooseReceiver(db: Db, municipality: string, organisationId: string | null): Promise<void> {
  if (organisationId === null) {
    await db.deleteFrom("front_door_receiver").where("municipality_code", "=", municipality).execute();
    return;
  }
  await sql`insert into front_door_receiver (municipality_code, organisation_id) values (${municipality}, ${organisationId})
    on conflict (municipality_code) do update set organisation_id = excluded.organisation_id, changed_by = trust.my_professional(), changed_at = now()`.execute(
    db,
  );
}
