import type pg from "pg";

/** What the command line does as the owner of the database: nobody is signed in yet. */
export interface FirstAdministrator {
  readonly professionalId: string;
}

/** The organisation of Wieg's own administrators; made when it isn't there. */
export async function platformOrganisation(owner: pg.Client): Promise<string> {
  const found = await owner.query<{ id: string }>("select id from organisation where kind = 'platform' and active order by name limit 1");
  if (found.rows[0]) return found.rows[0].id;
  const made = await owner.query<{ id: string }>(
    "insert into organisation (kind, name) values ('platform', 'Beheer van Wieg') returning id",
  );
  return made.rows[0]?.id ?? "";
}

/** Her, with her account; null when someone with this address works here in another role. */
export async function personFor(owner: pg.Client, login: string, name: string): Promise<FirstAdministrator | null> {
  const known = await owner.query<{ id: string; elsewhere: boolean }>(
    `select a.professional_id as id, exists (select from membership m where m.professional_id = a.professional_id and m.role <> 'platform_admin'
       and coalesce(m.until, 'infinity') >= app.today()) as elsewhere from account a where a.login = $1`,
    [login],
  );
  const [found] = known.rows;
  if (found) return found.elsewhere ? null : { professionalId: found.id };
  const made = await owner.query<{ id: string }>("insert into professional (display_name, email) values ($1, $2) returning id", [
    name,
    login,
  ]);
  const professionalId = made.rows[0]?.id ?? "";
  await owner.query("insert into account (professional_id, login) values ($1, $2)", [professionalId, login]);
  return { professionalId };
}

/** Her job, when she hasn't it already. */
export async function giveJob(owner: pg.Client, professionalId: string, organisationId: string): Promise<void> {
  await owner.query(
    `insert into membership (professional_id, organisation_id, role, since) select $1, $2, 'platform_admin', app.today()
     where not exists (select from membership m where m.professional_id = $1 and m.role = 'platform_admin' and coalesce(m.until, 'infinity') >= app.today())`,
    [professionalId, organisationId],
  );
}

/** A link that replaces every means and every link there was; the trail and the account's history say that it came from the command line. */
export async function giveLinkFromCommand(owner: pg.Client, professionalId: string, hash: Uint8Array, days: number): Promise<Date> {
  await owner.query("select trust.take_means($1)", [professionalId]);
  await owner.query(
    "update sign_in_link set withdrawn_at = now() where professional_id = $1 and used_at is null and withdrawn_at is null",
    [professionalId],
  );
  const made = await owner.query<{ expires_at: Date }>(
    `insert into sign_in_link (professional_id, kind, token_hash, expires_at, identity_checked)
     values ($1, 'invitation', $2, now() + make_interval(days => $3), 'command line') returning expires_at`,
    [professionalId, hash, days],
  );
  await owner.query("select trust.note_account($1, 'invited', null, 'command line')", [professionalId]);
  await owner.query("select trust.record('admin.invited-by-command', 'done', '{}', null, null, 'command line', null)");
  return made.rows[0]?.expires_at ?? new Date();
}
