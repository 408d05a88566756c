import { isDone } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import type { Region } from "../../../../registry/testing/aRegion.ts";
import { anOfferOf } from "../../referral/testing/aReferral.ts";
import { openGroup, type NewGroupInput } from "../server/keepGroup.ts";
import { signUp } from "../server/moveInGroup.ts";
import { listPlacesOf } from "../server/place.store.ts";

/** A group of an offer of this professional's organisation, with so many places. */
export async function aGroup(giver: Actor, places: number, change: Partial<NewGroupInput> = {}): Promise<string> {
  const offerId = change.offerId ?? (await anOfferOf(giver, { name: "CenteringPregnancy" }));
  const made = await openGroup(giver, {
    offerId,
    name: "Centering april",
    location: "Wijkcentrum, Heerlen",
    language: "nl",
    places,
    leaderMembershipId: giver.membershipId,
    firstOn: "2026-11-19",
    begins: "10:00",
    ends: "12:00",
    sessions: 4,
    everyWeeks: 2,
    ...change,
  });
  if (!isDone(made)) throw new Error(made.code);
  return made.groupId;
}

export async function comeIn(giver: Actor, groupId: string, trajectoryId: string, mayWait = true): Promise<string> {
  const outcome = await signUp(giver, { groupId, trajectoryId, mayWait });
  return isDone(outcome) ? outcome.state : outcome.code;
}

/** The newest place of a family in this group, as someone sees it; null when there is none for her. */
export const placeOf = (actor: Actor, groupId: string, trajectoryId: string) =>
  withActor(actor, "group.read", async ({ db }) => (await listPlacesOf(db, trajectoryId)).find((one) => one.groupId === groupId) ?? null);

/** What stands open on lists about the groups of a line. */
export const groupWorkOf = (region: Region, trajectoryId: string) =>
  region.asOwner<{ kind: string; principal: number; news: string | null }>(
    "select kind, principal, facts ->> 'news' as news from work_item where trajectory_id = $1 and kind like 'group.%' and closed_at is null order by kind, id",
    [trajectoryId],
  );
