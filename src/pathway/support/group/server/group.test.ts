import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../../registry/testing/aRegion.ts";
import { recordLoss } from "../../../trajectory/server/recordLoss.ts";
import { aLine } from "../../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../../trajectory/testing/involve.ts";
import { findOffer } from "../../directory/server/door.ts";
import { anOfferOf, aReferral, aSharingLine, seenOf } from "../../referral/testing/aReferral.ts";
import { acceptReferral } from "../../referral/server/moveReferral.ts";
import { aGroup, comeIn, groupWorkOf, placeOf } from "../testing/aGroup.ts";
import { changeGroup, closeGroup } from "./keepGroup.ts";
import { acceptPlace, leaveGroup, recordAttendance, signUp } from "./moveInGroup.ts";
import { readGroup, readGroups } from "./readGroups.ts";

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let other: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  other = await region.actor("midwife", "otherPractice");
});
after(() => region.close());
beforeEach(() => region.setToday(today));

const lines = (count: number) => Promise.all(Array.from({ length: count }, async () => (await aLine(midwife)).trajectoryId));
const stateOf = async (groupId: string, line: string) => (await placeOf(midwife, groupId, line))?.state;
const seen = async (groupId: string, trajectoryId: string, actor = midwife) => {
  const place = await placeOf(actor, groupId, trajectoryId);
  return { trajectoryId, placeId: place?.id ?? "", version: place?.version ?? 0 };
};
const trail = (line: string, event: string) =>
  region.asOwner<{ outcome: string }>("select outcome from trail_event where event = $1 and $2 = any(trajectory_ids)", [event, line]);

test("two sign-ups for the last place in the same instant: one gets it, the other is told that it is full", async () => {
  const group = await aGroup(midwife, 1);
  const [one = "", two = ""] = await lines(2);
  const outcomes = await Promise.all([comeIn(midwife, group, one, false), comeIn(midwife, group, two, false)]);
  assert.deepEqual(
    outcomes.toSorted((a, b) => a.localeCompare(b)),
    ["group-full", "placed"],
  );
  const refused = outcomes[0] === "group-full" ? one : two;
  assert.equal(await stateOf(group, refused), undefined);
  assert.deepEqual(await trail(refused, "group.signed-up"), [{ outcome: "refused" }]);
  assert.equal(await comeIn(midwife, group, refused), "waiting");
});

test("who leaves frees a place: the first on the list is asked, and is on the list of who leads the group", async () => {
  const group = await aGroup(midwife, 1);
  const [one = "", two = "", three = ""] = await lines(3);
  assert.deepEqual(
    [await comeIn(midwife, group, one), await comeIn(midwife, group, two), await comeIn(midwife, group, three)],
    ["placed", "waiting", "waiting"],
  );
  assert.equal((await leaveGroup(midwife, await seen(group, one), "signOff", "moved")).code, "done");
  assert.deepEqual([await stateOf(group, one), await stateOf(group, two), await stateOf(group, three)], ["signed_off", "asked", "waiting"]);
  const [membership] = await region.asOwner<{ principal: number }>("select principal from membership where id = $1", [
    midwife.membershipId,
  ]);
  assert.deepEqual(
    (await groupWorkOf(region, two)).map(({ kind, principal }) => [kind, principal]),
    [["group.ask", membership?.principal]],
  );
  assert.deepEqual(await groupWorkOf(region, three), []);
  assert.equal(await comeIn(midwife, group, (await lines(1))[0] ?? "", false), "group-full", "the place is kept for who was asked");
  assert.equal((await leaveGroup(midwife, await seen(group, two), "decline", "family")).code, "done");
  assert.deepEqual(await groupWorkOf(region, two), []);
  assert.equal(await stateOf(group, three), "asked");
  assert.equal((await acceptPlace(midwife, await seen(group, three))).code, "done");
  assert.equal(await stateOf(group, three), "placed");
  assert.deepEqual(await trail(one, "group.signed-off"), [{ outcome: "done" }]);
  assert.deepEqual(await trail(three, "group.accepted"), [{ outcome: "done" }]);
});

test("after a loss nobody is asked by itself: the turn goes on to the next, and is kept", async () => {
  const group = await aGroup(midwife, 1);
  const [one = "", two = "", three = ""] = await lines(3);
  for (const line of [one, two, three]) await comeIn(midwife, group, line);
  await recordLoss(midwife, two, { kind: "pregnancy", on: today, childId: null, version: 1 });
  await leaveGroup(midwife, await seen(group, one), "signOff", "family");
  assert.deepEqual([await stateOf(group, two), await stateOf(group, three)], ["waiting", "asked"]);
  assert.deepEqual(await groupWorkOf(region, two), []);
});

test("the service directory knows how many places there are", async () => {
  const offerId = await anOfferOf(midwife, { name: "Centering telt" });
  const group = await aGroup(midwife, 3, { offerId });
  const [one = "", two = ""] = await lines(2);
  await comeIn(midwife, group, one);
  await comeIn(midwife, group, two);
  const capacity = async () => (await withActor(midwife, "directory.read", ({ db }) => findOffer(db, offerId)))?.capacity;
  assert.deepEqual([(await capacity())?.available, (await capacity())?.maximum], [1, 3]);
  await leaveGroup(midwife, await seen(group, one), "signOff", "family");
  assert.equal((await capacity())?.available, 2);
});

test("more places are offered at once to who waits; fewer than there are families is refused", async () => {
  const group = await aGroup(midwife, 1);
  const [one = "", two = ""] = await lines(2);
  await comeIn(midwife, group, one);
  await comeIn(midwife, group, two);
  const version = async () => (await readGroup(midwife, group))?.group.version ?? 0;
  const fields = { name: "Centering april", location: null, language: "nl", leaderMembershipId: null };
  assert.equal((await changeGroup(midwife, { id: group, version: await version() }, { ...fields, places: 2 })).code, "done");
  assert.equal(await stateOf(group, two), "asked");
  assert.equal(
    (await changeGroup(midwife, { id: group, version: await version() }, { ...fields, places: 1 })).code,
    "group-too-few-places",
  );
  assert.equal((await changeGroup(midwife, { id: group, version: 1 }, { ...fields, places: 4 })).code, "group-changed-meanwhile");
});

test("a family that came by a referral: who referred hears of it, and nothing of the other families", async () => {
  const offerId = await anOfferOf(midwife, { name: "Centering na verwijzing" });
  const group = await aGroup(midwife, 2, { offerId });
  const line = await aSharingLine(other, [midwife.organisationId]);
  const [candidate] = await aReferral(other, line.trajectoryId, [offerId]);
  assert.ok(candidate);
  assert.equal(await comeIn(midwife, group, line.trajectoryId), "group-not-found", "who the family is, is not known yet");
  await acceptReferral(midwife, seenOf(candidate));
  const [own = ""] = await lines(1);
  await comeIn(midwife, group, own);
  assert.equal(await comeIn(midwife, group, line.trajectoryId), "placed");
  assert.deepEqual(
    (await groupWorkOf(region, line.trajectoryId)).map(({ kind, news }) => [kind, news]),
    [["group.news", "placed"]],
  );
  await allow(other, line, other.organisationId, ["referrals"]);
  assert.equal((await placeOf(other, group, line.trajectoryId))?.state, "placed");
  const theirs = await readGroup(other, group);
  assert.deepEqual([theirs?.own, theirs?.places, theirs?.group.taken], [false, [], 2]);
  assert.equal(await placeOf(other, group, own), null);
  assert.equal((await leaveGroup(other, await seen(group, own), "signOff", "family")).code, "group-not-found");
  assert.equal((await acceptPlace(other, await seen(group, line.trajectoryId, other))).code, "group-not-yours");
  assert.equal(
    (await leaveGroup(other, await seen(group, line.trajectoryId, other), "signOff", "family")).code,
    "done",
    "a family signs off through her own midwife",
  );
});

test("a yes that was taken back between opening and saving keeps the family out", async () => {
  const group = await aGroup(midwife, 2);
  const line = await aLine(other);
  await allow(other, line, midwife.organisationId, ["identity", "referrals"]);
  await involve(other, midwife, line.trajectoryId, "request");
  await region.asOwner(
    "with w as (update consent set parts = '{referrals}' where trajectory_id = $1 returning 1) select trust.recompute_grants($1) from (select count(*) from w) x",
    [line.trajectoryId],
  );
  assert.match(await comeIn(midwife, group, line.trajectoryId), /group-not-found|group-no-consent/);
  assert.deepEqual((await readGroup(midwife, group))?.places, []);
});

test("a group that is cancelled ends every place in it, and takes what was asked off the lists", async () => {
  const group = await aGroup(midwife, 1);
  const [one = "", two = "", three = ""] = await lines(3);
  for (const line of [one, two, three]) await comeIn(midwife, group, line);
  await leaveGroup(midwife, await seen(group, one), "signOff", "family");
  const version = (await readGroup(midwife, group))?.group.version ?? 0;
  assert.equal((await closeGroup(other, { id: group, version }, "cancelled")).code, "group-not-found");
  assert.equal((await closeGroup(midwife, { id: group, version }, "cancelled")).code, "done");
  assert.deepEqual([await stateOf(group, two), await stateOf(group, three)], ["signed_off", "signed_off"]);
  assert.deepEqual(await groupWorkOf(region, two), []);
  assert.equal(await comeIn(midwife, group, one), "group-over");
  assert.ok(!(await readGroups(midwife)).groups.some(({ id }) => id === group));
});

test("a group that is finished finishes who took part", async () => {
  const group = await aGroup(midwife, 1);
  const [one = "", two = ""] = await lines(2);
  await comeIn(midwife, group, one);
  await comeIn(midwife, group, two);
  await closeGroup(midwife, { id: group, version: 1 }, "finished");
  const [taking, waiting] = [await placeOf(midwife, group, one), await placeOf(midwife, group, two)];
  assert.deepEqual([taking?.state, waiting?.state, waiting?.reason], ["finished", "signed_off", "group_over"]);
});

test("the same form twice signs up once; twice the same family is refused", async () => {
  const group = await aGroup(midwife, 4);
  const [line = ""] = await lines(1);
  const requestKey = crypto.randomUUID();
  for (let press = 0; press < 2; press += 1)
    await signUp({ ...midwife, requestKey }, { groupId: group, trajectoryId: line, mayWait: false });
  assert.equal((await readGroup(midwife, group))?.group.taken, 1);
  assert.equal(await comeIn(midwife, group, line), "group-in-already");
});

test("who was there is recorded and mended, not before the day, by who gives the group", async () => {
  const group = await aGroup(midwife, 2);
  const [line = ""] = await lines(1);
  await comeIn(midwife, group, line);
  const data = await readGroup(midwife, group);
  const [session] = data?.sessions ?? [];
  const [place] = data?.places ?? [];
  const record = (actor: Actor, presence: string) =>
    recordAttendance(actor, { groupId: group, sessionId: session?.id ?? "", presence: { [place?.id ?? ""]: presence } });
  assert.equal((await record(midwife, "present")).code, "group-day-wrong");
  await region.setToday("2026-11-19");
  assert.equal((await record(other, "present")).code, "group-not-found");
  assert.equal((await record(midwife, "absent")).code, "done");
  assert.equal((await record(midwife, "present")).code, "done");
  assert.deepEqual((await readGroup(midwife, group))?.attendance, [{ placeId: place?.id, sessionId: session?.id, presence: "present" }]);
});

test("attendance is of a meeting of the own group: never of another's", async () => {
  const [group, theirs] = [await aGroup(midwife, 2), await aGroup(other, 2)];
  const line = (await aLine(midwife)).trajectoryId;
  await comeIn(midwife, group, line);
  const place = await placeOf(midwife, group, line);
  const session = async (of: string) =>
    (
      await region.asOwner<{ id: string }>(
        "insert into group_session (group_id, on_day, begins, ends) values ($1, $2, '09:00', '10:00') returning id",
        [of, today],
      )
    )[0]?.id ?? "";
  const keep = (sessionId: string) =>
    withActor(midwife, "x", ({ db }) =>
      db
        .insertInto("group_attendance")
        .values({
          trajectory_id: line,
          place_id: place?.id ?? "",
          session_id: sessionId,
          presence: "present",
          author_organisation_id: midwife.organisationId,
        })
        .execute(),
    );
  await assert.rejects(keep(await session(theirs)), { code: "42501" });
  await keep(await session(group));
});
