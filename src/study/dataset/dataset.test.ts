import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { aServer, browse } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { lockProposedPlan } from "../analysis/testing/lockProposedPlan.ts";
import { aParticipant, type TestParticipant } from "../participation/testing/aParticipant.ts";
import { anAsk } from "../waves/testing/anAsk.ts";
import { exportDataSet } from "./server/exportDataSet.ts";
import { freezeDataSet } from "./server/freezeDataSet.ts";
import { askPspp } from "./testing/pspp.ts";

const address = "/onderzoek/gegevens";
let region: Region;
let server: FastifyInstance;
let desk: Actor;
let midwife: Actor;
const people: TestParticipant[] = [];
const brs = { "brs-1": 4, "brs-2": 2, "brs-3": 4, "brs-4": 2, "brs-5": 4, "brs-6": 2 };
before(async () => {
  region = await aRegion();
  server = await aServer();
  desk = await region.actor("research_desk", "office");
  midwife = await region.actor("midwife", "practice");
  for (const arm of ["intervention", "control", "control"] as const) people.push(await aParticipant(region, midwife, { arm }));
  const forms = ["stress-4-weeks", "brs-6"];
  await anAsk(region, { participantId: people[0]?.id ?? "", state: "answered", forms, answers: { "stress-1": 2, ...brs } });
  await anAsk(region, { participantId: people[1]?.id ?? "", state: "expired", forms });
});
after(async () => {
  await server.close();
  await region.close();
});

const withdraw = (who: TestParticipant | undefined) =>
  region.asOwner("update consent set withdrawn_on = app.today() where trajectory_id = $1 and purpose = 'study_1'", [who?.trajectoryId]);
const versions = () =>
  region.asOwner<{ id: string; number: number; people: number; sha256: string }>(
    "select id, number, people, sha256 from study_dataset order by number",
  );
async function freeze(): Promise<string> {
  const frozen = await freezeDataSet(desk, "study_1");
  assert.equal(frozen.code, "done");
  return frozen.code === "done" ? frozen.id : "";
}

test("before the analysis plan is locked nobody freezes or sees an outcome beside the arm", async () => {
  const refused = await freezeDataSet(desk, "study_1");
  assert.equal(refused.code, "plan-not-locked");
  const browser = browse(server, desk);
  const before = await browser.get(`${address}/study_1`);
  assert.match((await browser.submit(`${address}/study_1/vastleggen`, {})).text, /Stel eerst het analyseplan vast/);
  assert.equal((await versions()).length, 0);
  await lockProposedPlan(desk, "study_1");
  const shown = await browser.get(`${address}/study_1`);
  assert.notEqual(
    shown.html.slice(shown.html.indexOf("Eerste rijen")),
    before.html.slice(before.html.indexOf("Eerste rijen")),
    "the arm is shown only now",
  );
});

test("the desk sees the data set as it is now, with its codebook, and no name or date of anybody", async () => {
  const page = await browse(server, desk).get(`${address}/study_1`);
  assert.equal(page.status, 200);
  assert.match(page.text, /Deelnemers 3 Rijen 9/);
  assert.match(page.text, /brs_6_score Score brs-6 score schaal/);
  assert.match(page.text, /-3 = niet tot deze vraag gekomen/);
  const known = await region.asOwner<{ name: string }>(
    "select family_name as name from family_member union select birth_date::text from family_member where birth_date is not null",
  );
  for (const { name } of known) assert.ok(!page.text.includes(name), name);
});

test("a frozen version stays as it was: a withdrawal is told beside it, and is in no file of it and not in the next", async () => {
  const browser = browse(server, desk);
  await browser.get(`${address}/study_1`);
  const frozen = await browser.submit(`${address}/study_1/vastleggen`, {});
  assert.match(frozen.text, /Versie 1 is vastgelegd/);
  assert.match(frozen.text, /Sindsdien teruggetrokken 0/);
  const [first] = await versions();
  const file = () => exportDataSet(desk, { dataset: first?.id ?? "", shape: "long", format: "csv", deidentified: false });
  const before = await file();
  assert.match((await browser.get(`${address}/study_1`)).text, /Gelijk aan versie 1/);
  await withdraw(people[2]);
  const page = await browser.get(`${address}/versie/${first?.id}`);
  assert.match(page.text, /Een van deze deelnemers trok zich sindsdien terug/);
  const later = await file();
  assert.ok(before.code === "file" && later.code === "file");
  assert.ok(before.body.toString().includes(people[2]?.code ?? "?"));
  assert.ok(!later.body.toString().includes(people[2]?.code ?? "?"), "the next file is without her");
  assert.equal(later.leftOut, 1);
  await freeze();
  assert.deepEqual(
    (await versions()).map(({ number, people: count }) => [number, count]),
    [
      [1, 3],
      [2, 2],
    ],
  );
  await assert.rejects(region.asOwner("update study_dataset set rows = 0"), /never changed/);
  const taken = await region.asOwner<{ left_out: number }>("select left_out from study_export order by at");
  assert.deepEqual(
    taken.map((one) => one.left_out),
    [0, 1],
  );
  const [event] = await region.asOwner<{ purpose: string }>(
    "select purpose from trail_event where event = 'study.dataset-exported' order by at desc limit 1",
  );
  assert.equal(event?.purpose, "study_1 1 csv");
});

test("who withdraws while a version is frozen is in it and counted, or not in it: never in between", async () => {
  const late = await aParticipant(region, midwife, { arm: "control" });
  const other = new pg.Client({ connectionString: urlFor("wieg_owner", region.adminUrl) });
  await other.connect();
  try {
    await other.query("begin");
    await other.query("update consent set withdrawn_on = app.today() where trajectory_id = $1 and purpose = 'study_1'", [
      late.trajectoryId,
    ]);
    const freezing = freezeDataSet(desk, "study_1"); // sees her as she was, and waits at the end for the other
    await waitsForALock();
    await other.query("commit");
    const frozen = await freezing;
    assert.equal(frozen.code, "done");
    const [kept] = await region.asOwner<{ held: boolean }>(
      "select $1 = any(members) as held from study_dataset order by frozen_at desc limit 1",
      [late.id],
    );
    assert.equal(kept?.held, false, "she had withdrawn before it was kept");
  } finally {
    await other.end();
  }
});

test("who withdraws while a file is made waits until it is taken; a file that comes after is without her", async () => {
  const late = await aParticipant(region, midwife, { arm: "control" });
  const dataset = await freeze();
  const other = new pg.Client({ connectionString: urlFor("wieg_owner", region.adminUrl) });
  await other.connect();
  try {
    await other.query("begin");
    await other.query("update consent set withdrawn_on = app.today() where trajectory_id = $1 and purpose = 'study_1'", [
      late.trajectoryId,
    ]);
    const making = exportDataSet(desk, { dataset, shape: "wide", format: "sav", deidentified: false });
    await waitsForALock();
    await other.query("commit");
    const made = await making;
    assert.ok(made.code === "file" && made.leftOut === 1);
    assert.ok(!made.body.includes(late.code));
  } finally {
    await other.end();
  }
});

/** Until the server says that somebody waits for another's lock. */
async function waitsForALock(): Promise<void> {
  for (;;) {
    const rows = await region.asOwner("select 1 from pg_locks where not granted");
    if (rows.length > 0) return;
  }
}

test("the SPSS file of a version opens in PSPP with what she answered", async () => {
  const made = await exportDataSet(desk, { dataset: await freeze(), shape: "long", format: "sav", deidentified: false });
  assert.ok(made.code === "file");
  const folder = await mkdtemp(path.join(tmpdir(), "wieg-dataset-"));
  try {
    await writeFile(path.join(folder, "data.sav"), made.body);
    await askPspp(folder, [
      "GET FILE='data.sav'.",
      "SELECT IF (wave = 0).",
      "SAVE TRANSLATE /OUTFILE='out.csv' /TYPE=CSV /REPLACE /CELLS=VALUES /FIELDNAMES /KEEP=participant arm stress_1 brs_1 brs_6_score mastery_1.",
    ]);
    const lines = (await readFile(path.join(folder, "out.csv"), "utf8")).split("\n");
    assert.ok(lines.includes(`${people[0]?.code},1,2,4,4,-4`), lines.join("|"));
    assert.ok(lines.includes(`${people[1]?.code},0,-8,-8,-8,-8`), lines.join("|"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("what a register knows is told of who agreed to linking, and of nobody else", async () => {
  const [linked, other] = [
    await aParticipant(region, midwife, { arm: "control", registerLink: true }),
    await aParticipant(region, midwife, { arm: "control" }),
  ];
  for (const { id } of [linked, other])
    await region.asOwner(
      `insert into study_register (participant_id, kind, period_from, period_until, count, source_file, imported_by)
       values ($1, 'jgz_referral', '2026-01-01', '2026-03-31', 2, 'x', $2), ($1, 'jgz_referral', '2026-04-01', '2026-06-30', 1, 'x', $2)`,
      [id, desk.professionalId],
    );
  const made = await exportDataSet(desk, { dataset: await freeze(), shape: "wide", format: "csv", deidentified: false });
  assert.ok(made.code === "file");
  const [head = [], ...rows] = made.body
    .toString()
    .split("\r\n")
    .map((line) => line.split(";"));
  const told = (code: string) => rows.find(([who]) => who === code)?.[head.indexOf("jgz_referrals")];
  assert.deepEqual([told(linked.code), told(other.code)], ["3", ""]);
});

test("what could lead to one of a few people is not given to others, and the reason is told", async () => {
  const dataset = await freeze();
  assert.equal((await exportDataSet(desk, { dataset, shape: "long", format: "csv", deidentified: true })).code, "too-few");
  const page = await browse(server, desk).get(`${address}/versie/${dataset}`);
  assert.match(page.text, /kleiner dan tien deelnemers/);
  assert.equal((await browse(server, desk).get(`${address}/versie/${dataset}/bestand?vorm=long&soort=csv&voor=anderen`)).status, 404);
});

test("nobody else sees the data, and what is not there is not found", async () => {
  const [first] = await versions();
  for (const role of ["midwife", "key_keeper", "project_group"] as const) {
    const browser = browse(server, await region.actor(role, role === "midwife" ? "practice" : "office"));
    for (const one of [
      address,
      `${address}/study_1`,
      `${address}/versie/${first?.id}`,
      `${address}/versie/${first?.id}/bestand?vorm=long&soort=csv`,
    ])
      assert.equal((await browser.get(one)).status, 403, `${role} ${one}`);
  }
  const browser = browse(server, desk);
  assert.equal((await browser.get(`${address}/study_9`)).status, 404);
  assert.equal((await browser.get(`${address}/versie/x`)).status, 404);
});
