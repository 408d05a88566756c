import type { Day } from "../../../kit/day.ts";
import { entries, pillars, programmeSettings, type ProgrammeSettings } from "../programme.ts";

/** Runs SQL as the owner of the database: who configures a region is not a user of it. */
export type AsOwner = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

export interface NewVersion {
  readonly code: string;
  readonly name: string;
  readonly startsOn: Day;
  readonly settings: ProgrammeSettings;
}

/** Configures a programme, or gives one its next version. What was configured for that day already stays. The id of the programme. */
export async function configureProgramme(asOwner: AsOwner, version: NewVersion): Promise<string> {
  const settings = programmeSettings.parse(version.settings);
  const [programme] = await asOwner<{ id: string }>(
    "insert into programme (code, name) values ($1, $2) on conflict (code) do update set name = excluded.name returning id",
    [version.code, version.name],
  );
  const id = programme?.id ?? "";
  await asOwner(
    `insert into programme_version (programme_id, number, starts_on, settings)
     select $1, coalesce(max(number), 0) + 1, $2, $3::jsonb from programme_version where programme_id = $1 on conflict do nothing`,
    [id, version.startsOn, JSON.stringify(settings)],
  );
  await asOwner("insert into pillar (programme_id, number) select $1, unnest($2::smallint[]) on conflict do nothing", [id, [...pillars]]);
  await asOwner(
    "insert into place_pool (programme_id, pillar, entry) select $1, p, e from unnest($2::smallint[]) p, unnest($3::text[]) e on conflict do nothing",
    [id, [...pillars], [...entries]],
  );
  return id;
}

export interface StoredVersion {
  readonly name: string;
  readonly startsOn: Day;
  readonly settings: unknown;
}

/** The versions of a programme, the latest first. */
export const readVersions = (asOwner: AsOwner, code: string): Promise<readonly StoredVersion[]> =>
  asOwner(
    `select p.name, v.starts_on::text as "startsOn", v.settings from programme_version v join programme p on p.id = v.programme_id
      where p.code = $1 order by v.starts_on desc`,
    [code],
  );

/** Organisations for maternity care that take part, for the one who configures. */
export const listMaternityCare = (asOwner: AsOwner): Promise<readonly { id: string; name: string }[]> =>
  asOwner("select id, name from organisation where kind = 'maternity_care' and active order by name");

/** Of these codes the ones that are no municipality of the list. */
export async function listUnknownMunicipalities(asOwner: AsOwner, codes: readonly string[]): Promise<readonly string[]> {
  const rows = await asOwner<{ code: string }>(
    "select code from unnest($1::text[]) as asked (code) where not exists (select 1 from municipality m where m.code = asked.code)",
    [codes],
  );
  return rows.map(({ code }) => code);
}
