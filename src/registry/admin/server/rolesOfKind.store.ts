import pg from "pg";
import { organisationKinds, rolesToGive } from "../rules/rolesOfKind.ts";

/** Writes which roles fit which kind of organisation into the database, at each migration: the database holds administrators to it. */
export async function writeRolesOfKind(ownerUrl: string): Promise<void> {
  const rows = organisationKinds.flatMap((kind) => {
    const [byOrganisation, byPlatform] = [rolesToGive(kind, "organisation"), rolesToGive(kind, "platform")];
    const roles = [...new Set([...byOrganisation, ...byPlatform])];
    return roles.map((role) => ({
      kind,
      role,
      given_by_organisation: byOrganisation.includes(role),
      given_by_platform: byPlatform.includes(role),
    }));
  });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(4917003)");
    await client.query("delete from role_of_kind");
    await client.query(
      "insert into role_of_kind select * from jsonb_to_recordset($1::jsonb) as r(kind text, role text, given_by_organisation boolean, given_by_platform boolean)",
      [JSON.stringify(rows)],
    );
    await client.query("commit");
  } finally {
    await client.end();
  }
}
