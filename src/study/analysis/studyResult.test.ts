import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse, type Browser } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { ensurePoppler, readPdf } from "../../platform/pdf/testing/poppler.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import type { AnalysisRow } from "./analysis.ts";
import { findResult, listResults, listRuns, type HeldResult } from "./server/analysis.store.ts";
import { answerInR } from "./server/answerInR.ts";
import type { DataSource, FrozenData } from "./server/frozenData.ts";
import { askForResult, makeResult } from "./server/makeResult.ts";
import { aParticipant } from "../participation/testing/aParticipant.ts";
import { inventedRows } from "./testing/inventedRows.ts";
import { lockProposedPlan } from "./testing/lockProposedPlan.ts";

let region: Region;
let server: FastifyInstance;
let actor: Actor;
let desk: Browser;
before(async () => {
  ensurePoppler();
  region = await aRegion();
  server = await aServer();
  actor = await region.actor("research_desk", "office");
  desk = browse(server, actor);
});
after(async () => {
  await server.close();
  await region.close();
});

const hash = "b".repeat(64);
const dataset = (study: string, rows: readonly AnalysisRow[], change: Partial<FrozenData> = {}): FrozenData => ({
  id: `5d0f3c6e-6d2f-4d3a-9a86-1f1f6b5f${(change.sha256 ?? study).slice(-4).replaceAll(/[^0-9a-f]/g, "0")}`,
  study,
  number: 1,
  frozenOn: "2027-06-01",
  sha256: hash,
  readSha256: hash,
  people: rows.length,
  withdrawnSince: 0,
  invented: false,
  rows,
  ...change,
});
const sourceOf = (one: FrozenData): DataSource => ({ list: () => Promise.resolve([one]), read: () => Promise.resolve(one) });

/** Puts it there as frozen, once. */
const freeze = ({ id, study, sha256 }: FrozenData) =>
  region.asOwner(
    `insert into study_dataset (id, study, number, frozen_by, sha256, rows, people, variables, content, members)
    select $1, $2, (select count(*) + 1 from study_dataset), $3, $4, 1, 1, '[]', '', '{}' on conflict (id) do nothing`,
    [id, study, actor.professionalId, sha256],
  );
/** Asks for a result and makes it; what came of it. */
async function make(one: FrozenData, askR = answerInR): Promise<HeldResult | string> {
  if (locked) await freeze(one);
  const asked = await askForResult(actor, { study: one.study, dataset: one.id }, sourceOf(one));
  if (asked.code !== "done") return asked.code;
  await makeResult(actor, asked.runId, sourceOf(one), askR);
  return withActor(actor, "analysis.read", async ({ db }) => {
    const run = (await listRuns(db, one.study)).find(({ id }) => id === asked.runId);
    const held = run?.resultId ? await findResult(db, run.resultId) : null;
    return held ?? run?.failure ?? "?";
  });
}
const made = (outcome: HeldResult | string): HeldResult => (typeof outcome === "string" ? assert.fail(outcome) : outcome);
let locked = false;
const many = inventedRows({ seed: 11, perArm: { intervention: 60, control: 55 } });
const emptyR = () => Promise.resolve({ code: "done", lines: [], script: "", file: "" } as const);
const neverR = () => assert.fail("R was asked");

test("before the plan is locked nothing is computed, whatever the address is given", async () => {
  assert.equal(await make(dataset("study_1", many), neverR), "plan-not-locked");
  const answer = await desk.post("/onderzoek/analyse/study_1/uitkomst", { dataset: dataset("study_1", many).id });
  assert.equal(answer.status, 303);
  assert.match((await desk.get(answer.location)).text, /Uitkomsten per groep gaan pas open als het plan is vastgesteld/);
  assert.equal((await region.asOwner("select 1 from study_result_run")).length, 0);
});

test("without a plan no data set is frozen either, not even by who owns the database", () =>
  assert.rejects(freeze(dataset("study_1", many)), /after its analysis plan was locked/));

let id = "";
test("with a locked plan the same inputs give the same result, R's part with it", async () => {
  // As few steps in R as show that it is all there.
  await lockProposedPlan(actor, "study_1", { imputations: 5, tippingPoint: { to: 1, step: 0.5 } });
  locked = true;
  const one = made(await make(dataset("study_1", many)));
  const again = made(await make(dataset("study_1", many)));
  assert.equal(again.id, one.id);
  assert.equal(again.sha256, one.sha256);
  id = one.id;
  const { content, rScript } = one;
  assert.match(rScript, /seed = 20260101L/);
  const resilience = content.measures.find(({ scale }) => scale === "brs-6");
  const main = resilience?.waves.find(({ wave }) => wave === "T2");
  assert.ok(resilience && main);
  for (const way of [main.ancova, main.differenceInDifferences, main.mixedModel, main.imputed]) assert.equal(way?.outcome, "estimate");
  assert.ok(main.tippingPoint.length === 3 && main.tippingPoint[0]?.shift === 0);
  assert.ok(main.holm && main.ancova.outcome === "estimate" && main.holm.p >= main.ancova.p);
  assert.equal(resilience.waves.find(({ wave }) => wave === "T1")?.holm, null, "Holm is for the main wave");
  const out = Object.values(main.out).reduce((sum, count) => sum + count, 0);
  assert.equal(main.numbersIn.intervention + main.numbersIn.control + out, many.length);
  assert.deepEqual(
    resilience.findable.map(({ perArm }) => perArm),
    [150, 100],
  );
});

test("the answer says what it is, by the four aims, and never more than a comparison", async () => {
  const { text, html } = await desk.get(`/onderzoek/antwoord/${id}`);
  for (const part of [
    /Er is niet geloot/,
    /1\. Hoe gezinnen de zorg ervaren/,
    /2\. Gezondheid van gezinnen/,
    /3\. Kosten per gezin/,
    /4\. Werkplezier van professionals/,
    /Wat hieruit niet volgt/,
    /Op T2 \(einde van de kraamtijd\) was de score voor veerkracht in de interventiegroep gemiddeld \d+,\d\d punt (hoger|lager) dan in de controlegroep/,
    /Er zijn 3 schalen getoetst/,
    /bij 150 mensen in elke groep/,
    /Voor de onderzoeker: wie telt mee en wie niet/,
  ])
    assert.match(text, part);
  assert.doesNotMatch(text, /effect/i);
  assert.ok((html.match(/role="img"/g) ?? []).length >= 8, "each picture twice: wide and small");
  assert.doesNotMatch(html, /NaN|Infinity|undefined/);
});

test("the paper is a tagged PDF with the pictures in words, and the figures and the script can be taken", async () => {
  const raw = await server.inject({ url: `/onderzoek/antwoord/${id}/antwoord.pdf`, headers: { cookie: `wieg-sessie=${actor.token}` } });
  const { info, words, structure } = readPdf(raw.rawPayload);
  assert.match(info, /Tagged:\s+yes/);
  assert.match(words, /Wat hieruit niet volgt/);
  assert.match(structure, /Figure/);
  assert.match(structure, /TH /);
  const csv = await desk.get(`/onderzoek/antwoord/${id}/cijfers.csv`);
  assert.match(csv.html, /Schattingen voor veerkracht/);
  assert.match((await desk.get(`/onderzoek/antwoord/${id}/script.R`)).html, /answer_all/);
});

test("others read nothing before it is released; then only whole tens of people and nothing that gives a smaller number away", async () => {
  const council = browse(server, await region.actor("project_group", "office"));
  const paths = ["", "/antwoord.pdf", "/cijfers.csv", "/script.R"];
  for (const path of paths) assert.ok([403, 404].includes((await council.get(`/onderzoek/antwoord/${id}${path}`)).status), path);
  assert.match((await council.get("/onderzoek/antwoorden")).text, /Er is nog geen antwoord vrijgegeven/);
  assert.equal((await council.post(`/onderzoek/antwoord/${id}/vrijgeven`)).status, 403);
  await desk.get(`/onderzoek/antwoord/${id}`);
  assert.match((await desk.submit(`/onderzoek/antwoord/${id}/vrijgeven`)).text, /Vrijgegeven op/);
  const { text, status } = await council.get(`/onderzoek/antwoord/${id}`);
  assert.equal(status, 200);
  assert.match(text, /60 of meer/);
  assert.match(text, /50 of meer/);
  assert.doesNotMatch(text, /Voor de onderzoeker|Vrijheidsgraden|Standaardfout/);
  assert.equal((await council.get(`/onderzoek/antwoord/${id}/script.R`)).status, 403);
  const [release] = await region.asOwner<{ content: string }>("select content::text as content from study_release");
  assert.doesNotMatch(release?.content ?? "", /standardError|"df"|"out"|means|tippingPoint":\s*\[/);
  await assert.rejects(region.asOwner("update study_release set content = '{}'"), /never changed/);
  await assert.rejects(region.asOwner("delete from study_result"), /never changed/);
});

test("what the interviews were about is told by theme, to others without a count, and of who withdrew nothing at all", async () => {
  const midwife = await region.actor("midwife", "practice");
  const noted = async (kind: "family" | "professional", themes: readonly string[], participantId: string | null = null) => {
    const [made] = await region.asOwner<{ id: string }>(
      `with d as (insert into study_interview_draw (study, kind, strata_by, wanted, seed, list, drawn_order, drawn_by)
         values ('study_1', $1, 'none', 1, gen_random_uuid()::text, '[]', '{}', $2) returning id)
       insert into study_interview (draw_id, stratum, place, participant_id, membership_id, state) select id, 'all', 1, $3, $4, 'held' from d returning id`,
      [kind, actor.professionalId, participantId, participantId === null ? midwife.membershipId : null],
    );
    for (const theme of themes)
      await region.asOwner(
        "insert into study_interview_note (interview_id, theme, quote, text, by) values ($1, $2, false, 'In eigen woorden', $3)",
        [made?.id, theme, actor.professionalId],
      );
  };
  await noted("professional", ["work_pleasure", "work_pleasure", "cooperation"]);
  const [stays, leaves] = [
    await aParticipant(region, midwife, { arm: "control" }),
    await aParticipant(region, midwife, { arm: "control" }),
  ];
  await noted("family", ["threshold"], stays.id);
  await noted("family", ["threshold", "child"], leaves.id);
  await region.asOwner("update consent set withdrawn_on = app.today() where trajectory_id = $1 and purpose = 'study_1'", [
    leaves.trajectoryId,
  ]);
  const one = made(await make(dataset("study_1", many, { sha256: "1".repeat(64), readSha256: "1".repeat(64) }), emptyR));
  assert.deepEqual(
    one.content.interviews.map(({ group, theme, named, of }) => `${group} ${theme} ${named}/${of}`),
    [
      "families Drempels, zoals de eigen bijdrage 1/1",
      "professionals Samenwerking en overdracht 1/1",
      "professionals Plezier in het werk 1/1",
    ],
  );
  const address = `/onderzoek/antwoord/${one.id}`;
  assert.match((await desk.get(address)).text, /Drempels, zoals de eigen bijdrage 1 van 1/);
  await desk.submit(`${address}/vrijgeven`);
  const { text } = await browse(server, await region.actor("project_group", "office")).get(address);
  assert.match(
    text,
    /gesprekken met gezinnen kwam dit naar voren\. .*geen tellingen: Drempels.*4\. Werkplezier.*gesprekken met professionals kwam.*Plezier in het werk/,
  );
  assert.doesNotMatch(text, /1 van 1|In eigen woorden/);
});

test("below the least number there are no figures, here or in R, and the page says why", async () => {
  const few = inventedRows({ seed: 12, perArm: { intervention: 25, control: 9 } });
  const one = made(await make(dataset("study_1", few, { sha256: "c".repeat(64), readSha256: "c".repeat(64) }), neverR));
  assert.ok(one.content.tooFew);
  assert.deepEqual(one.content.measures, []);
  assert.match((await desk.get(`/onderzoek/antwoord/${one.id}`)).text, /In een van de groepen zitten minder dan 10 mensen/);
});

test("a wave at which too few answered has no figures, while the others have", async () => {
  const rows = inventedRows({ seed: 13, perArm: { intervention: 30, control: 30 }, missing: 0 }).map((row, at) => ({
    ...row,
    scores: Object.fromEntries(
      Object.entries(row.scores).map(([scale, scores]) => [scale, { ...scores, T2: at % 30 < 8 ? (scores["T2"] ?? null) : null }]),
    ),
  }));
  const one = made(await make(dataset("study_1", rows, { sha256: "d".repeat(64), readSha256: "d".repeat(64) }), emptyR));
  const [first] = one.content.measures;
  assert.equal(first?.waves.find(({ wave }) => wave === "T1")?.ancova.outcome, "estimate");
  const t2 = first?.waves.find(({ wave }) => wave === "T2");
  assert.deepEqual(
    [t2?.ancova.outcome, t2?.differenceInDifferences.outcome, t2?.mixedModel, t2?.imputed, t2?.tippingPoint],
    ["too-few", "too-few", null, null, []],
  );
  assert.match((await desk.get(`/onderzoek/antwoord/${one.id}`)).text, /te weinig mensen/);
});

test("a data set whose hash is another, of another study, or with somebody who withdrew since, makes nothing", async () => {
  const before = (await withActor(actor, "analysis.read", ({ db }) => listResults(db, "study_1"))).length;
  assert.equal(await make(dataset("study_1", many, { readSha256: "e".repeat(64) }), neverR), "dataset-changed");
  assert.match((await desk.get("/onderzoek/analyse/study_1")).text, /de controlegetallen verschillen\. Er is niets gerekend/);
  assert.equal(await make(dataset("study_1", many, { withdrawnSince: 1 }), neverR), "people-withdrew");
  const other = dataset("study_2", many);
  await lockProposedPlan(actor, "study_2");
  await freeze(other);
  const asked = await askForResult(actor, { study: "study_1", dataset: other.id }, sourceOf(other));
  assert.ok(asked.code === "done");
  await makeResult(actor, asked.runId, sourceOf(other), neverR);
  const [run] = await withActor(actor, "analysis.read", ({ db }) => listRuns(db, "study_1"));
  assert.deepEqual([run?.state, run?.failure], ["failed", "dataset-of-other-study"]);
  assert.equal((await withActor(actor, "analysis.read", ({ db }) => listResults(db, "study_1"))).length, before);
});

test("when R fails nothing half is kept", async () => {
  const failing = () => Promise.resolve({ code: "r-took-too-long", facts: { seconds: 1 } } as const);
  assert.equal(await make(dataset("study_1", many, { sha256: "f".repeat(64), readSha256: "f".repeat(64) }), failing), "r-failed");
});
