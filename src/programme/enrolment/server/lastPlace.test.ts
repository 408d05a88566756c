import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { anEligibleLine, aPilot } from "../testing/anEligibleLine.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import { decidePlace } from "./decidePlace.ts";
import { movePlaces } from "./readOverview.ts";
import { tellFull } from "./steering.store.ts";

// The last place goes to one family, whatever happens at the same instant [domain 4.1].
let region: Region;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
  await aPilot(region);
});
after(() => region.close());

const aFamily = () => anEligibleLine(region, { midwife, nurse });
const decide = (trajectoryId: string, actor = midwife) => decidePlace(actor, { trajectoryId, pillar: 1, funder: null });
const one = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row> =>
  (await region.asOwner<Row>(sql, values))[0] as Row;
const taken = async () => (await one<{ taken: number }>("select taken from place_pool where pillar = 1 and entry = 'direct'")).taken;
const leave = (places: number) => region.asOwner("update place_pool set taken = 150 - $1 where pillar = 1 and entry = 'direct'", [places]);

/** A connection of its own, beside those of the application. */
async function aClient(): Promise<pg.Client> {
  const client = new pg.Client(region.adminUrl);
  await client.connect();
  return client;
}

test("forty at once on the last three places: three get one, thirty-seven hear it, none is lost", async () => {
  await leave(3);
  const lines = [];
  for (let count = 0; count < 40; count += 1) lines.push(await aFamily());
  const outcomes = await Promise.all(lines.map(({ trajectoryId }) => decide(trajectoryId)));
  const count = (code: string) => outcomes.filter((outcome) => outcome.code === code).length;
  assert.deepEqual([count("done"), count("cap-reached")], [3, 37]);
  const given = await one<{ places: number; decisions: number }>(
    "select (select count(*)::int from programme_place where trajectory_id = any($1) and state = 'taken') as places, (select count(*)::int from programme_decision where trajectory_id = any($1)) as decisions",
    [lines.map(({ trajectoryId }) => trajectoryId)],
  );
  assert.deepEqual(given, { places: 3, decisions: 3 });
  await leave(100);
});

test("two processes that press for the same last place: the database gives it once", async () => {
  const [one, other] = [await aFamily(), await aFamily()];
  await leave(1);
  const clients = [await aClient(), await aClient()] as const;
  const [version] = await region.asOwner<{ id: string }>("select id from programme_version", []);
  const press = async (client: pg.Client, line: string) => {
    await client.query("begin");
    await client.query("select trust.open_session($1)", [midwife.token]);
    const { rows } = await client.query<{ code: string }>(
      "select code from trust.take_place($1, $2, 1::smallint, 'direct', '[]', 'GM0917', 'CZ', null, '2026-12-01')",
      [line, version?.id],
    );
    await client.query("commit");
    return rows[0]?.code;
  };
  const codes = await Promise.all([press(clients[0], one.trajectoryId), press(clients[1], other.trajectoryId)]);
  assert.deepEqual(new Set(codes), new Set(["cap-reached", "done"]));
  await Promise.all(clients.map((client) => client.end()));
  await leave(100);
});

test("the same press sent twice, and two professionals for the same family, is one place", async () => {
  const { trajectoryId } = await aFamily();
  const before = await taken();
  const pressed = { ...midwife, requestKey: crypto.randomUUID() };
  const both = await Promise.all([decide(trajectoryId, pressed), decide(trajectoryId, pressed)]);
  assert.deepEqual(both, [{ code: "done" }, { code: "done" }]);
  const colleague = await region.actor("midwife", "practice");
  assert.equal((await decide(trajectoryId, colleague)).code, "place-already");
  assert.equal(await taken(), before + 1);
});

/** What is there of one enrolment: all of it or nothing. */
const partsOf = (lines: readonly string[]) =>
  region.asOwner<{ places: number; decisions: number; events: number }>(
    `select (select count(*)::int from programme_place p where p.trajectory_id = l and p.state = 'taken') as places,
    (select count(*)::int from programme_decision d where d.trajectory_id = l) as decisions,
    (select count(*)::int from trail_event e where e.event = 'programme.decided' and e.outcome = 'done' and e.trajectory_ids = array[l]) as events
    from unnest($1::uuid[]) with ordinality as u(l, at) order by at`,
    [lines],
  );

test("a connection that is cut between taking the place and the commit leaves nothing, and the place free", async () => {
  const { trajectoryId } = await aFamily();
  await leave(1);
  const [version] = await region.asOwner<{ id: string }>("select id from programme_version", []);
  const admin = await aClient();
  const client = await aClient();
  client.on("error", () => undefined);
  await client.query("begin");
  await client.query("select trust.open_session($1)", [midwife.token]);
  await client.query("select code from trust.take_place($1, $2, 1::smallint, 'direct', '[]', 'GM0917', 'CZ', null, '2026-12-01')", [
    trajectoryId,
    version?.id,
  ]);
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const next = decide(trajectoryId); // waits for the same line
  await admin.query("select pg_terminate_backend($1, 10000)", [rows[0]?.pid]);
  assert.equal((await next).code, "done", "who waited gets the place");
  assert.deepEqual(await partsOf([trajectoryId]), [{ places: 1, decisions: 1, events: 1 }]);
  await Promise.all([admin.end(), client.end().catch(() => undefined)]);
  await leave(100);
});

test("connections that are cut at any moment leave a place with its decision and trail, or nothing at all", async () => {
  const lines: string[] = [];
  for (let count = 0; count < 12; count += 1) lines.push((await aFamily()).trajectoryId);
  const before = await taken();
  const admin = await aClient();
  let cut = 0;
  const pressing = { on: true };
  const cutting = (async () => {
    while (pressing.on)
      cut +=
        (
          await admin.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'wieg_app' and datname = current_database() and state <> 'idle'",
          )
        ).rowCount ?? 0;
  })();
  const codes: string[] = [];
  try {
    for (const line of lines)
      codes.push(
        await decide(line).then(
          ({ code }) => code,
          () => "cut",
        ),
      );
  } finally {
    pressing.on = false;
  }
  await cutting;
  await admin.end();
  assert.ok(cut > 0, "something was cut");
  const rows = await partsOf(lines);
  for (const [at, row] of rows.entries()) {
    assert.ok(row.places === row.decisions && row.decisions === row.events, JSON.stringify(row));
    if (codes[at] === "done") assert.equal(row.places, 1, "what was told as done is there");
  }
  assert.equal(
    (await taken()) - before,
    rows.reduce((sum, row) => sum + row.places, 0),
    "the count is what was given",
  );
  for (const line of lines) assert.match((await decide(line)).code, /done|place-already/, "pressed again it is done");
});

test("the last place is taken and moved away in the same instant: one of the two happens, and the sum of places stays", async () => {
  const group = await region.actor("project_group", "office");
  const [{ programme_id: programmeId } = { programme_id: "" }] = await region.asOwner<{ programme_id: string }>(
    "select programme_id from place_pool where pillar = 2 limit 1",
  );
  const places = () =>
    one<{ direct: number; flow: number; taken: number }>(
      `select sum(trust.pool_places(programme_id, pillar, entry) + moved) filter (where entry = 'direct')::int as direct,
        sum(trust.pool_places(programme_id, pillar, entry) + moved) filter (where entry = 'flow_on')::int as flow,
        sum(taken) filter (where entry = 'direct')::int as taken from place_pool where pillar = 2`,
    );
  const [version] = await region.asOwner<{ id: string }>("select id from programme_version", []);
  for (let round = 0; round < 8; round += 1) {
    await region.asOwner(
      "update place_pool set taken = trust.pool_places(programme_id, pillar, entry) + moved - 1 where pillar = 2 and entry = 'direct'",
    );
    const before = await places();
    const { trajectoryId } = await aFamily();
    const client = await aClient();
    await client.query("begin");
    await client.query("select trust.open_session($1)", [midwife.token]);
    const take = async () => {
      const { rows } = await client.query<{ code: string }>(
        "select code from trust.take_place($1, $2, 2::smallint, 'direct', '[]', 'GM0917', 'CZ', 600, '2026-12-01')",
        [trajectoryId, version?.id],
      );
      await client.query("commit");
      return rows[0]?.code;
    };
    const [took, moved] = await Promise.all([
      take(),
      movePlaces(group, { programmeId, pillar: 2, to: "flow_on", places: 1, reason: "Meer doorstroom" }),
    ]);
    await client.end();
    const now = await places();
    assert.notEqual(took === "done", moved.code === "done", `taken: ${took}, moved: ${moved.code}`);
    assert.equal(now.direct + now.flow, before.direct + before.flow, "the ceiling stays");
    assert.ok(now.taken <= now.direct, "never more taken than there are");
  }
  await region.asOwner("update place_pool set taken = 0, moved = 0 where pillar = 2");
});

test("places move both ways; who moves the last away tells all practices, and room again is told too", async () => {
  const group = await region.actor("project_group", "office");
  const [pool] = await region.asOwner<{ id: string; programme_id: string }>(
    "select id, programme_id from place_pool where pillar = 2 and entry = 'flow_on'",
  );
  const moving = { programmeId: pool?.programme_id ?? "", pillar: 2, reason: "Zo nodig" } as const;
  assert.equal((await movePlaces(group, { ...moving, to: "direct", places: 51 })).code, "not-so-many-free");
  assert.equal((await movePlaces(group, { ...moving, to: "direct", places: 50 })).code, "done");
  await withJob("programme-full", (db) => tellFull(db, pool?.id ?? ""));
  const noticesOf = async () =>
    (
      await region.asOwner<{ kind: string; open: number }>(
        "select kind, (count(*) filter (where closed_at is null))::int as open from work_item where subject_id = $1 group by kind order by kind",
        [pool?.id],
      )
    ).map(({ kind, open }) => `${kind} ${open > 0 ? "open" : "closed"}`);
  assert.deepEqual(await noticesOf(), ["programme-full open"]);
  assert.equal((await movePlaces(group, { ...moving, to: "flow_on", places: 20 })).code, "done");
  assert.deepEqual(await noticesOf(), ["programme-full closed", "programme-room open"]);
  const kept = await region.asOwner<{ to_entry: string; places: number }>(
    "select to_entry, places from place_release order by decided_at desc limit 2",
  );
  assert.deepEqual(kept, [
    { to_entry: "flow_on", places: 20 },
    { to_entry: "direct", places: 50 },
  ]);
});
