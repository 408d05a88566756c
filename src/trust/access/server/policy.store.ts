import pg from "pg";
import { policy, roles, socialRoles, type Part } from "../rules/policy.ts";

/**
 * Writes the policy into the database, at each migration. When it changed, every line's grants are made anew: a right that was taken
 * away is gone at the next request.
 */
export async function writePolicy(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(4917002)");
    const before = await client.query("select * from role_part order by role, part");
    await client.query("delete from role_part");
    await client.query(
      "insert into role_part (role, part, may_read, may_write, own_only, social_only) select * from jsonb_to_recordset($1::jsonb) as r(role text, part smallint, may_read boolean, may_write boolean, own_only boolean, social_only boolean)",
      [JSON.stringify(await policyRows(client))],
    );
    const after = await client.query("select * from role_part order by role, part");
    if (before.rowCount !== 0 && JSON.stringify(before.rows) !== JSON.stringify(after.rows))
      await client.query("select trust.recompute_grants(id) from trajectory");
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function policyRows(client: pg.Client): Promise<readonly object[]> {
  const { rows } = await client.query<{ code: number; name: Part | "involved" }>("select code, name from part");
  const codes = new Map(rows.map((row) => [row.name, row.code]));
  return roles.flatMap((role) => {
    const rights = Object.entries(policy[role]);
    const involved =
      rights.length > 0
        ? [{ role, part: codes.get("involved"), may_read: true, may_write: true, own_only: false, social_only: false }]
        : [];
    return [
      ...involved,
      ...rights.map(([part, right]) => ({
        role,
        part: codes.get(part as Part),
        may_read: true,
        may_write: right.startsWith("RW"),
        own_only: right.endsWith("own") && right.startsWith("R"),
        social_only: socialRoles.includes(role),
      })),
    ];
  });
}
