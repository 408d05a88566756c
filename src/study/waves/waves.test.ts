import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../platform/db/actor.ts";
import { sendMailTask } from "../../platform/mail/server/sendMail.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { suppliedInstruments } from "../instruments/suppliedInstruments.ts";
import { aParticipant, type NewParticipant, type TestParticipant } from "../participation/testing/aParticipant.ts";
import { listsTask } from "./server/listsTask.ts";

let region: Region;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  await region.asOwner("insert into app.job_kind values ('send-mail') on conflict do nothing");
  const english = suppliedInstruments.find(({ scale }) => scale.form === "brs-6");
  const dutch = { ...english, validated: true, questionnaire: { ...english?.questionnaire, language: "nl" } };
  await region.asOwner(
    "insert into instrument (form, language, version, content, validated, loaded_by) values ('brs-6', 'nl', '2008', $1, true, $2)",
    [JSON.stringify(dutch), midwife.professionalId],
  );
});
beforeEach(() => region.setToday("2027-01-04"));
after(() => region.close());

const run = (participant?: string) => listsTask("https://wieg.example").run(participant === undefined ? {} : { participant });
const enter = async (change: NewParticipant = {}, email: string | null = "moeder@example.org"): Promise<TestParticipant> => {
  const made = await aParticipant(region, midwife, { studies: ["study_1", "study_2"], consentOn: "2027-01-04", ...change });
  if (email !== null)
    await region.asOwner(
      "insert into family_contact (family_id, channel, value, safe, author_organisation_id) values ($1, 'email', $2, true, $3)",
      [made.familyId, email, midwife.organisationId],
    );
  return made;
};
const intake = (one: TestParticipant, day: string) =>
  region.asOwner("insert into care_intake (trajectory_id, on_day, way, author_organisation_id) values ($1, $2, 'home', $3)", [
    one.trajectoryId,
    day,
    midwife.organisationId,
  ]);
const born = (one: TestParticipant, day: string) =>
  region.asOwner("update trajectory set born_on = $2 where id = $1", [one.trajectoryId, day]);
const at = async (day: string) => {
  await region.setToday(day);
  await run();
};
const lists = async (one: TestParticipant) =>
  (
    await region.asOwner<{ waves: string[]; state: string; opens: string; ends: string; told: string | null }>(
      "select waves, state, opens_on::text as opens, expires_on::text as ends, told from study_ask where participant_id = $1 order by opens_on, waves",
      [one.id],
    )
  ).map(({ waves, state, opens, ends }) => `${waves.join("+")} ${state} ${opens} ${ends}`);
const mails = (one: TestParticipant) =>
  region.asOwner<{ subject: string; body: string; state: string }>(
    `select m.subject, m.body, m.state from mail m join study_link l on m.once = 'study-link ' || encode(l.token_hash, 'hex') join study_ask a on a.id = l.ask_id
     where a.participant_id = $1 order by m.id`,
    [one.id],
  );

test("a list opens on its day with a mail that says nothing, reminds once each time, and ends", async () => {
  const one = await enter();
  await run();
  await run();
  assert.deepEqual(await lists(one), ["study_1:T0 open 2027-01-04 2027-01-18"]);
  const [invited, ...more] = await mails(one);
  assert.deepEqual(more, [], "however often it runs");
  assert.match(invited?.body ?? "", /https:\/\/wieg\.example\/vragenlijst\/[\w-]{43}\n/);
  assert.doesNotMatch(`${invited?.subject}${invited?.body}`, /Sanne|Frijns|W-|onderzoek|zwanger|kraam|20\d\d|januari/i);
  await at("2027-01-09");
  await at("2027-01-10");
  assert.equal((await mails(one)).length, 2, "one reminder");
  await at("2027-01-16");
  assert.equal((await mails(one)).length, 3);
  await at("2027-01-19");
  assert.deepEqual(await lists(one), ["study_1:T0 expired 2027-01-04 2027-01-18"]);
  const [gate] = await region.asOwner<{ t0: string }>(
    "select t0 from study_participation where participant_id = $1 and study = 'study_1'",
    [one.id],
  );
  assert.equal(gate?.t0, "expired", "the gate opens");
});

test("only a text in her language goes out; without one nothing is asked and the desk sees why", async () => {
  const one = await enter({ language: "pl" });
  await run();
  const [ask] = await region.asOwner("select state, told from study_ask where participant_id = $1", [one.id]);
  assert.deepEqual(ask, { state: "planned", told: "no_text" });
  assert.deepEqual(await mails(one), []);
});

test("no safe address: the list opens, nothing is sent, and the desk sees it", async () => {
  const one = await enter({}, null);
  await run();
  const [ask] = await region.asOwner("select state, told from study_ask where participant_id = $1", [one.id]);
  assert.deepEqual(ask, { state: "open", told: "no_address" });
});

test("a birth that comes early moves what follows; one list for both studies", async () => {
  const one = await enter();
  await run();
  await intake(one, "2027-03-01");
  await at("2027-02-20");
  assert.equal((await lists(one))[1], "study_1:T1+study_2:T0 planned 2027-03-01 2027-03-15");
  await born(one, "2027-02-27");
  await at("2027-02-28");
  assert.deepEqual(
    await lists(one),
    [
      "study_1:T0 expired 2027-01-04 2027-01-18",
      "study_2:T0 open 2027-02-28 2027-03-13",
      "study_1:T1 planned 2027-03-01 2027-03-15",
      "study_1:T2+study_2:T1 planned 2027-03-08 2027-03-22",
      "study_2:T2 planned 2027-08-29 2027-09-26",
    ].map((line) => line.replace("2027-02-28 2027-03-13", "2027-02-28 2027-03-14")),
  );
});

test("a birth date corrected after the list was sent: the open list keeps its link and its end never comes earlier", async () => {
  const one = await enter();
  await born(one, "2027-01-04");
  await at("2027-01-13");
  const sent = (await mails(one)).length;
  const t2 = async () => (await lists(one)).find((line) => line.includes("study_1:T2"));
  assert.equal(await t2(), "study_1:T2+study_2:T1 open 2027-01-13 2027-01-27");
  await born(one, "2027-01-01");
  await run(one.id);
  assert.equal(await t2(), "study_1:T2+study_2:T1 open 2027-01-13 2027-01-27", "not shorter than she was told");
  await born(one, "2027-01-08");
  await run(one.id);
  assert.equal(await t2(), "study_1:T2+study_2:T1 open 2027-01-13 2027-01-31");
  assert.equal((await mails(one)).length, sent, "no second invitation");
  assert.equal((await lists(one)).at(-1), "study_2:T2 planned 2027-07-10 2027-08-07");
});

test("withdrawal and loss act at once, also on mail that waits: at the moment of sending it is looked at again", async () => {
  const [withdrawn, lost, revoked, over] = [await enter(), await enter(), await enter(), await enter()];
  await run();
  await region.asOwner("update consent set withdrawn_on = app.today() where trajectory_id = $1 and purpose like 'study%'", [
    withdrawn.trajectoryId,
  ]);
  await region.asOwner("update trajectory set loss_on = app.today(), loss = 'pregnancy' where id = $1", [lost.trajectoryId]);
  for (const one of [withdrawn, lost]) {
    assert.match((await lists(one)).join(), /stopped/);
    assert.deepEqual(await mails(one), [], "what waited goes nowhere");
  }
  const linksOf = "from study_ask a where a.id = l.ask_id and a.participant_id = $1";
  await region.asOwner(`update study_link l set revoked_at = now() ${linksOf}`, [revoked.id]);
  assert.deepEqual(await mails(revoked), [], "nor does that of a link that was revoked");
  await region.asOwner(
    "update mail set not_after = now() from study_link l, study_ask a where once = 'study-link ' || encode(l.token_hash, 'hex') and a.id = l.ask_id and a.participant_id = $1",
    [over.id],
  );
  await sendMailTask({ smtpUrl: null, from: "Wieg <wieg@example.org>" }).run({});
  assert.equal((await mails(over))[0]?.state, "waiting", "nor one whose time is over, however long the mail server was away");
  await at("2027-01-09");
  for (const one of [withdrawn, lost]) assert.deepEqual(await mails(one), [], "and nothing comes after");
});

test("a loss that was recorded by mistake and taken back lets the lists go on", async () => {
  const one = await enter();
  await run();
  await region.asOwner("update trajectory set loss_on = app.today(), loss = 'pregnancy' where id = $1", [one.trajectoryId]);
  await region.asOwner("update trajectory set loss_on = null, loss = null where id = $1", [one.trajectoryId]);
  await run();
  assert.deepEqual(await lists(one), ["study_1:T0 open 2027-01-04 2027-01-18"]);
});

test("who answers on paper or with help gets no mail", async () => {
  const [paper, help] = [await enter({ answersBy: "paper" }), await enter({ answersBy: "help" })];
  await run();
  assert.deepEqual([await mails(paper), await mails(help)], [[], []]);
  const told = await region.asOwner<{ told: string; code: string }>(
    "select told, form_code as code from study_ask where participant_id = any($1) order by told",
    [[paper.id, help.id]],
  );
  assert.deepEqual(
    told.map((ask) => ask.told),
    ["help", "paper"],
  );
  assert.match(told[1]?.code ?? "", /^[A-Z2-9]{9}$/);
});
