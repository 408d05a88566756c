import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { raiseSignal } from "../pathway/signal/server/raiseSignal.ts";
import { aSignal } from "../pathway/signal/testing/aSignal.ts";
import { aLine } from "../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../platform/db/actor.ts";
import { withActor } from "../platform/db/withActor.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import { aServer, browse, type Browser } from "./testing/browse.ts";

// Faults and bad input, end to end: each ends in a clear message or a correct state, with nothing lost.

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
const today = "2026-11-22";
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
});
after(async () => {
  await server.close();
  await region.close();
});

const count = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
  (await region.asOwner<{ n: number }>(`select count(*)::int as n from (${sql}) as of`, values))[0]?.n ?? -1;

async function signalForm(browser: Browser, line: { trajectoryId: string; motherId: string }, seen: string) {
  const url = `/gezinnen/${line.trajectoryId}/signalen/nieuw`;
  const hidden = (await browser.get(url)).hidden(url) ?? {};
  return {
    url,
    fields: { ...hidden, about: line.motherId, seen, observedOn: "22-11-2026", discussed: "today", "factor-risk-alle": "debt" },
  };
}

test("the same form sent twice at once, and again after the back button, is done once", async () => {
  const line = await aLine(midwife);
  const browser = browse(server, midwife);
  const { url, fields } = await signalForm(browser, line, "Eenmaal gezien.");
  const answers = await Promise.all([browser.post(url, fields), browser.post(url, fields), browser.post(url, fields)]);
  answers.push(await browser.post(url, fields));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303, 303],
  );
  assert.equal(new Set(answers.map(({ location }) => location)).size, 1);
  assert.equal(await count("select from signal where trajectory_id = $1", [line.trajectoryId]), 1);
});

test("a form that was changed after the back button is something else that was said, and is kept too", async () => {
  const line = await aLine(midwife);
  const browser = browse(server, midwife);
  const { url, fields } = await signalForm(browser, line, "Eerst dit.");
  await browser.post(url, fields);
  assert.equal((await browser.post(url, { ...fields, seen: "Toch nog dit." })).status, 303);
  assert.equal(
    await count("select from signal where trajectory_id = $1 and seen in ('Eerst dit.', 'Toch nog dit.')", [line.trajectoryId]),
    2,
  );
});

test("a remark of 5,000 characters is kept to the letter, one more is refused beside its field with all that was typed", async () => {
  const line = await aLine(midwife);
  const browser = browse(server, midwife);
  const long = 'Ze zei: "ik weet het niet" & <b>zo</b>. '.repeat(200).slice(0, 4999) + "!";
  const { url, fields } = await signalForm(browser, line, long);
  const refused = await browser.post(url, { ...fields, seen: `${long}?` });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /5\.000 tekens/);
  assert.ok(
    refused.html.includes(`${long}?`.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")),
    "what was typed stands there again",
  );
  assert.equal((await browser.post(url, { ...fields, seen: long })).status, 303);
  assert.equal(await count("select from signal where trajectory_id = $1 and seen = $2", [line.trajectoryId, long]), 1);
});

const names = [
  "محمد",
  "ኣማኑኤል",
  "王秀英",
  "Žofie Łukasiewicz",
  "Nguyễn Thị Ánh",
  "O'Brien-d'Hondt",
  "אברהם",
  "Ольга",
  "Zoë\u0308",
  "<script>alert(1)</script> de Wit",
  "\u202Eneilef",
  "Jansen 😀",
  "Ｗａｎｇ",
  "'; drop table signal; --x",
  "{{7*7}} de Boer",
  "%s%n de Vries",
];

test("a name in any script is registered, shown as text and found again", async () => {
  for (const familyName of names) {
    const browser = browse(server, midwife);
    const shown = await browser.submit("/gezinnen/nieuw", { familyName, birthDate: "4-5-1996", dueDate: "22-4-2027", anyway: "ja" });
    assert.equal(shown.status, 200, `${familyName}: ${shown.text.slice(0, 300)}`);
    assert.doesNotMatch(shown.html, /<script>alert/, familyName);
    const [made] = await region.asOwner<{ kept: string }>("select family_name as kept from family_member order by created_at desc limit 1");
    const kept = made?.kept ?? "";
    const found = await browser.submit("/gezinnen/zoeken", { zoek: kept });
    assert.equal(found.status, 200, familyName);
    if (/\p{L}{2}/u.test(kept)) assert.ok(found.text.includes(kept), `${familyName} is not found again: ${found.text.slice(0, 200)}`);
    assert.doesNotMatch(found.html, /<script>alert/, familyName);
  }
});

test("29 February, the days on which the clock changes, a due date 50 weeks away and a birth before registration are all days", async () => {
  for (const day of ["2028-02-29", "2026-03-29", "2026-10-25", "2026-12-31"]) {
    await region.setToday(day);
    const line = await aLine(midwife, { dueDate: Temporal.PlainDate.from(day).add({ days: 100 }).toString() });
    const raised = await raiseSignal(midwife, aSignal(line, { today: day }));
    assert.equal(raised.code, "done", day);
    for (const url of ["/werk", `/gezinnen/${line.trajectoryId}`, `/gezinnen/${line.trajectoryId}/signalen`])
      assert.equal((await browse(server, midwife).get(url)).status, 200, `${day} ${url}`);
  }
  await region.setToday(today);
  const far = await browse(server, midwife).post("/gezinnen/nieuw", { familyName: "Verweg", birthDate: "4-5-1996", dueDate: "7-11-2027" });
  assert.equal(far.status, 422);
  assert.match(far.text, /42 weken/);
  const born = await browse(server, midwife).submit("/gezinnen/nieuw", {
    familyName: "Geboren",
    birthDate: "29-2-1996",
    dueDate: "20-11-2026",
    bornOn: "20-11-2026",
  });
  assert.match(born.text, /Geboren vr 20 november 2026/);
});

test("connections that are cut in the middle of a write leave nothing half, and the next request works", async () => {
  const line = await aLine(midwife);
  const before = await count("select from trail_event");
  const cut = withActor(midwife, "signal.raised", async ({ db }) => {
    await db.updateTable("trajectory").set({ parity: "G9P9" }).where("id", "=", line.trajectoryId).execute();
    await region.asOwner("select 1");
    await cutAll();
    await db.updateTable("trajectory").set({ parity: "G8P8" }).where("id", "=", line.trajectoryId).execute();
    return { code: "done" };
  });
  await assert.rejects(cut);
  assert.equal(await count("select from trajectory where id = $1 and parity in ('G9P9', 'G8P8')", [line.trajectoryId]), 0);
  assert.equal(await count("select from trail_event"), before, "no act, no trail");
  assert.equal((await browse(server, midwife).get(`/gezinnen/${line.trajectoryId}`)).status, 200);
});

test("a form sent while the connections are cut says so, and can be sent again as it is", async () => {
  const line = await aLine(midwife);
  const browser = browse(server, midwife);
  const { url, fields } = await signalForm(browser, line, "Tijdens de storing.");
  // Another session holds the line, so that the form waits inside its transaction, where it is cut.
  const holder = await heldBy(line.trajectoryId);
  const sent = browser.post(url, fields);
  await Promise.race([holder.whenSomeoneWaits(), sent]);
  await cutAll();
  await holder.letGo();
  const answer = await sent;
  assert.equal(answer.status, 503);
  assert.match(answer.text, /Even niet bereikbaar .*Er is niets half opgeslagen/);
  assert.equal(await count("select from signal where trajectory_id = $1", [line.trajectoryId]), 0);
  assert.equal((await browse(server, midwife).post(url, fields)).status, 403, "the token belongs to the browser");
  const again = await signalForm(browser, line, "Tijdens de storing.");
  assert.equal((await browser.post(again.url, { ...again.fields, _key: fields["_key" as never] })).status, 303);
  assert.equal(await count("select from signal where trajectory_id = $1", [line.trajectoryId]), 1);
});

/** Ends every connection of the application, as a restart of PostgreSQL does. */
const cutAll = () =>
  asAdmin("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'wieg_app'");

async function asAdmin(sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: region.adminUrl });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Keeps everyone from writing signals until it lets go. */
async function heldBy(_line: string) {
  const client = new pg.Client({ connectionString: region.adminUrl });
  await client.connect();
  await client.query("begin; lock table signal in share mode");
  return {
    whenSomeoneWaits: async () => {
      while (
        (
          await asAdmin(
            "select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())",
          )
        ).length === 0
      );
    },
    letGo: async () => {
      await client.query("rollback");
      await client.end();
    },
  };
}
