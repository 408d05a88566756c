import { sql } from "kysely";
import { database } from "../../../platform/db/connection.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { signInSettings } from "./settings.ts";

export interface ProviderName {
  readonly id: string;
  readonly organisation: string;
  readonly organisationId: string;
}

export interface Provider {
  readonly id: string;
  readonly organisationId: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Opened; null for a public client. */
  readonly clientSecret: string | null;
  readonly subjectClaim: string;
  readonly factorValues: readonly string[];
  readonly version: number;
}

/** The organisations whose people sign in at their own provider. */
export async function listProviders(): Promise<readonly ProviderName[]> {
  const { rows } =
    await sql<ProviderName>`select id, organisation, organisation_id as "organisationId" from trust.list_providers()`.execute(database());
  return rows;
}

interface ProviderRow {
  id: string;
  organisation_id: string;
  issuer: string;
  client_id: string;
  client_secret: string | null;
  subject_claim: string;
  factor_values: string[];
  version: number;
}

export async function findProvider(id: string): Promise<Provider | null> {
  const { rows } = await sql<ProviderRow>`select * from trust.find_provider(${id})`.execute(database());
  const row = rows[0];
  if (!row) return null;
  const clientSecret = row.client_secret === null ? null : signInSettings().keys.open(row.client_secret, secretPlace(row.organisation_id));
  if (row.client_secret !== null && clientSecret === null) return null;
  return {
    id: row.id,
    organisationId: row.organisation_id,
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecret,
    subjectClaim: row.subject_claim,
    factorValues: row.factor_values,
    version: row.version,
  };
}

/** Where a provider's secret belongs: sealed for another organisation it does not open. */
export const secretPlace = (organisationId: string): string => `provider:${organisationId}`;

/** Who this person of the provider is here, or null. */
export async function findExternal(db: Db, providerId: string, subject: string, email: string | null): Promise<string | null> {
  const { rows } = await sql<{ who: string | null }>`select trust.find_external(${providerId}, ${subject}, ${email}) as who`.execute(db);
  return rows[0]?.who ?? null;
}
