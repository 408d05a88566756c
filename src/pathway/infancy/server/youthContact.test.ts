import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { listSignalsOf } from "../testing/listSignalsOf.ts";
import { changeBirth } from "../../trajectory/server/recordBirth.ts";
import { recordLoss } from "../../trajectory/server/recordLoss.ts";
import { aFollowedChild, askInTheMorning, contactsOf, versionOf, waitingOf, type FollowedLine } from "../testing/aFollowedChild.ts";
import { firstOpen } from "../rules/planContacts.ts";
import { recordContact, takeContactBack, type ContactInput } from "./recordContact.ts";
import { readContactForm, readContacts } from "./readContacts.ts";

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
after(() => region.close());
beforeEach(() => region.setToday(today));

const input = (line: FollowedLine, childId: string, momentCode: string, change: Partial<ContactInput> = {}): ContactInput => ({
  trajectoryId: line.trajectoryId,
  childId,
  momentCode,
  outcome: "held",
  onDay: today,
  noticed: null,
  factorCodes: [],
  urgent: false,
  discussed: true,
  nextChildWish: false,
  ...change,
});
const firstChild = async (line: FollowedLine) => (await contactsOf(nurse, line.trajectoryId))[0]?.childId ?? "";
const byText = (one: unknown, other: unknown) => JSON.stringify(one).localeCompare(JSON.stringify(other));
const trail = (line: FollowedLine, event: string) =>
  region.asOwner<{ outcome: string }>("select outcome from trail_event where event = $1 and $2 = any(trajectory_ids)", [
    event,
    line.trajectoryId,
  ]);

test("the contact moments come on the nurse's list as the days go by, one at a time", async () => {
  const line = await aFollowedChild(midwife, nurse, today);
  await askInTheMorning();
  assert.deepEqual(await waitingOf(region, line.trajectoryId), []);
  await region.setToday("2026-11-12");
  await askInTheMorning();
  assert.deepEqual(
    (await waitingOf(region, line.trajectoryId)).map(({ code, due }) => [code, due]),
    [["heel-prick", "2026-11-16"]],
  );
  const child = await firstChild(line);
  await region.setToday("2026-11-20");
  assert.equal((await recordContact(nurse, input(line, child, "heel-prick", { onDay: "2026-11-13" }))).code, "done");
  assert.deepEqual(
    (await waitingOf(region, line.trajectoryId)).map(({ code }) => code),
    ["week-2"],
  );
  assert.deepEqual(await trail(line, "youth-contact.recorded"), [{ outcome: "done" }]);
});

test("the morning and the page say the same for twins, a child that came too early, and every day of two years", async () => {
  const lines = [
    await aFollowedChild(midwife, nurse, today),
    await aFollowedChild(midwife, nurse, today, { twin: true }),
    await aFollowedChild(midwife, nurse, today, { gestationalDays: 224 }),
  ];
  for (let ahead = 1; ahead < 729; ahead += 29) {
    await region.setToday(Temporal.PlainDate.from(today).add({ days: ahead }).toString());
    await askInTheMorning();
    for (const line of lines) {
      const open = (await contactsOf(nurse, line.trajectoryId)).flatMap(({ childId, contacts }) => {
        const first = firstOpen(contacts);
        return first ? [[childId, first.moment.code, first.closesOn]] : [];
      });
      const waiting = (await waitingOf(region, line.trajectoryId)).map(({ child, code, due }) => [child, code, due]);
      assert.deepEqual(waiting.toSorted(byText), open.toSorted(byText), `${ahead} days`);
      for (const [child = "", code = ""] of open)
        await recordContact(nurse, input(line, child, code, { onDay: Temporal.PlainDate.from(today).add({ days: ahead }).toString() }));
    }
  }
});

test("nobody came: it stays on the list and says how often; then it is held, once", async () => {
  const line = await aFollowedChild(midwife, nurse, "2026-11-05");
  const child = await firstChild(line);
  const record = (outcome: ContactInput["outcome"]) => recordContact(nurse, input(line, child, "heel-prick", { outcome }));
  await region.asOwner("update care_relation set since = '2026-11-01' where trajectory_id = $1", [line.trajectoryId]);
  assert.equal((await record("no_show")).code, "done");
  assert.equal((await record("no_show")).code, "done");
  assert.deepEqual(
    (await waitingOf(region, line.trajectoryId)).map(({ code, missed }) => [code, missed]),
    [["heel-prick", 2]],
  );
  const codes = (await Promise.all([record("held"), record("held")])).map(({ code }) => code);
  assert.deepEqual(codes.toSorted(), ["contact-done-already", "done"]);
  assert.deepEqual(await waitingOf(region, line.trajectoryId), []);
  assert.deepEqual((await trail(line, "youth-contact.recorded")).map(({ outcome }) => outcome).toSorted(), [
    "done",
    "done",
    "done",
    "refused",
  ]);
});

test("what stood out is a signal with the same words, and the wish for a next child one about the mother", async () => {
  const line = await aFollowedChild(midwife, nurse, "2026-11-05");
  const child = await firstChild(line);
  const noticed = { noticed: "Drinkt slecht, moeder is moe", factorCodes: ["stress"], nextChildWish: true };
  assert.equal((await recordContact(nurse, input(line, child, "heel-prick", noticed))).code, "done");
  assert.deepEqual(
    (await listSignalsOf(midwife, line.trajectoryId)).map(({ factors, seen, personKind }) => [factors, seen, personKind]).toSorted(byText),
    [
      [["next-child-wish"], null, "mother"],
      [["stress"], "Drinkt slecht, moeder is moe", "child"],
    ],
  );
  const [first] = (await contactsOf(nurse, line.trajectoryId))[0]?.contacts ?? [];
  assert.deepEqual([first?.record?.signalled, first?.record?.noticed], [true, "Drinkt slecht, moeder is moe"]);
});

test("a factor that is not on the list keeps nothing", async () => {
  const line = await aFollowedChild(midwife, nurse, "2026-11-05");
  const child = await firstChild(line);
  assert.equal((await recordContact(nurse, input(line, child, "heel-prick", { factorCodes: ["made-up"] }))).code, "contact-factor-unknown");
  assert.equal((await contactsOf(nurse, line.trajectoryId))[0]?.contacts[0]?.record, null);
});

test("a mistake is taken back, and comes on the list again; only by who recorded it", async () => {
  const line = await aFollowedChild(midwife, nurse, today);
  await region.setToday("2026-11-12");
  const child = await firstChild(line);
  await recordContact(nurse, input(line, child, "heel-prick", { onDay: "2026-11-12" }));
  assert.equal((await takeContactBack(midwife, input(line, child, "heel-prick"))).code, "contact-not-yours");
  assert.equal((await takeContactBack(nurse, input(line, child, "heel-prick"))).code, "done");
  assert.deepEqual(
    (await waitingOf(region, line.trajectoryId)).map(({ code }) => code),
    ["heel-prick"],
  );
  assert.equal((await takeContactBack(nurse, input(line, child, "heel-prick"))).code, "contact-changed-meanwhile");
});

test("a birth date that moves takes the list along at once", async () => {
  const line = await aFollowedChild(midwife, nurse, today);
  await region.setToday("2026-11-12");
  await askInTheMorning();
  const [birth] = await region.asOwner<{ id: string; child_id: string; version: number }>(
    "select id, child_id, version from birth where trajectory_id = $1",
    [line.trajectoryId],
  );
  const moved = await changeBirth(
    midwife,
    { trajectory: line.trajectoryId, birth: birth?.id ?? "" },
    {
      givenName: "Liv",
      prefix: null,
      familyName: "Frijns",
      bornOn: "2026-11-12",
      place: "home",
      gestationalDays: null,
      weightGrams: null,
      smallForAge: null,
      version: birth?.version ?? 0,
    },
  );
  assert.equal(moved.code, "done");
  assert.deepEqual(await waitingOf(region, line.trajectoryId), []);
  assert.equal((await contactsOf(nurse, line.trajectoryId))[0]?.contacts[0]?.dueOn, "2026-11-16");
});

test("after a loss nothing is asked any more, at once and everywhere, also not for a surviving twin", async () => {
  const line = await aFollowedChild(midwife, nurse, today, { twin: true });
  await region.setToday("2026-11-12");
  await askInTheMorning();
  assert.equal((await waitingOf(region, line.trajectoryId)).length, 2);
  const [lost, kept] = await contactsOf(nurse, line.trajectoryId);
  const loss = {
    kind: "one_of_more" as const,
    on: "2026-11-12",
    childId: lost?.childId ?? "",
    version: await versionOf(midwife, line.trajectoryId),
  };
  assert.equal((await recordLoss(midwife, line.trajectoryId, loss)).code, "done");
  assert.deepEqual(await waitingOf(region, line.trajectoryId), []);
  await askInTheMorning();
  assert.deepEqual(await waitingOf(region, line.trajectoryId), []);
  const after = await readContacts(nurse, line.trajectoryId);
  assert.deepEqual(
    after?.children.map(({ childId, contacts }) => [childId, contacts.length]),
    [[kept?.childId, 0]],
  );
  assert.equal(await readContactForm(nurse, line.trajectoryId, lost?.childId ?? "", "week-2"), null);
});

test("a day before the birth or in the future is refused; another family is not there", async () => {
  const line = await aFollowedChild(midwife, nurse, "2026-11-05");
  const child = await firstChild(line);
  for (const onDay of ["2026-11-04", "2026-11-10"])
    assert.equal((await recordContact(nurse, input(line, child, "heel-prick", { onDay }))).code, "contact-day-wrong");
  const other = await region.actor("midwife", "otherPractice");
  assert.equal(await readContacts(other, line.trajectoryId), null);
  assert.equal((await recordContact(other, input(line, child, "heel-prick"))).code, "contact-not-found");
});

test("without consent for the exploration nobody of the service is asked", async () => {
  const line = await aFollowedChild(midwife, nurse, today);
  await region.asOwner(
    "with w as (update consent set withdrawn_on = app.today() where trajectory_id = $1 returning 1) select trust.recompute_grants($1) from (select count(*) from w) x",
    [line.trajectoryId],
  );
  await region.setToday("2026-11-12");
  await askInTheMorning();
  assert.deepEqual(await waitingOf(region, line.trajectoryId), []);
});
