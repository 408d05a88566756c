import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import { workKinds } from "../../../main/workKinds.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { mayUse } from "../../../trust/access/route.ts";
import { roles } from "../../../trust/access/rules/policy.ts";
import { aLine } from "../testing/aLine.ts";
import { putWork } from "./door.ts";
import { readWork } from "./readWork.ts";

// What waits for a whole organisation stands on the lists of who can do it, and of nobody else who works there.

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let line: string;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
  line = (await aLine(midwife)).trajectoryId;
});
after(async () => {
  await server.close();
  await region.close();
});

const wait = (kind: string) =>
  region.asOwner(
    "insert into work_item (principal, trajectory_id, kind, subject_id, due_on, facts) select principal, $2, $3, $4, $5, $6::jsonb from organisation where id = $1",
    [
      midwife.organisationId,
      kind.startsWith("offer.") ? null : line,
      kind,
      randomUUID(),
      today,
      JSON.stringify({ answerBy: today, group: "Centering" }),
    ],
  );
const kindsOf = async (actor: Actor) => (await readWork(actor, null, 1)).todo.map(({ kind }) => kind);

test("each role of an organisation has on its list what it can do of what waits for all of them, and counts no more", async () => {
  const whole = ["line-merged", "group.ask", "offer.check", "plan.changed"].filter((kind) => kind in workKinds);
  for (const kind of whole) await wait(kind);
  for (const role of roles) {
    const someone = await region.actor(role, "practice");
    const mine = whole.filter((kind) => {
      const { whole: may, by } = workKinds[kind] ?? {};
      return may === undefined ? (by ?? []).some((part) => mayUse(role, `${part}.write`)) : mayUse(role, may);
    });
    const listed = (await kindsOf(someone)).filter((kind) => whole.includes(kind));
    assert.deepEqual(listed.toSorted(), mine.toSorted(), role);
    const { counts, todo } = await readWork(someone, null, 1);
    assert.equal(counts.week, todo.length, role);
  }
});

test("who administers the practice has no family's work on her list, who works with families has, and its button works", async () => {
  const admin = await region.actor("organisation_admin", "practice");
  assert.deepEqual(
    (await kindsOf(admin)).filter((kind) => kind !== "offer.check"),
    [],
  );
  const list = await browse(server, admin).get("/werk");
  assert.doesNotMatch(list.text, /ook elders bekend|Plek vrij/);
  assert.match((await browse(server, midwife).get("/werk")).text, /ook elders bekend/);
});

test("an ordinary kind put before a whole organisation goes to who may write its part; of one that nobody could do it is refused", async () => {
  await withActor(midwife, "test", ({ db }) =>
    putWork(db, {
      for: { organisationId: midwife.organisationId },
      trajectoryId: line,
      kind: "route.conference",
      subjectId: randomUUID(),
      dueOn: today,
    }),
  );
  assert.ok((await kindsOf(midwife)).includes("route.conference"));
  const gp = await region.actor("gp", "practice");
  assert.ok(!(await kindsOf(gp)).includes("route.conference"), "she writes no route");
  await assert.rejects(wait("emergency-review"), { code: "23514" });
});
