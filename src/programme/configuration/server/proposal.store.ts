import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { programmeSettings, type Entry, type Pillar } from "../programme.ts";
import type { Proposal, VersionLine } from "../proposal.ts";
import type { Names } from "../rules/sayValue.ts";

/** Every programme there is, also one that does not run yet. */
export async function listConfigured(db: Db): Promise<readonly { id: string; code: string; name: string }[]> {
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    select p.id, p.code, p.name from programme p join programme_version v on v.programme_id = p.id group by p.id order by min(v.starts_on), p.code`.execute(
    db,
  );
  return rows;
}

/** The versions of a programme, the latest first, those that were taken back included. */
export async function listVersions(db: Db, programmeId: string): Promise<readonly VersionLine[]> {
  const { rows } = await sql<Omit<VersionLine, "settings"> & { settings: unknown }>`
    select v.id, v.number, v.starts_on as "startsOn", v.settings, v.created_at as "createdAt", prepared.display_name as "preparedBy",
      approved.display_name as "approvedBy", o.why, withdrawn.display_name as "withdrawnBy", v.withdrawn_why as "withdrawnWhy",
      trust.decisions_on(v.id) as decisions
    from programme_version v left join programme_proposal o on o.version_id = v.id left join professional prepared on prepared.id = o.prepared_by
    left join professional approved on approved.id = o.answered_by left join professional withdrawn on withdrawn.id = v.withdrawn_by
    where v.programme_id = ${programmeId} order by v.starts_on desc, v.number desc`.execute(db);
  return rows.map((row) => ({ ...row, settings: programmeSettings.parse(row.settings) }));
}

/** What is being prepared; null when nothing is. */
export async function findProposal(db: Db, programmeId: string): Promise<Proposal | null> {
  const { rows } = await sql<Omit<Proposal, "settings"> & { settings: unknown }>`
    select o.id, o.state, o.starts_on as "startsOn", o.settings, o.why, p.display_name as "preparedBy", o.prepared_by as "preparedById",
      o.prepared_at as "preparedAt", o.confirmed, o.answer, a.display_name as "answeredBy", o.version
    from programme_proposal o join professional p on p.id = o.prepared_by left join professional a on a.id = o.answered_by
    where o.programme_id = ${programmeId} and o.state in ('draft', 'offered')`.execute(db);
  const [row] = rows;
  return row ? { ...row, settings: programmeSettings.parse(row.settings) } : null;
}

/** Names for the codes in settings: municipalities and organisations for maternity care. */
export async function listNames(db: Db): Promise<{ municipalities: Names; organisations: Names }> {
  const municipalities = await sql<{ code: string; name: string }>`select code, name from municipality order by name`.execute(db);
  const organisations = await sql<{ code: string; name: string }>`
    select id::text as code, name from organisation where kind = 'maternity_care' and active order by name`.execute(db);
  const namesOf = ({ rows }: typeof municipalities) => Object.fromEntries(rows.map(({ code, name }) => [code, name]));
  return { municipalities: namesOf(municipalities), organisations: namesOf(organisations) };
}

export interface Pool {
  readonly pillar: Pillar;
  readonly entry: Entry;
  readonly taken: number;
  readonly moved: number;
}
export async function listPools(db: Db, programmeId: string): Promise<readonly Pool[]> {
  const { rows } =
    await sql<Pool>`select pillar, entry, taken, moved from place_pool where programme_id = ${programmeId} order by pillar, entry`.execute(
      db,
    );
  return rows;
}

export async function startProposal(db: Db, programmeId: string, from: Day): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select trust.start_proposal(${programmeId}, ${from}) as id`.execute(db);
  return rows[0]?.id ?? null;
}

export interface Seen {
  readonly id: string;
  readonly version: number;
}
const isTrue = async (asked: Promise<{ rows: readonly { done: boolean }[] }>): Promise<boolean> => (await asked).rows[0]?.done ?? false;

/** Each answers false when someone was first. */
export const saveProposal = (db: Db, seen: Seen, { startsOn, settings }: { startsOn: Day; settings: unknown }): Promise<boolean> =>
  isTrue(
    sql<{
      done: boolean;
    }>`select trust.save_proposal(${seen.id}, ${seen.version}, ${startsOn}, ${JSON.stringify(settings)}::jsonb) as done`.execute(db),
  );
export const offerProposal = (db: Db, seen: Seen, { why, confirmed }: { why: string; confirmed: unknown }): Promise<boolean> =>
  isTrue(
    sql<{
      done: boolean;
    }>`select trust.offer_proposal(${seen.id}, ${seen.version}, ${why}, ${JSON.stringify(confirmed)}::jsonb) as done`.execute(db),
  );
export const dropProposal = (db: Db, seen: Seen): Promise<boolean> =>
  isTrue(sql<{ done: boolean }>`select trust.drop_proposal(${seen.id}, ${seen.version}) as done`.execute(db));

export type Answered = "done" | "changed-meanwhile" | "own-proposal" | "starts-in-the-past" | "not-after-latest";
export async function answerProposal(db: Db, seen: Seen, approved: boolean, words: string | null): Promise<Answered> {
  const { rows } = await sql<{
    code: Answered;
  }>`select trust.answer_proposal(${seen.id}, ${seen.version}, ${approved}, ${words}) as code`.execute(db);
  return rows[0]?.code ?? "changed-meanwhile";
}

export async function withdrawVersion(db: Db, versionId: string, why: string): Promise<"done" | "changed-meanwhile" | "in-force"> {
  const { rows } = await sql<{
    code: "done" | "changed-meanwhile" | "in-force";
  }>`select trust.withdraw_version(${versionId}, ${why}) as code`.execute(db);
  return rows[0]?.code ?? "changed-meanwhile";
}
