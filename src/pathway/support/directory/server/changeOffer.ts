import { done, refuse, type Done, type Refusal } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import type { OfferRefusal, SupportOffer } from "../directory.ts";
import { mayKeep } from "../rules/mayKeep.ts";
import { insertOffer, reportOffer, saveChecked, saveOffer, type OfferFields } from "./changeOffer.store.ts";
import { findOrganisation, listOrganisations, listPeople, type ContactPerson, type OrganisationCard } from "./contact.store.ts";
import { listMunicipalities, type Municipality } from "./municipality.store.ts";
import { findOffer } from "./offer.store.ts";

/** What the form of an offer needs. */
export interface OfferFormData {
  readonly offer: SupportOffer | null;
  readonly organisations: readonly Pick<OrganisationCard, "id" | "name">[];
  readonly people: readonly ContactPerson[];
  readonly municipalities: readonly Municipality[];
}

/** Null when it is not hers to keep. */
export const readOfferForm = (actor: Actor, id: string | null): Promise<OfferFormData | null> =>
  withActor(actor, "directory.read", async ({ db }) => {
    const offer = id === null ? null : await findOffer(db, id);
    if (id !== null && (offer === null || !mayKeep(actor, offer.organisationId))) return null;
    const own = await findOrganisation(db, offer?.organisationId ?? actor.organisationId);
    return {
      offer,
      organisations: actor.role === "platform_admin" ? await listOrganisations(db, "", null) : own ? [own] : [],
      people: own ? await listPeople(db, own.id) : [],
      municipalities: await listMunicipalities(db),
    };
  });

export type OfferInput = Omit<OfferFields, "organisationId"> & { readonly organisationId: string | null };

/** Adds an offer (no id), or changes one. Who saves it has looked at it: it counts as checked today. */
export const keepOffer = (
  actor: Actor,
  seen: { id: string | null; version: number },
  input: OfferInput,
): Promise<Done<{ offerId: string }> | Refusal<OfferRefusal>> =>
  withActor(actor, "directory.changed", async ({ db, today }) => {
    const offer = seen.id === null ? null : await findOffer(db, seen.id);
    if (seen.id !== null && !offer) return refuse("offer-not-found");
    const wished = actor.role === "platform_admin" ? input.organisationId : null;
    const organisationId = wished ?? offer?.organisationId ?? actor.organisationId;
    if (!mayKeep(actor, organisationId) || (offer && !mayKeep(actor, offer.organisationId))) return refuse("offer-not-found");
    const people = await listPeople(db, organisationId);
    const contact = people.find(({ membershipId }) => membershipId === input.contactMembershipId)?.membershipId ?? null;
    const known = new Set((await listMunicipalities(db)).map(({ code }) => code));
    const wrong = decideFields(input);
    if (wrong !== null) return refuse(wrong);
    const fields = {
      ...input,
      organisationId,
      contactMembershipId: contact,
      municipalities: input.municipalities.filter((code) => known.has(code)),
    };
    if (offer === null) return done({ offerId: await insertOffer(db, fields, actor.membershipId, today) });
    return (await saveOffer(db, { id: offer.id, version: seen.version }, fields, actor.membershipId, today))
      ? done({ offerId: offer.id })
      : refuse("offer-changed-meanwhile");
  });

function decideFields(input: OfferInput): OfferRefusal | null {
  const { pregnancyFromWeek: from, pregnancyBeforeWeek: before, capacityAvailable: free, capacityMaximum: all } = input;
  if (from !== null && before !== null && before <= from) return "offer-weeks-turned";
  return free !== null && all !== null && free > all ? "offer-capacity-turned" : null;
}

/** All of it is right: one press. */
export const checkOffer = (actor: Actor, seen: { id: string; version: number }): Promise<Done | Refusal<OfferRefusal>> =>
  withActor(actor, "directory.checked", async ({ db, today }) => {
    const offer = await findOffer(db, seen.id);
    if (!offer || !mayKeep(actor, offer.organisationId)) return refuse("offer-not-found");
    return (await saveChecked(db, seen, actor.membershipId, today)) ? done({}) : refuse("offer-changed-meanwhile");
  });

/** It is not right (any more): one press, and its keeper is asked to look. */
export const reportWrong = (actor: Actor, id: string): Promise<Done | Refusal<OfferRefusal>> =>
  withActor(actor, "directory.reported", async ({ db }) => {
    const code = await reportOffer(db, id);
    return code === "done" ? done({}) : refuse(code);
  });
