import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { findProvider, returnAddress, secretPlace, signInSettings, tryProvider } from "../../../trust/signIn/server/door.ts";
import type { AdminRefusal, OrganisationRow } from "../admin.ts";
import {
  findProviderSettings,
  listMunicipalities,
  listOrganisations,
  saveOrganisation,
  saveProvider,
  type Municipality,
  type OrganisationToSave,
  type ProviderSettings,
} from "./organisations.store.ts";
import { findOrganisationName, type OrganisationName } from "./people.store.ts";

export const readOrganisations = (actor: Actor): Promise<readonly OrganisationRow[]> =>
  withActor(actor, "admin.organisations-read", ({ db }) => listOrganisations(db));

export interface OrganisationView {
  /** Null for one that is being made. */
  readonly organisation: OrganisationRow | null;
  readonly municipalities: readonly Municipality[];
}

/** What the page of one organisation needs; null when it does not exist. */
export const readOrganisation = (actor: Actor, id: string | null): Promise<OrganisationView | null> =>
  withActor(actor, "admin.organisations-read", async ({ db }) => {
    const [organisation = null] = id === null ? [] : await listOrganisations(db, id);
    return id !== null && organisation === null ? null : { organisation, municipalities: await listMunicipalities(db) };
  });

export const keepOrganisation = (
  actor: Actor,
  id: string | null,
  to: OrganisationToSave,
): Promise<Done<{ id: string }> | Refusal<AdminRefusal>> =>
  withActor(actor, "admin.organisation-saved", async ({ db }) => {
    const saved = await saveOrganisation(db, id, to);
    return "id" in saved ? done({ id: saved.id }) : refuse(saved.refusal);
  });

export interface ProviderView {
  readonly organisation: OrganisationName;
  readonly settings: ProviderSettings;
  /** To be registered at the provider. */
  readonly returnAddress: string;
}

export const readProvider = (actor: Actor, organisationId: string): Promise<ProviderView | null> =>
  withActor(actor, "admin.organisations-read", async ({ db }) => {
    const organisation = await findOrganisationName(db, organisationId);
    return (
      organisation && {
        organisation,
        settings: await findProviderSettings(db, organisationId),
        returnAddress: returnAddress(organisationId),
      }
    );
  });

export interface ProviderTyped {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  readonly subjectClaim: string;
  readonly emailDomains: readonly string[];
  readonly factorValues: readonly string[];
  readonly active: boolean;
  readonly version: number;
}

/** Keeps the settings, with the secret encrypted for this organisation alone; an empty secret leaves the one that is kept. */
export const keepProvider = (actor: Actor, organisationId: string, typed: ProviderTyped): Promise<Done | Refusal<"changed-meanwhile">> => {
  const sealedSecret = typed.secret === "" ? null : signInSettings().keys.seal(typed.secret, secretPlace(organisationId));
  return withActor(actor, "admin.provider-saved", async ({ db }) => {
    const outcome = await saveProvider(db, organisationId, { ...typed, sealedSecret });
    return outcome === "done" ? done({}) : refuse(outcome);
  });
};

/** Does it answer as a provider? Looked at outside any transaction: it may take seconds. */
export async function checkProvider(actor: Actor, organisationId: string): Promise<Done<{ answers: boolean }> | Refusal<"no-account">> {
  const settings = await withActor({ ...actor, requestKey: null }, "admin.organisations-read", ({ db }) =>
    findProviderSettings(db, organisationId),
  );
  const provider = settings.id === null ? null : await findProvider(settings.id);
  return provider ? done({ answers: await tryProvider(provider) }) : refuse("no-account");
}
