import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { raiseSignal } from "../../pathway/signal/server/door.ts";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { sharedQuestionsTask } from "./server/publishTask.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let worker: Actor;
before(async () => {
  region = await aRegion();
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
  worker = await region.actor("municipal_worker", "municipality");
  await region.setToday("2026-08-10");
  // 11 families in Heerlen with debts, 4 in Kerkrade and 6 in Landgraaf; 3 in Heerlen smoke; of one nobody told the family yet.
  for (const [municipality, count] of [
    ["GM0917", 11],
    ["GM0928", 4],
    ["GM0882", 6],
  ] as const)
    for (let nr = 0; nr < count; nr += 1) await concern(municipality, ["debt"]);
  for (let nr = 0; nr < 3; nr += 1) await concern("GM0917", ["smoking"]);
  await concern("GM0917", ["debt"], false);
});
after(async () => {
  await server.close();
  await region.close();
});

async function concern(municipality: string, factorCodes: readonly string[], discussed = true): Promise<void> {
  const line = await aLine(midwife, { address: { street: null, houseNumber: null, postcode: null, place: null, municipality } });
  const note = {
    trajectoryId: line.trajectoryId,
    aboutPerson: line.motherId,
    factorCodes,
    seen: null,
    observedOn: "2026-08-10",
    urgent: false,
  };
  await raiseSignal(midwife, { ...note, discussedOn: discussed ? "2026-08-10" : null });
  await raiseSignal(midwife, { ...note, discussedOn: discussed ? "2026-08-10" : null }); // a family counts once
}
const figures = () =>
  region.asOwner<{ municipality: string | null; families: number | null }>(
    "select municipality_code as municipality, families from shared_question_figure where quarter = '2026-07-01' and theme = 'money' and (municipality_code in ('GM0917', 'GM0928') or municipality_code is null) order by 1 nulls last",
  );

test("a quarter is told when it is over: families once, what was not discussed not at all, small ones hidden", async () => {
  await sharedQuestionsTask.run({});
  assert.deepEqual(await figures(), []);
  await region.setToday("2026-10-01");
  await sharedQuestionsTask.run({});
  assert.deepEqual(await figures(), [
    { municipality: "GM0917", families: 11 },
    { municipality: "GM0928", families: null },
    { municipality: null, families: 21 },
  ]);
  const smoking = await region.asOwner(
    "select from shared_question_figure where quarter = '2026-07-01' and theme = 'pregnancy' and families is not null",
  );
  assert.deepEqual(smoking, []);
});

test("what was published is not changed by what is recorded later", async () => {
  await region.setToday("2026-10-02");
  for (let nr = 0; nr < 7; nr += 1) await concern("GM0928", ["debt"]);
  await sharedQuestionsTask.run({});
  assert.deepEqual(
    (await figures()).map(({ families }) => families),
    [11, null, 21],
  );
});

test("the raw counts are for the job alone, and the table takes no small count from anyone", async () => {
  const refused = (actor: Actor, question: ReturnType<typeof sql>) =>
    assert.rejects(
      withActor(actor, "test", ({ db }) => question.execute(db)),
      { code: "42501" },
    );
  await refused(worker, sql`select * from trust.count_shared_questions('2026-07-01', '2026-09-30')`);
  await refused(worker, sql`insert into shared_question_figure (quarter, theme, families) values ('2026-07-01', 'x', 12)`);
  await assert.rejects(region.asOwner("insert into shared_question_figure (quarter, theme, families) values ('2020-01-01', 'x', 9)"), {
    code: "23514",
  });
  const seen = await withActor(midwife, "test", ({ db }) => db.selectFrom("shared_question_figure").selectAll().execute());
  assert.deepEqual(seen, [], "a role that this is not for sees no row");
});

test("the municipality sees its own figures, chooses another, and starts an offer with its first group", async () => {
  await region.setToday("2026-10-02");
  const her = browse(server, worker);
  const page = await her.get("/cijfers/hulpvragen");
  assert.match(page.text, /Gedeelde hulpvragen.*Heerlen, juli tot en met september 2026.*Geld en schulden 11 gezinnen.*21/);
  assert.doesNotMatch(page.text, /Frijns/);
  const other = await her.get("/cijfers/hulpvragen?gemeente=GM0928&kwartaal=2026-07-01");
  assert.match(
    other.text,
    /Kerkrade, juli tot en met september 2026.*Een streepje \(–\): minder dan 10 gezinnen.*Geld en schulden – ?niet te tonen.*21/,
  );
  assert.equal(other.text.match(/minder dan 10/g)?.length, 1, "said once");
  assert.match(other.text, /Geen aantal van 10 of meer: [a-z]/, "and what has no figure is named together");
  const at = /\/groepen\/gezamenlijk\?thema=money(?:&amp;|&)gemeente=GM0917/.exec(page.html)?.[0].replace("&amp;", "&") ?? "";
  assert.match((await her.get(at)).html, /<option[^>]*(?:value="money"[^>]*selected|selected[^>]*value="money")/);
  const made = await her.submit("/groepen/gezamenlijk", {
    name: "Samen de post de baas",
    description: "Zes ochtenden met een schuldhulpverlener",
    topic: "money",
    municipality: "GM0917",
    language: "nl",
    places: "10",
    firstOn: "3-11-2026",
    begins: "10:00",
    ends: "12:00",
    sessions: "6",
    everyWeeks: "1",
  });
  assert.match(made.text, /Het aanbod staat op de sociale kaart, met deze groep.*0 van 10 plaatsen/);
  assert.match((await her.get("/sociale-kaart?thema=money&gemeente=GM0917")).text, /Samen de post de baas/);
  const trail = await region.asOwner(
    "select outcome from trail_event where event in ('shared-questions.read', 'group.opened') and outcome = 'done'",
  );
  assert.equal(trail.length, 3);
});

test("the project group reads and starts nothing; who works with families alone has no such page", async () => {
  const project = browse(server, await region.actor("project_group", "office"));
  const page = await project.get("/cijfers/hulpvragen?gemeente=GM0917");
  assert.match(page.text, /11 gezinnen/);
  assert.doesNotMatch(page.text, /Gezamenlijk aanbod starten/);
  assert.equal((await browse(server, midwife).get("/cijfers/hulpvragen")).status, 403);
});
