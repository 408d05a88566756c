import { createHash } from "node:crypto";
import pg from "pg";
import { urlFor } from "../../src/platform/db/roles.ts";
import { configurePilot } from "../../src/programme/configuration/server/configurePilot.ts";
import { lots, once } from "./rows.ts";

export interface Filled {
  /** The session of someone of the project group. */
  readonly token: string;
  readonly enrolments: number;
  readonly hourLines: number;
}

/** Each enrolment has so many lines of hours: 250,000 make 12 million. */
export const linesEach = 48;
/** Enrolments that are put in at once. */
const lot = 12_500;

type Ask = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * Three years of a programme, in the municipalities that the list has: places, one signal, visit and indication each, and lines of hours. Nothing
 * that is counted from these is written here: that is what is measured. Written by the administrator past triggers and keys, as a bulk load.
 */
export async function fillProgramme(adminUrl: string, enrolments: number, say: (line: string) => void): Promise<Filled> {
  const owner = new pg.Client({ connectionString: urlFor("wieg_owner", adminUrl) });
  const admin = new pg.Client({ connectionString: adminUrl });
  await Promise.all([owner.connect(), admin.connect()]);
  try {
    const ask: Ask = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<Row & pg.QueryResultRow>(text, [...values])).rows;
    const [care] = await ask<{ id: string }>(
      "insert into organisation (kind, name) values ('maternity_care', 'Geboortezorg Limburg') returning id",
    );
    const [office] = await ask<{ id: string }>(
      "insert into organisation (kind, name) values ('programme_office', 'Programmabureau') returning id",
    );
    await configurePilot(ask, { startsOn: "2020-01-01", maternityCareOrganisationId: care?.id ?? "" });
    const token = await signIn(ask, office?.id ?? "");
    await admin.query("set session_replication_role = replica; set synchronous_commit = off; set statement_timeout = 0");
    await admin.query("set maintenance_work_mem = '512MB'");
    const indexes = await takeIndexes(admin);
    for (const { text, values } of once(enrolments)) await admin.query(text, [...values]);
    for (let from = 0; from < enrolments; from += lot) {
      const until = Math.min(from + lot, enrolments);
      for (const text of lots) await admin.query(text, text.includes("$3") ? [from, until, linesEach] : [from, until]);
      say(`${until} of ${enrolments} enrolments`);
    }
    for (const definition of indexes) await admin.query(definition);
    await admin.query("vacuum analyze");
    say("indexes and statistics");
    return { token, enrolments, hourLines: enrolments * linesEach };
  } finally {
    await Promise.all([owner.end(), admin.end()]);
  }
}

async function signIn(ask: Ask, organisation: string): Promise<string> {
  const token = createHash("sha256").update("steering").digest("base64url");
  await ask(
    `with p as (insert into professional (display_name) values ('Thomas Voorbeeld') returning id),
      m as (insert into membership (professional_id, organisation_id, role, since) select id, $1, 'project_group', app.today() - 100 from p returning id, professional_id)
    insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes) select sha256(convert_to($2, 'UTF8')), professional_id, id, true, 720 from m`,
    [organisation, token],
  );
  return token;
}

/** Lines are written faster without their indexes, which come back afterwards. */
async function takeIndexes(admin: pg.Client): Promise<readonly string[]> {
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = 'hour_line'::regclass and not i.indisprimary`,
  );
  for (const { name } of rows) await admin.query(`drop index "${name}"`);
  return rows.map(({ definition }) => definition);
}
