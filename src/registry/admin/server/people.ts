import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import type { Role } from "../../../trust/access/rules/policy.ts";
import {
  blockAccount,
  findMeans,
  giveLink,
  listEventsOf,
  listProviders,
  showLink,
  signInSettings,
  type MeansOf,
} from "../../../trust/signIn/server/door.ts";
import type { AdminRefusal, Invitation, PersonRow } from "../admin.ts";
import { isKind, rolesToGive } from "../rules/rolesOfKind.ts";
import {
  endJob,
  findOrganisationName,
  insertPerson,
  listHistory,
  listPeople,
  updatePerson,
  updateRole,
  type HistoryRow,
  type OrganisationName,
} from "./people.store.ts";

export interface People {
  readonly organisation: OrganisationName;
  readonly people: readonly PersonRow[];
  readonly roles: readonly Role[];
  readonly today: string;
  /** Its people can sign in with its own accounts. */
  readonly hasProvider: boolean;
  /** Links can go by e-mail. */
  readonly sendsMail: boolean;
}

/** Which roles this administrator gives in this organisation. */
const rolesOf = (actor: Actor, kind: string): readonly Role[] =>
  isKind(kind) ? rolesToGive(kind, actor.role === "platform_admin" ? "platform" : "organisation") : [];

async function peopleOf(db: Db, actor: Actor, organisationId: string, today: string): Promise<People | null> {
  const organisation = await findOrganisationName(db, organisationId);
  if (!organisation) return null;
  const hasProvider = (await listProviders()).some((provider) => provider.organisationId === organisationId);
  return {
    organisation,
    people: await listPeople(db, organisationId),
    roles: rolesOf(actor, organisation.kind),
    today,
    hasProvider,
    sendsMail: signInSettings().sendsMail,
  };
}

export const readPeople = (actor: Actor, organisationId: string): Promise<People | null> =>
  withActor(actor, "admin.people-read", ({ db, today }) => peopleOf(db, actor, organisationId, today));

export interface Person extends People {
  readonly person: PersonRow;
  readonly means: MeansOf | null;
  readonly events: Awaited<ReturnType<typeof listEventsOf>>;
}

export const readPerson = (actor: Actor, organisationId: string, membershipId: string): Promise<Person | null> =>
  withActor(actor, "admin.people-read", async ({ db, today }) => {
    const people = await peopleOf(db, actor, organisationId, today);
    const person = people?.people.find((one) => one.membershipId === membershipId);
    if (!people || !person) return null;
    return { ...people, person, means: await findMeans(db, person.professionalId), events: await listEventsOf(db, person.professionalId) };
  });

type Refused = Refusal<AdminRefusal>;
export type Invited = Done<{ membershipId: string; linkId: string | null; isNew: boolean; byMail: boolean }>;

/** Invites someone: a new person with a link of her own, or one more job for who has an account already. */
export const invitePerson = (actor: Actor, organisationId: string, invitation: Invitation): Promise<Invited | Refused> =>
  withActor(actor, "admin.person-invited", async (work) => {
    const made = await insertPerson(work.db, organisationId, invitation);
    if (made.outcome !== "done") return refuse(made.outcome);
    const byMail = invitation.by === "mail";
    const link =
      made.isNew && invitation.by !== "provider"
        ? await giveLink(actor, work, { professionalId: made.professionalId, kind: "invitation", checked: null, byMail })
        : null;
    return done({ membershipId: made.membershipId, linkId: link?.shown === true ? link.linkId : null, isNew: made.isNew, byMail });
  });

export const changeRole = (actor: Actor, membershipId: string, role: string): Promise<Done<{ membershipId: string }> | Refused> =>
  withActor(actor, "admin.role-changed", async ({ db }) => {
    const changed = await updateRole(db, membershipId, role);
    return changed.outcome === "done" ? done({ membershipId: changed.membershipId }) : refuse(changed.outcome);
  });

export const endMembership = (actor: Actor, membershipId: string, lastDay: string | null): Promise<Done | Refused> =>
  withActor(actor, "admin.membership-ended", async ({ db }) => {
    const outcome = await endJob(db, membershipId, lastDay);
    return outcome === "done" ? done({}) : refuse(outcome);
  });

export const changePerson = (
  actor: Actor,
  professionalId: string,
  person: { name: string; phone: string | null },
): Promise<Done | Refused> =>
  withActor(actor, "admin.person-changed", async ({ db }) =>
    (await updatePerson(db, professionalId, person)) ? done({}) : refuse("no-account"),
  );

export type LinkGiven = Done<{ linkId: string | null }>;

/** A new link: another invitation for who did not use hers, or, after making sure that it is really her, a way back in. */
export const resetSignIn = (
  actor: Actor,
  professionalId: string,
  typed: { checked: string | null; byMail: boolean },
): Promise<LinkGiven | Refused> =>
  withActor(actor, "admin.sign-in-reset", async (work) => {
    const kind = typed.checked === null ? "invitation" : "recovery";
    const link = await giveLink(actor, work, { professionalId, kind, ...typed });
    return link ? done({ linkId: link.shown ? link.linkId : null }) : refuse("no-account");
  });

export const readLink = (actor: Actor, linkId: string): Promise<string | null> =>
  withActor(actor, "admin.people-read", () => showLink(actor, linkId));

export const setBlocked = (actor: Actor, professionalId: string, blocked: boolean): Promise<Done | Refused> =>
  withActor(actor, "admin.sign-in-blocked", async ({ db }) =>
    (await blockAccount(db, professionalId, blocked)) ? done({}) : refuse("no-account"),
  );

export interface History {
  readonly organisation: OrganisationName;
  readonly lines: readonly HistoryRow[];
  readonly page: number;
  readonly more: boolean;
}

export const readHistory = (actor: Actor, organisationId: string, page: number): Promise<History | null> =>
  withActor(actor, "admin.history-read", async ({ db }) => {
    const organisation = await findOrganisationName(db, organisationId);
    if (!organisation) return null;
    const lines = await listHistory(db, organisationId, page);
    return { organisation, lines: lines.slice(0, 50), page, more: lines.length > 50 };
  });
