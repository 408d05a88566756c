import { done, refuse, type Done, type Refusal } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor, type Db, type Work } from "../../../../platform/db/withActor.ts";
import { findAnswerFor } from "../../../../trust/consent/server/door.ts";
import { findLine } from "../../../trajectory/server/door.ts";
import {
  openPlaceStates,
  presences,
  type GroupRefusal,
  type GroupPlace,
  type PlaceMove,
  type Presence,
  type SignOffReason,
} from "../group.ts";
import { decidePlaceMove, decideSignUp } from "../rules/groupMoves.ts";
import { findGroup, listSessions, lockGroup } from "./group.store.ts";
import { closeNews, findCandidateFor, insertPlace, keepAttendance, listPlaces, listPlacesOf, savePlace } from "./place.store.ts";

/** The family is of this organisation, or allows that it knows who it is. */
async function allows(db: Db, trajectoryId: string, organisationId: string): Promise<boolean> {
  const line = await findLine(db, trajectoryId);
  if (line?.organisationId === organisationId) return true;
  const answer = await findAnswerFor(db, trajectoryId, "sharing", organisationId);
  return answer !== null && answer.inForce && answer.parts.includes("identity");
}

/** Signs a family up. Of two who come for the last place in the same instant one gets it, and the other is told that the group is full. */
export const signUp = (
  actor: Actor,
  input: { trajectoryId: string; groupId: string; mayWait: boolean },
): Promise<Done<{ readonly state: "placed" | "waiting" }> | Refusal<GroupRefusal>> =>
  withActor(actor, "group.signed-up", async ({ db, about }) => {
    const line = await findLine(db, input.trajectoryId);
    const group = line && (await findGroup(db, input.groupId));
    if (!line || group?.organisation.id !== actor.organisationId) return refuse("group-not-found");
    about({ trajectories: [line.id], part: "referrals" });
    if (line.state === "ended") return refuse("group-line-ended");
    const free = await lockGroup(db, group.id);
    const inAlready = (await listPlacesOf(db, line.id)).some(
      ({ groupId, state }) => groupId === group.id && openPlaceStates.includes(state),
    );
    const state = decideSignUp({ free, inAlready, consent: await allows(db, line.id, actor.organisationId), mayWait: input.mayWait });
    if (typeof state !== "string") return refuse(state.code, { group: group.name });
    const candidateId = await findCandidateFor(db, line.id, group.offer.id, actor.organisationId);
    await insertPlace(db, { trajectoryId: line.id, groupId: group.id, candidateId, state });
    return done({ state });
  });

interface PlaceSeen {
  readonly trajectoryId: string;
  readonly placeId: string;
  readonly version: number;
}
type Moved = Done | Refusal<GroupRefusal>;

/** Who was asked for a free place says yes. */
export const acceptPlace = (actor: Actor, seen: PlaceSeen): Promise<Moved> =>
  withActor(actor, "group.accepted", async (work) => {
    const place = await decide(work, actor, "accept", seen);
    if ("code" in place) return place;
    return (await savePlace(work.db, { id: place.id, version: seen.version }, { state: "placed" }))
      ? done({})
      : refuse("group-changed-meanwhile");
  });

/** A family leaves, or says no to a free place: the place goes to who waits longest. */
export const leaveGroup = (actor: Actor, seen: PlaceSeen, move: "decline" | "signOff", reason: SignOffReason): Promise<Moved> =>
  withActor(actor, "group.signed-off", async (work) => {
    const place = await decide(work, actor, move, seen);
    if ("code" in place) return place;
    return (await savePlace(work.db, { id: place.id, version: seen.version }, { state: "signed_off", reason, on: work.today }))
      ? done({})
      : refuse("group-changed-meanwhile");
  });

async function decide(
  { db, about }: Work,
  actor: Actor,
  move: Exclude<PlaceMove, "ask">,
  { trajectoryId, placeId }: PlaceSeen,
): Promise<GroupPlace | Refusal<GroupRefusal>> {
  const place = (await listPlacesOf(db, trajectoryId)).find(({ id }) => id === placeId);
  if (!place) return refuse("group-not-found");
  about({ trajectories: [trajectoryId], part: "referrals" });
  const gives = place.organisationId === actor.organisationId;
  const decided = decidePlaceMove(move, { state: place.state, gives, consent: await allows(db, trajectoryId, place.organisationId) });
  return decided === "go" ? place : decided;
}

/** Who was at a meeting, for all at once; what is left empty stays as it was. */
export const recordAttendance = (
  actor: Actor,
  input: { groupId: string; sessionId: string; presence: Readonly<Record<string, string>> },
): Promise<Moved> =>
  withActor(actor, "group.attended", async ({ db, today, about }) => {
    const group = await findGroup(db, input.groupId);
    const session = (await listSessions(db, input.groupId)).find(({ id }) => id === input.sessionId);
    if (group?.organisation.id !== actor.organisationId || !session) return refuse("group-not-found");
    if (session.onDay > today || session.cancelled) return refuse("group-day-wrong");
    const places = (await listPlaces(db, group.id)).filter(({ id }) => isPresence(input.presence[id]));
    about({ trajectories: places.map(({ trajectoryId }) => trajectoryId), part: "referrals" });
    for (const { id, trajectoryId } of places) {
      const presence = input.presence[id];
      if (isPresence(presence)) await keepAttendance(db, { trajectoryId, placeId: id, sessionId: session.id, presence });
    }
    return done({});
  });

const isPresence = (value: string | undefined): value is Presence => (presences as readonly (string | undefined)[]).includes(value);

/** Read: it goes off the own list. */
export const readNews = (actor: Actor, trajectoryId: string): Promise<Done> =>
  withActor(actor, "group.news-read", async ({ db, about }) => {
    about({ trajectories: [trajectoryId], part: "referrals" });
    await closeNews(db, trajectoryId);
    return done({});
  });
