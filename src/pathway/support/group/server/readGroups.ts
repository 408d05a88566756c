import type { Day } from "../../../../kit/day.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import { familyHeading } from "../../../../registry/personName.ts";
import { findFamilyOfLine } from "../../../../registry/server/door.ts";
import { isRole } from "../../../../trust/access/route.ts";
import { mayRole } from "../../../../trust/access/rules/policy.ts";
import type { Line } from "../../../trajectory/line.ts";
import { findLine } from "../../../trajectory/server/door.ts";
import { openPlaceStates, type GroupPlace, type GroupSession, type SupportGroup } from "../group.ts";
import { findGroup, listGroups, listOwnOffers, listSessions } from "./group.store.ts";
import { listAttendance, listPlaces, listPlacesOf, type Attendance } from "./place.store.ts";

export interface GroupsData {
  readonly groups: readonly SupportGroup[];
  readonly organisationId: string;
  /** The own organisation has an offer that a group can be of. */
  readonly mayOpen: boolean;
}

export const readGroups = (actor: Actor): Promise<GroupsData> =>
  withActor(actor, "group.read", async ({ db }) => ({
    groups: await listGroups(db, actor.organisationId),
    organisationId: actor.organisationId,
    mayOpen: (await listOwnOffers(db, actor.organisationId)).length > 0,
  }));

export interface GroupData {
  readonly today: Day;
  readonly group: SupportGroup;
  readonly sessions: readonly GroupSession[];
  /** Who gives it sees who takes part; to everyone else a group is a number. */
  readonly own: boolean;
  readonly places: readonly GroupPlace[];
  readonly attendance: readonly Attendance[];
}

export const readGroup = (actor: Actor, id: string): Promise<GroupData | null> =>
  withActor(actor, "group.read", async ({ db, today, about }) => {
    const group = await findGroup(db, id);
    if (!group) return null;
    const own = group.organisation.id === actor.organisationId && isRole(actor.role) && mayRole(actor.role, "referrals", "read");
    const places = own ? await listPlaces(db, id) : [];
    about({ trajectories: [...new Set(places.map(({ trajectoryId }) => trajectoryId))], part: "referrals" });
    return { today, group, own, places, sessions: await listSessions(db, id), attendance: own ? await listAttendance(db, id) : [] };
  });

export interface SignUpData {
  readonly line: Line;
  readonly heading: string;
  /** Open groups of the own organisation in which the family is not yet. */
  readonly groups: readonly SupportGroup[];
}

/** Null when the line is not the asker's to see. */
export const readSignUp = (actor: Actor, trajectoryId: string): Promise<SignUpData | null> =>
  withActor(actor, "group.read", async ({ db, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family || line.state === "ended") return null;
    about({ trajectories: [trajectoryId], part: "referrals" });
    const inNow = (await listPlacesOf(db, trajectoryId))
      .filter(({ state }) => openPlaceStates.includes(state))
      .map(({ groupId }) => groupId);
    const groups = (await listGroups(db, actor.organisationId)).filter(
      (one) => one.organisation.id === actor.organisationId && !inNow.includes(one.id),
    );
    return { line, heading: familyHeading(family.members), groups };
  });
