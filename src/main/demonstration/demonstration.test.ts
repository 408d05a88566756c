import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { urlFor } from "../../platform/db/roles.ts";
import { configureFrom } from "../webServer.ts";
import { testDatabase, type TestDatabase } from "../../platform/testing/testDatabase.ts";
import { beginWith } from "../../trust/signIn/pages/demonstrationPeople.texts.ts";
import { demonstrationOrganisations } from "./organisations.ts";
import { demonstrationState } from "./region.store.ts";
import { showDemonstration } from "./showDemonstration.ts";

/** The longest that anything may be late in a region where people do their work. */
const latest = 9; // days

let database: TestDatabase;
let owner: pg.Client;
const said: string[] = [];
before(async () => {
  configureFrom({ secret: "a-secret-for-tests-that-is-long-enough" });
  database = await testDatabase();
  const [ownerUrl, app, worker] = (["wieg_owner", "wieg_app", "wieg_worker"] as const).map((role) => urlFor(role, database.adminUrl));
  await showDemonstration({ owner: ownerUrl ?? "", app: app ?? "", worker: worker ?? "" }, (line) => said.push(line));
  owner = new pg.Client({ connectionString: database.adminUrl });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await database.close();
});

async function ask<Row extends object>(text: string): Promise<readonly Row[]> {
  return (await owner.query(text)).rows as Row[];
}
async function countOf(text: string): Promise<number> {
  return Number((await ask<{ count: string }>(`select count(*) from ${text}`))[0]?.count);
}

test("it is filled once, and says how far it is", async () => {
  assert.deepEqual(said.slice(1), ["  10%", "  20%", "  30%", "  40%", "  50%", "  60%", "  70%", "  80%", "  90%", "  100%"]);
  assert.equal(await demonstrationState(urlFor("wieg_owner", database.adminUrl)), "full");
});

test("120 families of its own, in each of the sixteen municipalities, and one who came by the front door", async () => {
  assert.equal(await countOf("family"), 121);
  assert.equal(await countOf("(select distinct municipality_code from family_address) as lived"), 16);
});

test("nothing is late by more than days, and everyone who works on lines has some to do, not too much", async () => {
  assert.equal(await countOf(`work_item where closed_at is null and side = 'mine' and due_on < app.today() - ${latest}`), 0);
  const teams = await ask<{ todo: number; late: number }>(`
    select count(*)::int as todo, (count(*) filter (where due_on < app.today()))::int as late from work_item w
    where closed_at is null and side = 'mine' group by principal`);
  for (const { todo, late } of teams) assert.ok(todo <= 40 && late <= 5, `${todo} to do, ${late} late`);
});

for (const [what, column, from, expected] of [
  ["category", "category", "category_route", ["a", "b", "c", "d"]],
  [
    "state of a visit",
    "state",
    "home_visit",
    ["accepted", "cancelled", "declined", "held", "no_show", "reported", "requested", "scheduled"],
  ],
  ["pillar and outcome", "pillar || ' ' || outcome", "programme_decision", ["1 no_place", "1 place", "2 no_place", "2 place"]],
  [
    "reason to give a place back",
    "given_back_why",
    "programme_place where state = 'given_back'",
    ["family_declined", "moved_before_birth"],
  ],
  ["state of a help request", "state", "help_request", ["answered", "closed", "taken", "waiting"]],
  [
    "state of a referral",
    "state",
    "referral_candidate",
    ["accepted", "completed", "declined", "requested", "started", "taken", "waitlisted", "withdrawn"],
  ],
  ["state of a handover", "state", "handover", ["accepted", "declined", "given", "held", "offered", "prepared", "withdrawn"]],
  ["state of a request to destroy", "state", "destruction_request", ["asked", "granted"]],
  ["state of an interpreter", "state", "interpreter_booking", ["arranged", "asked", "confirmed", "held"]],
  ["thing that someone without an account gets a link for", "purpose", "one_time_link", ["conference-guest", "referral"]],
  ["state of a transfer", "state", "lead_transfer", ["accepted", "declined", "offered"]],
  ["end of a line", "end_reason", "trajectory where state = 'ended'", ["family_stopped", "moved_away", "second_birthday"]],
  ["state of a list of a study", "state", "study_ask", ["answered", "declined", "expired", "open", "planned"]],
  ["way to agree to a study", "consent_way", "study_participation", ["digital", "paper"]],
  ["arm", "arm", "study_participation where arm is not null", ["control", "intervention"]],
  ["state of a participant", "state", "study_participant", ["active", "ended", "withdrawn"]],
  ["state of an interview", "state", "study_interview", ["agreed", "asked", "declined", "drawn", "held", "invited"]],
  ["state of a case of the Meldcode", "state", "meldcode_case", ["closed", "open"]],
  ["state of a sitting", "state", "conference_sitting", ["agenda_set", "held"]],
  ["state of a case on an agenda", "state", "agenda_item", ["discussed", "on_agenda"]],
  ["state of an agreement", "state", "plan_agreement", ["open", "reached", "stopped"]],
  ["way in which it went", "outcome", "plan_evaluation", ["go_on", "reached", "scale_up", "stop"]],
] as const)
  test(`there is every ${what}`, async () => {
    const rows = await ask<{ one: string }>(`select distinct ${column} as one from ${from}`);
    assert.deepEqual(rows.map(({ one }) => one).toSorted(), expected);
  });

test("there is a no for each reason that may be sent, but that there are no places left: 150 families are not shown", async () => {
  const rows = await ask<{ code: string }>(`
    select distinct c ->> 'code' as code from programme_decision, jsonb_array_elements(criteria) c where outcome = 'no_place' and c ->> 'outcome' = 'not_met'`);
  const sent = ["home_visit_consent", "insurer", "maternity_care", "residence", "triangle_consent"];
  assert.deepEqual(rows.map(({ code }) => code).toSorted(), [...sent, "need", "vulnerability"].toSorted());
});

test("the studies wait for somebody: paper to enter again and to settle, a name that is asked for, a family that thinks about it", async () => {
  assert.deepEqual(
    await ask(`select count(distinct entry)::int as entries from study_answer s join study_ask a on a.id = s.ask_id
      where a.state = 'open' and s.way = 'paper' group by a.id order by 1`),
    [{ entries: 1 }, { entries: 2 }],
  );
  assert.equal(await countOf("study_reveal where state = 'asked'"), 1);
  assert.equal(await countOf("study_proposal where state = 'open'"), 1);
  assert.equal(await countOf("consent where purpose = 'study_1' and not given"), 1);
  assert.equal(await countOf("study_result where (content ->> 'tooFew')::boolean and content -> 'measures' = '[]'"), 1);
});

test("who decided on a place for somebody with an open first list did so before she was asked: nobody heard of it too early", async () => {
  assert.equal(
    await countOf(`programme_decision d join study_key k on k.trajectory_id = d.trajectory_id
      join study_participation p on p.participant_id = k.participant_id and p.study = 'study_1'
      where d.pillar = 1 and (p.arm_fixed_on is null or d.decided_on < p.arm_fixed_on)`),
    0,
  );
});

test("an emergency and a likely double wait for who looks at them, and a caseload for its reading", async () => {
  assert.equal(await countOf("work_item where closed_at is null and kind in ('emergency-review', 'double-review')"), 2);
  assert.equal(await countOf("caseload_upload"), 1);
});

test("with whom the door says to begin is there", () => {
  const names = demonstrationOrganisations.flatMap(({ people }) => people.map(([name]) => name));
  assert.equal(names.length, 68);
  for (const name of Object.keys(beginWith)) assert.ok(names.includes(name), name);
});
