import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse, type Browser } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../testing/aRegion.ts";
import { caseloadTasks } from "./server/caseloadTasks.ts";
import { largestUpload } from "./server/offerCaseload.ts";
import { takeBatch, takeOver } from "./server/takeOffered.ts";
import { aFile, aLine, exportDay } from "./testing/aCaseload.ts";
import { runCaseloadJobs } from "./testing/jobs.ts";

const address = "/gezinnen/importeren";
let region: Region;
let server: FastifyInstance;
let actor: Actor;
let midwife: Browser;
before(async () => {
  region = await aRegion();
  await region.setToday(exportDay);
  server = await aServer();
  actor = await region.actor("midwife", "practice");
  midwife = browse(server, actor);
});
after(async () => {
  await server.close();
  await region.close();
});

const kept = async (): Promise<number> => {
  const [row] = await region.asOwner<{ n: number }>(
    "select (select count(*) from caseload_upload)::integer + (select count(*) from caseload_upload_chunk)::integer as n",
  );
  return row?.n ?? 0;
};
const send = async (content: Uint8Array | string, name = "export.csv") => {
  await midwife.get(address);
  return midwife.upload(address, { field: "bestand", name, content });
};

const refusals: readonly (readonly [sentence: string, content: () => Uint8Array | string, said: RegExp, name?: string])[] = [
  ["nothing chosen", () => "", /Kies eerst een bestand/, ""],
  ["an empty file", () => "", /Het bestand is leeg/],
  [
    "a workbook that is called csv",
    () => Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.from("[Content_Types].xml")]),
    /Dit is een Excel-werkmap/,
  ],
  ["a file without a heading", () => "Beste collega,\nhierbij de lijst.", /geen kopregel/],
  [
    "a file without due dates",
    () => "Achternaam;Voornaam;Geboortedatum\nSmeets;Kim;1-1-1990",
    /ontbreken kolommen die nodig zijn: A terme datum/,
  ],
  ["a file that is too large", () => Buffer.alloc(largestUpload * 1024 * 1024 + 1, "a;b\n"), /groter dan 25 MB/],
];
for (const [sentence, content, said, name] of refusals)
  test(`refused, with nothing kept: ${sentence}`, async () => {
    const answer = await send(content(), name);
    assert.deepEqual([answer.status, await kept()], [422, 0]);
    assert.match(answer.text, said);
  });

test("a form token that is not ours is refused before the file is read", async () => {
  await midwife.get(address);
  const answer = await midwife.upload(address, { field: "bestand", name: "export.csv", content: aFile([aLine()]) }, { _csrf: "made-up" });
  assert.deepEqual([answer.status, await kept()], [403, 0]);
});

test("a full disk ends in a clear sentence, with nothing half kept", async () => {
  await region.asOwner(`create function no_room() returns trigger language plpgsql as $$ begin
    if new.place = 1 then raise exception 'could not extend file' using errcode = 'disk_full'; end if; return new; end $$`);
  await region.asOwner("create trigger no_room before insert on caseload_upload_chunk for each row execute function no_room()");
  const answer = await send(aFile(Array.from({ length: 6_000 }, () => aLine())));
  await region.asOwner("drop trigger no_room on caseload_upload_chunk");
  assert.deepEqual([answer.status, await kept()], [422, 0]);
  assert.match(answer.text, /geen ruimte om het bestand te bewaren\. Er is niets opgeslagen\./);
});

test("sending that breaks off keeps nothing, and says so", async () => {
  const session = `wieg-sessie=${actor.token}`;
  const page = await server.inject({ method: "GET", url: address, headers: { cookie: session } });
  const token = /name="_csrf" value="([^"]+)"/.exec(page.payload)?.[1] ?? "";
  const cookies = [session, ...page.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)].join("; ");
  const field = (name: string, content: string) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;
  const broken = `${field("_csrf", token)}--b\r\ncontent-disposition: form-data; name="bestand"; filename="x.csv"\r\n\r\nAchternaam;Geb`;
  const headers = { "content-type": "multipart/form-data; boundary=b", cookie: cookies };
  const answer = await server.inject({ method: "POST", url: address, payload: broken, headers });
  assert.deepEqual([answer.statusCode, await kept()], [422, 0]);
  assert.match(answer.payload, /Het versturen brak af\. Er is niets opgeslagen\./);
});

test("the form sent twice is one upload", async () => {
  await midwife.get(address);
  const file = { field: "bestand", name: "export.csv", content: aFile([aLine()]) };
  const [one, two] = [await midwife.upload(address, file), await midwife.upload(address, file)];
  assert.deepEqual([one.status, two.location], [303, one.location]);
  assert.deepEqual(await region.asOwner("select count(*)::integer as n from caseload_upload"), [{ n: 1 }]);
  await runCaseloadJobs(region);
});

test("the key of a form does one thing: another file, another person or another form with it is an act of its own", async () => {
  const key = crypto.randomUUID();
  const file = (content: Uint8Array | string) => ({ field: "bestand", name: "export.csv", content });
  const colleague = browse(server, await region.actor("midwife", "practice"));
  await midwife.get(address);
  const first = await midwife.upload(address, file(aFile([aLine()])), { _key: key });
  const mended = await midwife.upload(address, file(aFile([aLine(), aLine()])), { _key: key });
  await colleague.get(address);
  const hers = await colleague.upload(address, file(aFile([aLine()])), { _key: key });
  assert.deepEqual([first.status, mended.status, hers.status], [303, 303, 303]);
  assert.equal(new Set([first.location, mended.location, hers.location]).size, 3);
  assert.deepEqual(await region.asOwner("select from handled_request where key = $1", [key]), []);
  await runCaseloadJobs(region);
});

test("another organisation's upload does not exist, nor does it for a role that records no families", async () => {
  const [upload] = await region.asOwner<{ id: string }>("select id from caseload_upload");
  const own = `${address}/${upload?.id}`;
  const reads = ["", "/regels", "/regels?toon=geweigerd", "/regels/2", "/te-herstellen.csv"];
  const acts: readonly (readonly [path: string, fields: Readonly<Record<string, string>>])[] = [
    ["/overnemen", {}],
    ["/verwijderen", {}],
    ["/antwoord", { question: "due-past", choice: "accept" }],
    ["/veranderd", { decision: "update" }],
    ["/regels/2", { "keuze-due-past.dueDate": "accept" }],
    ["/regels/2/overslaan", {}],
    ["/regels/2/gezin", { decision: "attach" }],
  ];
  const rival = browse(server, await region.actor("midwife", "otherPractice"));
  for (const path of reads) assert.equal((await rival.get(own + path)).status, 404, path);
  for (const id of [upload?.id, crypto.randomUUID(), "1"])
    for (const [path, fields] of acts) {
      await rival.get(address);
      assert.equal((await rival.post(`${address}/${id}${path}`, fields)).status, 404, path);
    }
  assert.doesNotMatch((await rival.get(address)).text, /export\.csv/);
  const assistant = browse(server, await region.actor("maternity_assistant", "practice"));
  assert.equal((await assistant.get(own)).status, 403);
  for (const path of reads) assert.equal((await midwife.get(own + path)).status, 200, path);
});

test("the token of a job is kept nowhere, and its right ends with it", async () => {
  const rights = await region.asOwner<{ ended: boolean; over: boolean }>(
    "select r.ended_at is not null as ended, s.ended_at is not null as over from job_right r join session s on s.id = r.session_id",
  );
  assert.ok(rights.length > 0 && rights.every(({ ended, over }) => ended && over));
  const jobs = await region.asOwner<{ payload: Record<string, string> }>(
    "select payload from graphile_worker._private_jobs where job_queue_id is null",
  );
  for (const { payload } of jobs)
    assert.ok(
      Object.keys(payload).every((key) => ["upload", "right", "principal"].includes(key)),
      JSON.stringify(payload),
    );
});

test("a job does nothing for who no longer works there", async () => {
  const leaver = await region.actor("midwife", "practice");
  const browser = browse(server, leaver);
  await browser.get(address);
  const { location } = await browser.upload(address, {
    field: "bestand",
    name: "weg.csv",
    content: aFile([aLine({ Cliëntnummer: "L1", Achternaam: "Vertrek" })]),
  });
  await region.asOwner("update membership set until = app.today() - 1 where id = $1", [leaver.membershipId]);
  await runCaseloadJobs(region);
  assert.deepEqual(await region.asOwner("select id from caseload_upload where id = $1", [location.split("/").at(-1)]), []);
});

test("a worker that dies in the middle: the next one goes on, and everything is in once", async () => {
  const lines = Array.from({ length: 120 }, (_, at) =>
    aLine({
      Cliëntnummer: `K${at}`,
      Achternaam: `Kuijpers-${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}x`,
      Geboortedatum: `${String((at % 28) + 1).padStart(2, "0")}-0${(at % 9) + 1}-19${80 + (at % 20)}`,
    }),
  );
  const { location } = await send(aFile(lines));
  const upload = location.split("/").at(-1) ?? "";
  await runCaseloadJobs(region);
  assert.equal((await takeOver({ ...actor, requestKey: null }, upload)).code, "done");
  // One run did one batch and is gone; another, that was thought dead, wakes up in the middle of the next one.
  const dead = crypto.randomUUID();
  await region.asOwner("update caseload_upload set run = $2 where id = $1", [upload, dead]);
  assert.equal(await takeBatch(actor, upload, dead), true);
  const [half] = await region.asOwner<{ n: number }>(
    "select count(*)::integer as n from caseload_line where upload_id = $1 and state = 'taken'",
    [upload],
  );
  assert.ok(half && half.n > 0 && half.n < 120);
  await region.asOwner("update caseload_upload set worked_at = now() - interval '5 minutes' where id = $1", [upload]);
  await caseloadTasks.find(({ name }) => name === "resume-caseloads")?.run({});
  const [asked] = await region.asOwner<{ n: number }>(
    "select count(*)::integer as n from graphile_worker._private_jobs where payload ->> 'upload' = $1",
    [upload],
  );
  assert.ok((asked?.n ?? 0) > 0);
  await Promise.all([runCaseloadJobs(region), takeBatch(actor, upload, dead)]);
  assert.equal(await takeBatch(actor, upload, dead), false);
  const families = await region.asOwner<{ lines: number; persons: number }>(
    "select count(*)::integer as lines, count(distinct source_reference)::integer as persons from trajectory where source_reference like 'K%'",
  );
  assert.deepEqual(families, [{ lines: 120, persons: 120 }]);
  const [events] = await region.asOwner<{ lines: number }>(
    "select sum(cardinality(trajectory_ids))::integer as lines from trail_event where event = 'caseload.lines-taken' and trajectory_ids && array(select id from trajectory where source_reference like 'K%')",
  );
  assert.deepEqual(events, { lines: 120 });
});

test("reading that was broken off begins anew: no line is there twice", async () => {
  const { location } = await send(
    aFile(Array.from({ length: 300 }, (_, at) => aLine({ Cliëntnummer: `R${at}`, Geboortedatum: `01-01-19${60 + (at % 40)}` }))),
  );
  const upload = location.split("/").at(-1) ?? "";
  const record = JSON.stringify({ familyName: "Half" });
  await region.asOwner(
    "insert into caseload_line (upload_id, author_organisation_id, line, kind, state, record) select id, author_organisation_id, 2, 'good', 'ready', $2 from caseload_upload where id = $1",
    [upload, record],
  );
  await runCaseloadJobs(region);
  const [row] = await region.asOwner<{ n: number; half: number }>(
    "select count(*)::integer as n, count(*) filter (where record ->> 'familyName' = 'Half')::integer as half from caseload_line where upload_id = $1",
    [upload],
  );
  assert.deepEqual(row, { n: 300, half: 0 });
  assert.deepEqual(await region.asOwner("select count(*)::integer as n from caseload_upload_chunk where upload_id = $1", [upload]), [
    { n: 0 },
  ]);
});

test("what is older than 30 days is removed, families stay", async () => {
  const before = await region.asOwner("select count(*)::integer as n from trajectory");
  await region.asOwner("update caseload_upload set created_at = now() - interval '31 days'");
  await caseloadTasks.find(({ name }) => name === "remove-old-caseloads")?.run({});
  assert.equal(await kept(), 0);
  assert.deepEqual(await region.asOwner("select count(*)::integer as n from caseload_line"), [{ n: 0 }]);
  assert.deepEqual(await region.asOwner("select count(*)::integer as n from trajectory"), before);
});
