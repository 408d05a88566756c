import pg from "pg";
import { mayUse } from "../../../trust/access/route.ts";
import { mayRole, roles, type Role } from "../../../trust/access/rules/policy.ts";
import type { WorkKind, WorkKinds } from "../workKind.ts";

/** Whether work of this kind, put before a whole organisation, is for someone with this role. */
const doesWhole = (role: Role, { whole, by }: WorkKind): boolean =>
  whole === undefined ? (by ?? []).some((part) => mayRole(role, part, "write")) : mayUse(role, whole);

/** Writes, at each migration, which work the application itself may put and close, whose part it is, and what who follows a case sees of it. */
export async function writeWorkKinds(ownerUrl: string, kinds: WorkKinds): Promise<void> {
  const rows = Object.entries(kinds).flatMap(([name, { by }]) => (by === undefined ? [] : [{ name, parts: by }]));
  const followed = Object.entries(kinds).flatMap(([name, { stuck }]) =>
    stuck === undefined ? [] : [{ name, part: stuck.part, at_once: stuck.atOnce === true }],
  );
  const whole = Object.entries(kinds).flatMap(([kind, words]) =>
    roles.filter((role) => doesWhole(role, words)).map((role) => ({ kind, role })),
  );
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("delete from app.work_kind");
    await client.query(
      `insert into app.work_kind (name, parts)
       select k.name, array(select p.code from part p where p.name in (select jsonb_array_elements_text(k.parts)) order by p.code)
       from jsonb_to_recordset($1::jsonb) as k(name text, parts jsonb)`,
      [JSON.stringify(rows)],
    );
    await client.query("delete from app.followed_kind");
    await client.query(
      `insert into app.followed_kind (name, part, at_once)
       select k.name, p.code, k.at_once from jsonb_to_recordset($1::jsonb) as k(name text, part text, at_once boolean) join part p on p.name = k.part`,
      [JSON.stringify(followed)],
    );
    await client.query("delete from app.whole_work");
    await client.query(
      "insert into app.whole_work (kind, role) select w.kind, w.role from jsonb_to_recordset($1::jsonb) as w(kind text, role text)",
      [JSON.stringify(whole)],
    );
    await client.query("commit");
  } finally {
    await client.end();
  }
}
