import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Shape, Variable } from "../dataset.ts";
import type { FileFormat } from "../datasetFile.ts";

/** A frozen version as it is listed. */
export interface ListedVersion {
  readonly id: string;
  readonly study: string;
  readonly number: number;
  readonly frozenOn: Day;
  readonly frozenBy: string;
  readonly sha256: string;
  readonly rows: number;
  readonly people: number;
  /** How many of these have withdrawn since. */
  readonly withdrawnSince: number;
}

export interface KeptVersion extends ListedVersion {
  readonly variables: readonly Variable[];
  readonly content: Buffer;
  readonly members: readonly string[];
}

const listed = sql`d.id, d.study, d.number, d.frozen_on as "frozenOn", p.display_name as "frozenBy", d.sha256, d.rows, d.people,
  (select count(*)::integer from unnest(d.members) m
    where not exists (select from study_participation q where q.study = d.study and q.participant_id = m and q.withdrawn_on is null)) as "withdrawnSince"`;

/** Frozen versions of all studies, the newest first. */
export async function listVersions(db: Db): Promise<readonly ListedVersion[]> {
  const { rows } = await sql<ListedVersion>`
    select ${listed} from study_dataset d join professional p on p.id = d.frozen_by order by d.study, d.number desc`.execute(db);
  return rows;
}

export async function findVersion(db: Db, id: string): Promise<KeptVersion | null> {
  const { rows } = await sql<KeptVersion>`
    select ${listed}, d.variables, d.content, d.members from study_dataset d join professional p on p.id = d.frozen_by where d.id::text = ${id}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Who of these has withdrawn; none of the others can until this transaction is over. */
export async function withdrawnOf(db: Db, study: string, members: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select * from study.withdrawn_of(${study}, ${members}::uuid[]) as w(id)`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export interface NewVersion {
  readonly study: string;
  readonly sha256: string;
  readonly rows: number;
  readonly variables: readonly Variable[];
  readonly content: Buffer;
  readonly members: readonly string[];
}

/** The version's id and number; null when somebody of it has withdrawn meanwhile. */
export async function keepVersion(db: Db, one: NewVersion): Promise<{ id: string; number: number } | null> {
  const { rows } = await sql<{ id: string | null; number: number }>`
    select k.id, k.number from study.keep_dataset(${one.study}, ${one.sha256}, ${one.rows}, ${JSON.stringify(one.variables)}::jsonb, ${one.content}, ${one.members}::uuid[]) k`.execute(
    db,
  );
  const [kept] = rows;
  return kept?.id ? { id: kept.id, number: kept.number } : null;
}

export interface NewExport {
  readonly dataset: string;
  readonly shape: Shape;
  readonly format: FileFormat;
  readonly deidentified: boolean;
  readonly sha256: string;
  readonly leftOut: number;
}

export async function keepExport(db: Db, one: NewExport): Promise<void> {
  await sql`select study.keep_export(${one.dataset}, ${one.shape}, ${one.format}, ${one.deidentified}, ${one.sha256}, ${one.leftOut})`.execute(
    db,
  );
}

export interface ListedExport {
  readonly at: Date;
  readonly by: string;
  readonly shape: Shape;
  readonly format: FileFormat;
  readonly deidentified: boolean;
  readonly leftOut: number;
}

export async function listExports(db: Db, dataset: string): Promise<readonly ListedExport[]> {
  const { rows } = await sql<ListedExport>`
    select e.at, p.display_name as by, e.shape, e.format, e.deidentified, e.left_out as "leftOut"
    from study_export e join professional p on p.id = e.by where e.dataset_id::text = ${dataset} order by e.at desc limit 100`.execute(db);
  return rows;
}
