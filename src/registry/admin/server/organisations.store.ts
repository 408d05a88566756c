import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { AdminRefusal, OrganisationRow } from "../admin.ts";

/** All organisations; `administrators` counts those who can invite the others. */
export async function listOrganisations(db: Db, only: string | null = null): Promise<readonly OrganisationRow[]> {
  const { rows } = await sql<OrganisationRow>`
    select o.id, o.kind, o.name, o.phone, o.email, o.home_municipality as home, m.name as "homeName", o.active,
      array(select a.municipality_code from organisation_area a where a.organisation_id = o.id order by 1) as areas,
      (select count(distinct j.professional_id)::integer from membership j where j.organisation_id = o.id and coalesce(j.until, 'infinity') >= app.today()) as people,
      (select count(*)::integer from membership j where j.organisation_id = o.id and j.role in ('organisation_admin', 'platform_admin') and coalesce(j.until, 'infinity') >= app.today()) as administrators
    from organisation o left join municipality m on m.code = o.home_municipality
    where ${only}::uuid is null or o.id = ${only} order by not o.active, o.kind, o.name`.execute(db);
  return rows;
}

export interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly subregion: string;
}

export const listMunicipalities = (db: Db): Promise<readonly Municipality[]> =>
  db.selectFrom("municipality").select(["code", "name", "subregion"]).orderBy("subregion").orderBy("name").execute();

export interface OrganisationToSave {
  readonly kind: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly home: string;
  readonly areas: readonly string[];
  readonly active: boolean;
}

/** The id of the organisation, or why it could not be kept. */
export async function saveOrganisation(
  db: Db,
  id: string | null,
  to: OrganisationToSave,
): Promise<{ id: string } | { refusal: AdminRefusal }> {
  const { rows } = await sql<{ outcome: string }>`
    select trust.save_organisation(${id}, ${to.kind}, ${to.name}, ${to.phone}, ${to.email}, ${to.home}, ${to.areas}::text[], ${to.active}) as outcome`.execute(
    db,
  );
  const [outcome = "", made = ""] = (rows[0]?.outcome ?? "").split(" ");
  return outcome === "done" ? { id: made } : { refusal: outcome as AdminRefusal };
}

export interface ProviderSettings {
  readonly id: string | null;
  readonly issuer: string;
  readonly clientId: string;
  readonly hasSecret: boolean;
  readonly subjectClaim: string;
  readonly emailDomains: readonly string[];
  readonly factorValues: readonly string[];
  readonly active: boolean;
  readonly version: number;
  readonly people: number;
}

const none: ProviderSettings = {
  id: null,
  issuer: "",
  clientId: "",
  hasSecret: false,
  subjectClaim: "sub",
  emailDomains: [],
  factorValues: ["mfa"],
  active: true,
  version: 0,
  people: 0,
};

export async function findProviderSettings(db: Db, organisationId: string): Promise<ProviderSettings> {
  const { rows } = await sql<{
    id: string;
    issuer: string;
    client_id: string;
    has_secret: boolean;
    subject_claim: string;
    email_domains: string[];
    factor_values: string[];
    active: boolean;
    version: number;
    people: number;
  }>`select * from trust.provider_of(${organisationId})`.execute(db);
  const row = rows[0];
  if (!row) return none;
  return {
    id: row.id,
    issuer: row.issuer,
    clientId: row.client_id,
    hasSecret: row.has_secret,
    subjectClaim: row.subject_claim,
    emailDomains: row.email_domains,
    factorValues: row.factor_values,
    active: row.active,
    version: row.version,
    people: row.people,
  };
}

export interface ProviderToSave {
  readonly issuer: string;
  readonly clientId: string;
  /** Sealed; null leaves the one that is kept. */
  readonly sealedSecret: string | null;
  readonly subjectClaim: string;
  readonly emailDomains: readonly string[];
  readonly factorValues: readonly string[];
  readonly active: boolean;
  readonly version: number;
}

export async function saveProvider(db: Db, organisationId: string, to: ProviderToSave): Promise<"done" | "changed-meanwhile"> {
  const { rows } = await sql<{ outcome: "done" | "changed-meanwhile" }>`
    select trust.save_provider(${organisationId}, ${to.issuer}, ${to.clientId}, ${to.sealedSecret}, ${to.subjectClaim}, ${to.emailDomains}::text[], ${to.factorValues}::text[], ${to.active}, ${to.version}) as outcome`.execute(
    db,
  );
  return rows[0]?.outcome ?? "changed-meanwhile";
}
