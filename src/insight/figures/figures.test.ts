import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aPilot } from "../../programme/enrolment/testing/anEligibleLine.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { figuresTask } from "./server/figuresTask.ts";

let region: Region;
let server: FastifyInstance;
let desk: Actor;
let worker: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-02-20");
  server = await aServer();
  await aPilot(region);
  desk = await region.actor("research_desk", "office");
  worker = await region.actor("municipal_worker", "municipality");
  // Heerlen 30 children of whom 12 preterm; Kerkrade 25 with 3 preterm; Landgraaf 28 with 9.
  await born("GM0917", "2025-03-10", { preterm: 12, term: 18 });
  await born("GM0928", "2025-05-10", { preterm: 3, term: 22 });
  await born("GM0882", "2025-08-10", { preterm: 9, term: 19 });
});
after(async () => {
  await server.close();
  await region.close();
});

async function born(municipality: string, on: string, { preterm, term }: { preterm: number; term: number }): Promise<void> {
  const practice = region.organisationId("practice");
  for (let nr = 0; nr < preterm + term; nr += 1)
    await region.asOwner(
      `with f as (insert into family (author_organisation_id) values ($1) returning id),
        a as (insert into family_address (family_id, municipality_code, since, author_organisation_id) select id, $2, '2024-01-01', $1 from f),
        m as (insert into family_member (family_id, kind, given_name, family_name, author_organisation_id) select id, 'child', 'Verzonnen', 'Voorbeeld', $1 from f returning id),
        t as (insert into trajectory (family_id, due_date, author_organisation_id) select id, $3, $1 from f returning id)
       insert into birth (trajectory_id, child_id, born_on, gestational_days, weight_grams, place, author_organisation_id)
       select t.id, m.id, $3, $4, $5, 'home', $1 from t, m`,
      [practice, municipality, on, nr < preterm ? 250 : 280, nr < preterm ? 2200 : 3400],
    );
}

const see = async (actor: Actor, query = "") => (await browse(server, actor).get(`/cijfers${query}`)).text;

test("the research desk sees every number, counted each night, by months of its own choice", async () => {
  await figuresTask.run({});
  const text = await see(desk, "?cijfer=preterm");
  assert.match(text, /In vertrouwen/);
  assert.match(text, /Kerkrade 3 ?12,0%/);
  assert.match(text, /Teller: kinderen geboren vóór 37\+0 weken\. Noemer/);
  const spring = await see(desk, "?cijfer=preterm&van=2025-03&tot=2025-04");
  assert.match(spring, /maart 2025 tot en met april 2025/);
  assert.match(spring, /Heerlen 12/);
  assert.doesNotMatch(spring, /Kerkrade 3/);
});

test("a year that is over is told from March on, and no small number of it", async () => {
  assert.match(await see(worker), /Nog geen cijfers/);
  await region.setToday("2026-03-01");
  await figuresTask.run({});
  const text = await see(worker, "?cijfer=preterm");
  assert.doesNotMatch(text, /In vertrouwen|Kerkrade 3/);
  assert.match(text, /Vroeggeboorte \(Big 2\), 2025/);
  // Three alone would be found; with 3 and 9 alone each is known to be at least three, so Heerlen counts along.
  assert.match(text, /Andere gemeenten samen/);
  assert.match(text, /24 ?28,9%/);
  const [low] = await region.asOwner<{ least: number }>("select min(children) as least from figure_block");
  assert.ok((low?.least ?? 0) >= 10);
});

test("what was told stays, also when a child is recorded later", async () => {
  const before = await region.asOwner("select * from figure_block order by 1, 2, 3, 4");
  await born("GM0928", "2025-05-12", { preterm: 7, term: 0 });
  await figuresTask.run({});
  assert.deepEqual(await region.asOwner("select * from figure_block order by 1, 2, 3, 4"), before);
  assert.match(await see(desk, "?cijfer=preterm"), /Kerkrade 10/);
});

test("the spreadsheet and the print hold what the page holds, and that they were made stands in the trail", async () => {
  const her = browse(server, worker);
  const sheet = await her.get("/cijfers/cijfers.csv");
  assert.match(sheet.html, /Vroeggeboorte \(Big 2\);"?[^;]*Heerlen[^;]*"?;;Vóór 37\+0 weken;24;83;0,2892/);
  assert.doesNotMatch(sheet.html, /;3;25;/);
  const print = await her.get("/cijfers/cijfers.pdf");
  assert.equal(print.status, 200);
  const trail = await region.asOwner("select from trail_event where event = 'figures.exported' and outcome = 'done'");
  assert.equal(trail.length, 2);
});

test("the raw counts are refused to everybody else, and the table takes no small count", async () => {
  const refused = (actor: Actor, question: ReturnType<typeof sql>) =>
    assert.rejects(
      withActor(actor, "test", ({ db }) => question.execute(db)),
      { code: "42501" },
    );
  const group = await region.actor("project_group", "office");
  for (const actor of [worker, group, await region.actor("midwife", "practice")])
    await refused(actor, sql`select * from trust.figure_cells('{preterm}', '2025-01-01', '2025-12-01')`);
  await refused(desk, sql`select * from figure_cell`);
  await refused(desk, sql`select * from trust.figure_year(2025)`);
  await refused(
    worker,
    sql`insert into figure_block (year, figure, municipality_codes, value_codes, children) values (2025, 'x', '{GM0917}', '{x}', 12)`,
  );
  await assert.rejects(
    region.asOwner(
      "insert into figure_block (year, figure, municipality_codes, value_codes, children) values (2025, 'x', '{GM0917}', '{x}', 9)",
    ),
    { code: "23514" },
  );
  const coordinator = await region.actor("maternity_coordinator", "maternityCare");
  assert.match(await see(coordinator, "?cijfer=preterm"), /In vertrouwen/, "of the programme's own maternity care");
  assert.equal((await browse(server, await region.actor("midwife", "practice")).get("/cijfers")).status, 403);
});
