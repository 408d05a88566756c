import { done, refuse, type Done, type Refusal } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import type { SupportOffer } from "../directory.ts";
import { mayKeep } from "../rules/mayKeep.ts";
import {
  endFixedContact,
  findOrganisation,
  insertFixedContact,
  listFixedContacts,
  listOrganisations,
  listPeople,
  type ContactPerson,
  type FixedContact,
  type NewFixedContact,
  type OrganisationCard,
} from "./contact.store.ts";
import { listMunicipalities, type Municipality } from "./municipality.store.ts";
import { listOffersOf } from "./offer.store.ts";

export interface OrganisationsData {
  readonly words: string;
  readonly municipality: string | null;
  readonly municipalities: readonly Municipality[];
  readonly organisations: readonly OrganisationCard[];
}

export const readOrganisations = (actor: Actor, words: string, municipality: string | null): Promise<OrganisationsData> =>
  withActor(actor, "directory.read", async ({ db }) => ({
    words,
    municipality,
    municipalities: await listMunicipalities(db),
    organisations: await listOrganisations(db, words, municipality),
  }));

export interface OrganisationData {
  readonly organisation: OrganisationCard;
  readonly people: readonly ContactPerson[];
  readonly contacts: readonly FixedContact[];
  readonly offers: readonly SupportOffer[];
  readonly mayChange: boolean;
  readonly others: readonly OrganisationCard[];
  readonly municipalities: readonly Municipality[];
}

/** One organisation with its people, whom to call for what, and what it offers. */
export const readOrganisation = (actor: Actor, id: string): Promise<OrganisationData | null> =>
  withActor(actor, "directory.read", async ({ db }) => {
    const organisation = await findOrganisation(db, id);
    if (!organisation) return null;
    const mayChange = mayKeep(actor, id);
    return {
      organisation,
      people: await listPeople(db, id),
      contacts: await listFixedContacts(db, id),
      offers: await listOffersOf(db, id),
      mayChange,
      others: mayChange ? (await listOrganisations(db, "", null)).filter((one) => one.id !== id) : [],
      municipalities: mayChange ? await listMunicipalities(db) : [],
    };
  });

export type ContactRefusal = "contact-not-found" | "contact-needs-for-whom" | "contact-already";

/** Names who is called about families of a municipality, or by another organisation. */
export const addContact = (actor: Actor, contact: NewFixedContact): Promise<Done | Refusal<ContactRefusal>> =>
  withActor(actor, "directory.contact-changed", async ({ db }) => {
    if (!mayKeep(actor, contact.organisationId)) return refuse("contact-not-found");
    const people = await listPeople(db, contact.organisationId);
    if (!people.some(({ membershipId }) => membershipId === contact.membershipId)) return refuse("contact-not-found");
    if (contact.forOrganisationId === null && contact.forMunicipality === null) return refuse("contact-needs-for-whom");
    if (contact.forOrganisationId !== null && !(await findOrganisation(db, contact.forOrganisationId))) return refuse("contact-not-found");
    if (contact.forMunicipality !== null && !(await listMunicipalities(db)).some(({ code }) => code === contact.forMunicipality))
      return refuse("contact-not-found");
    return (await insertFixedContact(db, contact)) ? done({}) : refuse("contact-already");
  });

export const removeContact = (actor: Actor, organisationId: string, id: string): Promise<Done | Refusal<ContactRefusal>> =>
  withActor(actor, "directory.contact-changed", async ({ db, today }) =>
    mayKeep(actor, organisationId) && (await endFixedContact(db, id, organisationId, today)) ? done({}) : refuse("contact-not-found"),
  );
