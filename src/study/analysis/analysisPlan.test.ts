import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { aServer, browse, type Browser } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { pilotStudies } from "../design/pilotStudies.ts";
import { pilotPlans } from "./pilotPlans.ts";
import { checkPlan } from "./rules/checkPlan.ts";

let region: Region;
let server: FastifyInstance;
let actor: Actor;
let desk: Browser;
let app: pg.Client;
before(async () => {
  region = await aRegion();
  server = await aServer();
  actor = await region.actor("research_desk", "office", "Nelleke Cijfer");
  desk = browse(server, actor);
  app = new pg.Client({ connectionString: urlFor("wieg_app", region.adminUrl) });
  await app.connect();
});
after(async () => {
  await app.end();
  await server.close();
  await region.close();
});

const address = "/onderzoek/analyse/study_1";
/** The form as it is shown: what a browser would send. */
async function planFields(change: Record<string, string | readonly string[]> = {}): Promise<Record<string, string | readonly string[]>> {
  const { html } = await desk.get(`${address}/plan`);
  const area = (name: string) => new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)`).exec(html)?.[1] ?? "";
  const value = (name: string) =>
    new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ??
    new RegExp(`<input[^>]*value="([^"]*)"[^>]*name="${name}"`).exec(html)?.[1] ??
    "";
  const names = ["gegevens", "aanvullen", "kantel-tot", "kantel-stap", "alfa", "macht", "samenhang", "minimum", "groottes", "startgetal"];
  const scale = (form: string, telt: string, beter: string, doel: string) => ({
    [`telt-${form}`]: telt,
    [`beter-${form}`]: beter,
    [`doel-${form}`]: doel,
  });
  return {
    vraag: area("vraag"),
    ontbreken: area("ontbreken"),
    ...Object.fromEntries(names.map((name) => [name, value(name)])),
    ...scale("stress-4-weeks", "toets", "lower", "health"),
    ...scale("brs-6", "toets", "higher", "health"),
    ...scale("mastery-7x5", "toets", "higher", "health"),
    ...scale("care-own-items", "beschrijving", "higher", "quality"),
    metingen: ["T1", "T2"],
    hoofdmeting: "T2",
    schattingen: ["ancova", "difference_in_differences", "mixed_model", "imputation"],
    ...change,
  };
}
/** One statement in the name of this professional, as the application's own role: what a page could do at most. */
async function asApp(who: Actor, statement: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[] | string> {
  await app.query("begin");
  try {
    await app.query("select trust.open_session($1)", [who.token]);
    return (await app.query<Record<string, unknown>>(statement, [...values])).rows;
  } catch (error) {
    return (error as { code?: string }).code ?? "?";
  } finally {
    await app.query("rollback");
  }
}
const denied = "42501";

test("the proposals of the pilot fit their studies", () => {
  for (const plan of pilotPlans) {
    const study = pilotStudies.find(({ code }) => code === plan.study);
    assert.ok(study);
    assert.deepEqual(checkPlan(plan, study), []);
  }
});

test("before there is a plan the page says that outcomes are for nobody to see", async () => {
  const { text } = await desk.get("/onderzoek/analyse");
  assert.match(text, /Deelstudie 1: .* nog geen plan .* zijn uitkomsten per groep voor niemand te zien/);
  const study = await desk.get(address);
  assert.match(study.text, /Stel eerst het plan vast/);
  assert.equal(study.hidden(`${address}/uitkomst`), null, "no button to compute with");
});

test("a plan that does not fit comes back with what was typed, and nothing is kept", async () => {
  const fields = await planFields({ schattingen: ["ancova", "mixed_model"], hoofdmeting: "T2", metingen: ["T1"] });
  const answer = await desk.post(`${address}/plan`, fields);
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Kies in ieder geval allebei de eerste twee/);
  assert.match(answer.text, /Kies een meting die u hierboven hebt aangekruist/);
  assert.match((await desk.post(`${address}/plan`, await planFields({ minimum: "3" }))).text, /Vul een aantal in van 10 tot 100/);
  assert.equal((await region.asOwner("select 1 from study_plan")).length, 0);
});

test("a draft is kept, and locked with who, when and its hash; then it never changes", async () => {
  assert.equal((await desk.post(`${address}/plan`, await planFields())).status, 303);
  const draft = await desk.get(address);
  assert.match(
    draft.text,
    /Analyseplan, versie 1 nog niet vastgesteld .*Het antwoord rust op stress .* op T2, samen gecorrigeerd volgens Holm/,
  );
  assert.deepEqual(await asApp(actor, "select trust.has_locked_plan('study_1') as open"), [{ open: false }]);
  assert.match((await desk.submit(`${address}/vaststellen`)).text, /Het plan is vastgesteld/);
  const [plan] = await region.asOwner<{ id: string; hash: string; own: string; name: string }>(
    "select p.id, sha256 as hash, encode(sha256(convert_to(content::text, 'UTF8')), 'hex') as own, d.display_name as name from study_plan p join professional d on d.id = p.locked_by",
  );
  assert.ok(plan);
  assert.equal(plan.hash, plan.own);
  assert.equal(plan.name, "Nelleke Cijfer");
  for (const change of [
    "update study_plan set content = '{}'",
    "update study_plan set locked_at = null, locked_by = null",
    "delete from study_plan",
  ])
    await assert.rejects(region.asOwner(change), /never changed/, change);
  const trail = await region.asOwner<{ event: string; outcome: string }>(
    "select event, outcome from trail_event where event like 'analysis.plan%' and outcome = 'done' order by event",
  );
  assert.deepEqual(
    trail.map(({ event }) => event),
    ["analysis.plan-kept", "analysis.plan-locked"],
  );
});

test("a next version says why, leaves the former as it is, and waits for its own locking", async () => {
  const without = await desk.post(`${address}/plan`, await planFields({ vraag: "Een andere vraag" }));
  assert.equal(without.status, 422);
  assert.match(without.text, /Schrijf waarom er een nieuwe versie komt/);
  assert.equal(
    (await desk.post(`${address}/plan`, await planFields({ vraag: "Een andere vraag", waarom: "De vraag was onduidelijk." }))).status,
    303,
  );
  const { text } = await desk.get(address);
  assert.match(text, /versie 2 nog niet vastgesteld/);
  assert.match(text, /De vraag was onduidelijk\./);
  const kept = await region.asOwner<{ number: number; locked: boolean }>(
    "select number, locked_at is not null as locked from study_plan order by number",
  );
  assert.deepEqual(
    kept.map((row) => ({ ...row })),
    [
      { number: 1, locked: true },
      { number: 2, locked: false },
    ],
  );
});

test("a version that somebody else replaced meanwhile is not locked", async () => {
  const page = await desk.get(address);
  const seen = page.hidden(`${address}/vaststellen`);
  assert.ok(seen);
  await browse(server, await region.actor("research_desk", "office")).post(
    `${address}/plan`,
    await planFields({ vraag: "Weer een andere vraag", waarom: "Nog een keer." }),
  );
  await desk.get(address);
  const answer = await desk.submit(`${address}/vaststellen`, { nummer: seen["nummer"], hash: seen["hash"] });
  assert.match(answer.text, /Iemand heeft net een nieuwere versie bewaard/);
});

test("no result without a locked plan: not by a function of the database either, and never past it", async () => {
  const [draft] = await region.asOwner<{ id: string }>("select id from study_plan where locked_at is null limit 1");
  const any = "00000000-0000-4000-8000-000000000000";
  const keep = "select trust.keep_study_result($1, $2, repeat('a', 64), '{}', 'x')";
  assert.equal(await asApp(actor, keep, [draft?.id, any]), denied);
  assert.deepEqual(await asApp(actor, "select trust.ask_study_result($1, $2) as run", [draft?.id, any]), [{ run: null }]);
  for (const past of [
    "insert into study_result (study, plan_id, dataset_id, dataset_sha256, content, sha256, r_script, made_by) select 'study_1', id, id, repeat('a', 64), '{}', repeat('a', 64), '', made_by from study_plan limit 1",
    "insert into study_plan (study, number, content, sha256, after_result, made_by) select study, 99, content, sha256, false, made_by from study_plan limit 1",
    "update study_plan set locked_at = now(), locked_by = made_by",
    "update study_result_run set plan_id = plan_id",
  ])
    assert.equal(await asApp(actor, past), denied, past);
});

test("plans and results are the research desk's: nobody else reads, keeps or locks", async () => {
  for (const role of ["midwife", "project_group", "key_keeper", "platform_admin"] as const) {
    const other = await region.actor(role, "practice");
    assert.equal((await browse(server, other).get(address)).status, 403);
    assert.deepEqual(
      await asApp(other, "select id from study_plan union all select id from study_result union all select id from study_result_run"),
      [],
      role,
    );
    assert.equal(await asApp(other, "select trust.keep_study_plan('study_1', '{}', 'omdat het kan')"), denied);
    assert.equal(await asApp(other, "select trust.lock_study_plan('study_1', 3, repeat('a', 64))"), denied);
    assert.equal(await asApp(other, "select * from trust.study_costs(current_date)"), denied);
  }
});
