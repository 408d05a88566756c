import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aLine } from "../testing/aLine.ts";
import { involve } from "../testing/involve.ts";

// Not what the pages do, but what someone involved could try with the functions that they call.

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let helper: Actor;
let stranger: Actor;
let line: string;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice");
  helper = await region.actor("support_provider", "support");
  stranger = await region.actor("midwife", "otherPractice");
  line = (await aLine(midwife)).trajectoryId;
  await involve(midwife, helper, line, "request");
});
after(() => region.close());

type Put = Readonly<{ kind: string; to: string; on: string; subject: string; facts: unknown; side: string; due: string }>;
const put = (actor: Actor, change: Partial<Put>) =>
  withActor(actor, "test", async ({ db }) => {
    const one: Put = {
      kind: "route.conference",
      to: midwife.membershipId,
      on: line,
      subject: line,
      facts: {},
      side: "mine",
      due: today,
      ...change,
    };
    await sql`select trust.put_work(p, ${one.on}, ${one.kind}, ${one.subject}, ${one.side}, ${one.due}, ${JSON.stringify(one.facts)}::jsonb)
      from (select principal from membership where id = ${one.to} union all select principal from professional where id = ${one.to}) m(p)`.execute(
      db,
    );
  });
const close = (actor: Actor, kind: string, subject: string | null = null) =>
  withActor(actor, "test", async ({ db }) => {
    const { rows } = await sql<{ n: number }>`select trust.close_work(${line}, ${kind}, ${subject}, 'seen') as n`.execute(db);
    return rows[0]?.n;
  });
const items = (kind: string) =>
  region.asOwner<{ principal: number; due_on: string; facts: object }>(
    "select principal, to_char(due_on, 'YYYY-MM-DD') as due_on, facts from work_item where kind = $1 and closed_at is null",
    [kind],
  );
const refused = (act: Promise<unknown>, code = "42501") => assert.rejects(act, { code });

test("who may write the part puts its work before someone of the line", async () => {
  await put(midwife, { facts: { category: "c", since: today, pillar: 2, none: null } });
  assert.equal((await items("route.conference")).length, 1);
});

test("work of a part that is not her role's, of no known kind, or that the database alone puts is refused", async () => {
  await refused(put(helper, {}));
  for (const kind of ["loss", "made-up", "emergency-review", "signal-not-discussed", "case_lead.accepted", "own-step"])
    await refused(put(helper, { kind }));
  for (const kind of ["made-up", "emergency-review", "signal-not-discussed", "case_lead.accepted"]) await refused(put(midwife, { kind }));
  await refused(put(stranger, {}));
});

test("nobody gets work of a line she has nothing to do with, nor a role that never works with families", async () => {
  await refused(put(midwife, { to: stranger.membershipId }));
  await refused(put(midwife, { to: midwife.professionalId }));
  await refused(put(midwife, { to: (await region.actor("organisation_admin", "practice")).membershipId }));
});

test("facts hold no stories, and a term is a day of this family's time", async () => {
  const long = "x".repeat(201);
  for (const facts of [[], "text", { note: long }, { a: { b: 1 } }, { a: ["b"] }, { "two words": 1 }, { a: true }])
    await refused(put(midwife, { facts }), "23514");
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`key${"abcdefghijklmnopqrst"[n]}`, "y".repeat(190)]));
  await refused(put(midwife, { facts: many }), "23514");
  for (const due of ["infinity", "1990-01-01", "2099-01-01"]) await refused(put(midwife, { due }), "23514");
});

test("an item of another line keeps its term, whoever knows its subject", async () => {
  const other = (await aLine(stranger)).trajectoryId;
  await involve(stranger, midwife, other, "request");
  await put(stranger, { kind: "assessment.confirm", on: other, subject: other });
  const before = await items("assessment.confirm");
  await put(midwife, { kind: "assessment.confirm", subject: other, due: "2026-12-24", facts: { moved: 1 } });
  assert.deepEqual([before.length, await items("assessment.confirm")], [1, before]);
});

test("who may not write the part closes nothing but what is on her own list", async () => {
  await put(midwife, { kind: "home-visit.consent-gone", subject: line });
  assert.equal(await close(helper, "home-visit.consent-gone", line), 0);
  assert.equal(await close(helper, "loss"), 0);
  for (const kind of ["made-up", "signal-not-discussed", "emergency-review"]) {
    await refused(close(helper, kind));
    await refused(close(midwife, kind));
  }
  await refused(close(stranger, "home-visit.consent-gone"));
  await region.asOwner(
    "insert into work_item (principal, trajectory_id, kind, subject_id, due_on) select principal, $2, 'case_lead.accepted', $3, $4 from membership where id = any($1)",
    [[helper.membershipId, midwife.membershipId], line, randomUUID(), today],
  );
  assert.equal(await close(helper, "case_lead.accepted"), 1);
  assert.equal((await items("case_lead.accepted")).length, 1);
  assert.equal(await close(midwife, "home-visit.consent-gone", line), 1);
});

test("a message to everyone involved is a loss, told by who may change the family", async () => {
  const tell = (actor: Actor, kind: string) =>
    withActor(actor, "test", ({ db }) =>
      sql`select trust.tell_involved(${line}, ${kind}, ${line}, ${today}, '{"by": "x"}'::jsonb)`.execute(db),
    );
  await refused(tell(helper, "loss"));
  await refused(tell(midwife, "made-up"));
  await tell(midwife, "loss");
  assert.ok((await items("loss")).length > 0);
});

test("a step of the route is settled by who may write its part", async () => {
  const settle = (actor: Actor) =>
    withActor(actor, "test", ({ db }) => sql`select trust.settle_route_step(${line}, 'conference', 'done')`.execute(db));
  await refused(settle(helper));
  await settle(midwife);
});
