import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { endMembership } from "../../../registry/admin/server/people.ts";
import { aLine } from "../testing/aLine.ts";
import { leftWorkTask } from "./leftWork.ts";
import { putWork } from "./door.ts";

// Someone leaves. What waited for her must not wait on a list that nobody opens.

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let admin: Actor;
let line: string;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice");
  admin = await region.actor("organisation_admin", "practice");
  line = (await aLine(midwife)).trajectoryId;
});
after(() => region.close());
beforeEach(() => region.setToday(today));

const put = (whom: Actor, subjectId: string) =>
  withActor(midwife, "test", ({ db }) =>
    putWork(db, { for: { membershipId: whom.membershipId }, trajectoryId: line, kind: "route.conference", subjectId, dueOn: today }),
  );
/** For whom the open work on this subject is: a person, or the team of a role. */
const whose = async (subject: string): Promise<readonly string[]> =>
  (
    await region.asOwner<{ who: string }>(
      `select coalesce(p.display_name, 'team ' || t.role) || ' ' || w.due_on as who from work_item w left join membership m on m.principal = w.principal
       left join professional p on p.id = m.professional_id left join team t on t.principal = w.principal where w.subject_id = $1 and w.closed_at is null order by 1`,
      [subject],
    )
  ).map(({ who }) => who);
const leaves = (whom: Actor, lastDay: string | null = null) => endMembership(admin, whom.membershipId, lastDay);

test("who leaves at once: her team has what waited for her, with the term that it had", async () => {
  const colleague = await region.actor("midwife", "practice", "V. Trokken");
  const subject = randomUUID();
  await put(colleague, subject);
  assert.deepEqual(await whose(subject), [`V. Trokken ${today}`]);
  assert.equal((await leaves(colleague)).code, "done");
  assert.deepEqual(await whose(subject), [`team midwife ${today}`]);
});

test("who leaves on a day keeps her work until then; the morning after, her team has it", async () => {
  const colleague = await region.actor("midwife", "practice", "V. Trekt");
  const subject = randomUUID();
  await put(colleague, subject);
  assert.equal((await leaves(colleague, "2026-11-12")).code, "done");
  await region.setToday("2026-11-12");
  await leftWorkTask.run({});
  assert.deepEqual(await whose(subject), [`V. Trekt ${today}`]);
  await region.setToday("2026-11-13");
  await leftWorkTask.run({});
  assert.deepEqual(await whose(subject), [`team midwife ${today}`]);
});

test("what is put before someone who has left is put before her team, once", async () => {
  const [one, other] = [await region.actor("midwife", "practice"), await region.actor("midwife", "practice")];
  const subject = randomUUID();
  await put(other, subject);
  await leaves(one);
  await put(one, subject);
  await put(one, subject);
  await leaves(other);
  assert.deepEqual(await whose(subject), [`team midwife ${today}`]);
});

test("a reminder of the Meldcode goes to nobody of the team", async () => {
  const author = await region.actor("midwife", "practice", "A. Uteur");
  const subject = randomUUID();
  await region.asOwner(
    "insert into work_item (principal, kind, subject_id, due_on) select principal, 'own-step', $1, $2 from membership where id = $3",
    [subject, today, author.membershipId],
  );
  await leaves(author);
  assert.deepEqual(await whose(subject), [`A. Uteur ${today}`], "no Meldcode officer there");
  await region.actor("meldcode_officer", "practice");
  await leftWorkTask.run({});
  assert.deepEqual(await whose(subject), [`team meldcode_officer ${today}`]);
});

test("when nobody is left in a team its administrator is told which job, and nothing else, until someone has it", async () => {
  const nurse = await region.actor("clinical_midwife", "practice");
  const organisation = region.organisationId("practice");
  await put(nurse, randomUUID());
  await region.asOwner("update membership set until = app.today() - 1 where id = $1", [nurse.membershipId]);
  const told = () =>
    region.asOwner<{ facts: { roles: string }; line: string | null }>(
      "select facts, trajectory_id as line from work_item where kind = 'left-work' and subject_id = $1 and closed_at is null",
      [organisation],
    );
  assert.deepEqual(
    (await told()).map(({ facts, line: on }) => [facts.roles, on]),
    [["clinical_midwife", null]],
  );
  await region.actor("clinical_midwife", "practice");
  await leftWorkTask.run({});
  assert.deepEqual(await told(), []);
});

test("when an organisation closes with work open, the administrator of Wieg is told", async () => {
  const platform = await region.actor("platform_admin", "office");
  const rival = await region.actor("midwife", "otherPractice");
  const made = (await aLine(rival)).trajectoryId;
  await withActor(rival, "test", ({ db }) =>
    putWork(db, {
      for: { organisationId: rival.organisationId, role: "midwife" },
      trajectoryId: made,
      kind: "route.conference",
      subjectId: made,
      dueOn: today,
    }),
  );
  await region.asOwner("update organisation set active = false where id = $1", [rival.organisationId]);
  const told = await region.asOwner<{ kind: string }>(
    "select w.kind from work_item w join team t on t.principal = w.principal and t.organisation_id = $1 where w.closed_at is null and w.subject_id = $2 order by 1",
    [platform.organisationId, rival.organisationId],
  );
  assert.deepEqual(told, [{ kind: "left-families" }, { kind: "left-work-elsewhere" }]);
});

test("an emergency of before there was a privacy officer waits for her when she comes", async () => {
  const access = randomUUID();
  await region.asOwner(
    "insert into emergency_access (id, trajectory_id, membership_id, reason, until) values ($1, $2, $3, 'Moeder belde in paniek', now() + interval '4 hours')",
    [access, line, midwife.membershipId],
  );
  await region.actor("privacy_officer", "office");
  assert.deepEqual(await whose(access), ["team privacy_officer 2026-11-10"]);
});
