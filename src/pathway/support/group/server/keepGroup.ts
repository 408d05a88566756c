import type { Day } from "../../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import { listPeople, type ContactPerson } from "../../directory/server/contact.store.ts";
import type { GroupRefusal, GroupSession, GroupState, SupportGroup } from "../group.ts";
import { sessionDays } from "../rules/sessionDays.ts";
import {
  endGroup,
  findGroup,
  insertGroup,
  insertSession,
  listOwnOffers,
  listSessions,
  saveGroup,
  saveSession,
  type GroupFields,
} from "./group.store.ts";

export interface GroupFormData {
  readonly group: SupportGroup | null;
  readonly offers: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly ContactPerson[];
}

/** What the form of a group needs; null when it is not the own organisation's to change. */
export const readGroupForm = (actor: Actor, id: string | null): Promise<GroupFormData | null> =>
  withActor(actor, "group.read", async ({ db }) => {
    const group = id === null ? null : await findGroup(db, id);
    if (id !== null && (group?.organisation.id !== actor.organisationId || group.state !== "open")) return null;
    return { group, offers: await listOwnOffers(db, actor.organisationId), people: await listPeople(db, actor.organisationId) };
  });

export interface NewGroupInput extends GroupFields {
  readonly offerId: string;
  readonly firstOn: Day;
  readonly begins: string;
  readonly ends: string;
  readonly sessions: number;
  readonly everyWeeks: number;
}
type Outcome = Done<{ readonly groupId: string }> | Refusal<GroupRefusal>;

/** A new group of an offer of the own organisation, with its meetings. */
export const openGroup = (actor: Actor, input: NewGroupInput): Promise<Outcome> =>
  withActor(actor, "group.opened", async ({ db, today }) => {
    if (!(await listOwnOffers(db, actor.organisationId)).some(({ id }) => id === input.offerId)) return refuse("group-offer-unknown");
    if (input.firstOn < today) return refuse("group-day-wrong");
    const groupId = await insertGroup(db, {
      ...input,
      leaderMembershipId: await leaderOf(db, actor, input),
      organisationId: actor.organisationId,
    });
    for (const onDay of sessionDays(input.firstOn, input.sessions, input.everyWeeks))
      await insertSession(db, { groupId, onDay, begins: input.begins, ends: input.ends });
    return done({ groupId });
  });

async function leaderOf(db: Parameters<typeof listPeople>[0], actor: Actor, { leaderMembershipId }: GroupFields): Promise<string | null> {
  const people = await listPeople(db, actor.organisationId);
  return people.find(({ membershipId }) => membershipId === leaderMembershipId)?.membershipId ?? null;
}

/** More places are offered at once to who waits longest. */
export const changeGroup = (actor: Actor, seen: { id: string; version: number }, input: GroupFields): Promise<Outcome> =>
  withActor(actor, "group.changed", async ({ db }) => {
    const group = await findGroup(db, seen.id);
    if (group?.organisation.id !== actor.organisationId) return refuse("group-not-found");
    if (group.state !== "open") return refuse("group-over");
    if (input.places < group.taken) return refuse("group-too-few-places", { taken: group.taken });
    const fields = { ...input, leaderMembershipId: await leaderOf(db, actor, input) };
    return (await saveGroup(db, seen, fields)) ? done({ groupId: seen.id }) : refuse("group-changed-meanwhile");
  });

/** Finished, or cancelled: each place in it ends, and who referred hears of it. */
export const closeGroup = (actor: Actor, seen: { id: string; version: number }, state: Exclude<GroupState, "open">): Promise<Outcome> =>
  withActor(actor, "group.ended", async ({ db, today }) => {
    const group = await findGroup(db, seen.id);
    if (group?.organisation.id !== actor.organisationId) return refuse("group-not-found");
    if (group.state !== "open") return refuse("group-over");
    return (await endGroup(db, seen, state, today)) ? done({ groupId: seen.id }) : refuse("group-changed-meanwhile");
  });

/** A meeting is moved, or does not take place. */
export const changeSession = (
  actor: Actor,
  seen: Pick<GroupSession, "id" | "version"> & { readonly groupId: string },
  change: { readonly onDay: Day; readonly begins: string; readonly ends: string; readonly cancelled: boolean },
): Promise<Outcome> =>
  withActor(actor, "group.changed", async ({ db }) => {
    const group = await findGroup(db, seen.groupId);
    if (group?.organisation.id !== actor.organisationId || !(await listSessions(db, seen.groupId)).some(({ id }) => id === seen.id))
      return refuse("group-not-found");
    if (group.state !== "open") return refuse("group-over");
    return (await saveSession(db, seen, change)) ? done({ groupId: seen.groupId }) : refuse("group-changed-meanwhile");
  });
