import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, test } from "node:test";
import { aServer, browse, type Browser } from "../../../main/testing/browse.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { ensurePoppler, readPdf } from "../../../platform/pdf/testing/poppler.ts";
import { decideCase } from "../server/decideCase.ts";
import { closeSitting, moveSitting, openSitting } from "../server/moveSitting.ts";
import { listLacking } from "../server/sitting.store.ts";
import { aCase, aSeries, aSitting, aTable, anAgenda, itemsBefore, seenBy, type Table } from "../testing/aSitting.ts";

const today = "2026-03-09";
let region: Region;
let server: FastifyInstance;
let table: Table;
let chair: Browser;
let series: string;
before(async () => {
  ensurePoppler();
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  table = await aTable(region);
  chair = browse(server, table.chair);
  series = await aSeries(table);
});
after(async () => {
  await server.close();
  await region.close();
});

const guest = {
  name: "Gerda Buiten",
  worksAs: "wijkagent",
  organisation: "Politie Parkstad",
  email: "gerda@example.org",
  phone: "06 00 00 00 00",
  familyKnows: "ja",
};

/** Two cases on the agenda of today's sitting, and a guest for the first; her link from the mail, and her code from the chair's page. */
async function aGuest(change: Parameters<typeof aCase>[1] = {}) {
  await region.setToday(today);
  const cases = [await aCase(table, change), await aCase(table)];
  const sitting = await aSitting(table, series, today);
  await anAgenda(table, sitting, cases);
  const [item] = await itemsBefore(table.chair, sitting);
  const at = `/overleggen/zittingen/${sitting}`;
  const asked = await chair.post(`${at}/gast-van-buiten`, { ...guest, itemId: item?.id });
  assert.equal(asked.status, 303, asked.text);
  return { cases, sitting, at, item, ...(await sent(at)) };
}
async function sent(at: string) {
  const [mail] = await region.asOwner<{ to_address: string; subject: string; body: string }>(
    "select to_address, subject, body from mail where once like 'conference-guest-link%' order by id desc limit 1",
  );
  return {
    mail,
    code: /\b\d{6}\b/.exec((await chair.get(at)).text)?.[0] ?? "",
    link: /\/overleg-gast\/[\w-]+/.exec(mail?.body ?? "")?.[0] ?? "",
  };
}
const readAs = async (link: string, code: string) => browse(server).post(link, { code });
const gone = (shown: Awaited<ReturnType<typeof readAs>>): void => {
  assert.equal(shown.status, 404);
  assert.match(shown.text, /De code klopt niet, of de link werkt niet meer/);
  assert.doesNotMatch(shown.text, /rekeningen/);
};

test("the chair asks someone outside Wieg; the mail says nothing, and mistakes stand beside their fields", async () => {
  const { at, mail, code } = await aGuest();
  assert.equal(mail?.to_address, guest.email);
  assert.doesNotMatch(`${mail?.subject} ${mail?.body}`, new RegExp(`Frijns|Parkstad|rekeningen|overleg(?!-gast/)|${code}`, "i"));
  const wrong = await chair.post(`${at}/gast-van-buiten`, { ...guest, itemId: "", email: "gerda", familyKnows: undefined });
  assert.equal(wrong.status, 422);
  for (const said of [/Kies voor welke casus/, /Vul een e-mailadres in/, /of het gezin dit goed vindt/]) assert.match(wrong.text, said);
  assert.match(wrong.html, /value="Gerda Buiten"/, "what was typed stays");
});

test("she reads the one case and no name, as often as she needs until the sitting closes; the trail and the lead know who", async () => {
  const { cases, link, code, sitting, item } = await aGuest({ parts: ["plan"] });
  assert.match((await browse(server).get(link)).text, /Code van zes cijfers/);
  const read = await readAs(link, `${code.slice(0, 3)} ${code.slice(3)}`);
  assert.equal(read.status, 200);
  for (const said of [/Wie helpt deze ouders aan rust/, /Wij hebben schulden/, /Wij willen dit zelf kunnen/, /Zaal 2/])
    assert.match(read.text, said);
  assert.doesNotMatch(read.text, /Frijns|Sanne|categorie/i);
  assert.equal((await readAs(link, code)).status, 200);
  const trail = await region.asOwner<{ part: string; purpose: string; holder_name: string }>(
    `select e.part, e.purpose, l.holder_name from trail_event e join one_time_link l on l.id = e.session_id
     where e.event = 'conference.guest-read' and e.trajectory_ids = array[$1::uuid]`,
    [cases[0]?.trajectoryId],
  );
  assert.deepEqual(
    trail,
    Array.from({ length: 2 }, () => ({ part: "plan", purpose: "case_conference", holder_name: "Gerda Buiten" })),
  );
  const family = await browse(server, table.midwife).get(`/gezinnen/${cases[0]?.trajectoryId}`);
  assert.match(family.text, /Gast van buiten\s*Gerda Buiten, wijkagent, Politie Parkstad/);

  const all = await region.asOwner<{ id: string }>("select id from conference_participant where sitting_id = $1", [sitting]);
  const opened = await openSitting(
    table.chair,
    await seenBy(table.chair, sitting),
    all.map(({ id }) => id),
  );
  assert.equal(opened.code, "done");
  const outcome = { decision: "De gemeente kijkt mee.", joining: [], lead: null, agreements: [], offers: [] };
  const now = (await itemsBefore(table.chair, sitting)).find(({ id }) => id === item?.id);
  assert.equal((await decideCase(table.chair, { itemId: now?.id ?? "", version: now?.version ?? 0 }, outcome)).code, "done");
  assert.equal((await readAs(link, code)).status, 200, "still open");
  assert.equal((await closeSitting(table.chair, await seenBy(table.chair, sitting))).code, "done");
  gone(await readAs(link, code));
});

test("the family's name only where everyone at the table may know it", async () => {
  const { link, code } = await aGuest({ parts: ["identity", "plan"] });
  assert.match((await readAs(link, code)).text, /Gezin\s*Frijns/);
});

test("a wrong code, five of them, a made up link: the same words, and nothing of the case", async () => {
  const { link, code } = await aGuest();
  gone(await readAs(`${link}x`, code));
  const other = code === "000000" ? "000001" : "000000";
  for (let times = 0; times < 5; times += 1) gone(await readAs(link, other));
  gone(await readAs(link, code));
});

test("consent withdrawn, a case off the agenda, a guest who does not come, the day after: nothing to read", async () => {
  const first = await aGuest();
  await region.asOwner("update consent set withdrawn_on = $2 where trajectory_id = $1", [first.cases[0]?.trajectoryId, today]);
  gone(await readAs(first.link, first.code));
  const second = await aGuest();
  await chair.get(`${second.at}/agenda`);
  assert.equal((await chair.post(`${second.at}/agenda`, { cases: [second.cases[1]?.caseId ?? ""] })).status, 303);
  gone(await readAs(second.link, second.code));
  const third = await aGuest();
  const [row] = await region.asOwner<{ id: string }>("select id from conference_guest where sitting_id = $1", [third.sitting]);
  const pressed = await chair.post(`${third.at}/gast-van-buiten/${row?.id}/eraf`);
  assert.equal(pressed.status, 303);
  gone(await readAs(third.link, third.code));
  const fourth = await aGuest();
  await region.setToday("2026-03-10");
  gone(await readAs(fourth.link, fourth.code));
  await region.setToday(today);
  assert.equal((await readAs(fourth.link, fourth.code)).status, 200);
});

test("a new link ends the old one; a moved sitting is told without its reason, and the same link reads on", async () => {
  const { at, link, code, sitting } = await aGuest();
  const [row] = await region.asOwner<{ id: string }>("select id from conference_guest where sitting_id = $1", [sitting]);
  assert.equal((await chair.post(`${at}/gast-van-buiten/${row?.id}/link`)).status, 303);
  gone(await readAs(link, code));
  const again = await sent(at);
  assert.equal((await readAs(again.link, again.code)).status, 200);
  const when = { heldOn: "2026-03-16", startsAt: "13:30", endsAt: "15:00", place: "Zaal 3", link: null };
  assert.equal((await moveSitting(table.chair, await seenBy(table.chair, sitting), when, null)).code, "done");
  const [mail] = await region.asOwner<{ body: string }>("select body from mail where to_address = $1 order by id desc limit 1", [
    guest.email,
  ]);
  assert.match(mail?.body ?? "", /Daaraan is iets veranderd/);
  assert.doesNotMatch(mail?.body ?? "", /Frijns|Parkstad|Zaal/);
  await region.setToday("2026-03-12");
  assert.match((await readAs(again.link, again.code)).text, /16 maart 2026.*Zaal 3/);
  await region.setToday(today);
});

test("only who chairs it asks a guest or sees the code", async () => {
  const { at, code } = await aGuest();
  const nurse = browse(server, table.nurse);
  assert.equal((await nurse.get(`${at}/gast-van-buiten`)).status, 404);
  const seen = await nurse.get(at);
  assert.match(seen.text, /Gerda Buiten/);
  assert.doesNotMatch(seen.text, new RegExp(`${code}|${guest.email}`));
});

test("on the wall no more than the guest may see, unless she is not there", async () => {
  const { at, sitting, item } = await aGuest({ parts: ["identity", "plan"] });
  assert.match((await chair.get(`${at}/beginnen`)).text, /Gerda Buiten, wijkagent, Politie Parkstad \(gast\)/);
  const idOf = async (from: string) => (await region.asOwner<{ id: string }>(`select id from ${from}`, [sitting]))[0]?.id ?? "";
  const hers = await idOf("conference_guest where sitting_id = $1");
  const chairs = await idOf("conference_participant where kind = 'chair' and sitting_id = $1");
  const lackingOfGuest = async (present: readonly string[]) => {
    await chair.get(`${at}/beginnen`);
    assert.equal((await chair.post(`${at}/beginnen`, { present })).status, 303);
    const lacking = await withActor(table.chair, "conference.wall-read", ({ db }) => listLacking(db, item?.id ?? ""));
    return lacking.filter(({ organisationId }) => organisationId === null).map(({ part }) => part);
  };
  assert.deepEqual((await lackingOfGuest([chairs, hers])).toSorted(), ["category_route", "plan"], "the name she may know, the file not");
  assert.deepEqual(await lackingOfGuest([chairs]), []);
});

test("the order of the agenda: one press a place, also without a script; of two at once one is first", async () => {
  const { at, sitting, item } = await aGuest();
  const order = async () => (await itemsBefore(table.chair, sitting)).map(({ id, nr }) => [id === item?.id, nr]);
  assert.deepEqual(await order(), [
    [true, 1],
    [false, 2],
  ]);
  const page = await chair.get(at);
  const down = `${at}/agenda/${item?.id}/omlaag`;
  assert.match(page.html, /↓ Omlaag: casus 1/);
  assert.equal(page.hidden(`${at}/agenda/${item?.id}/omhoog`), null, "the first can't go up");
  const stale = page.hidden(down)?.["version"];
  const pressed = await chair.submit(down);
  assert.match(pressed.text, /De casus staat nu op plaats 2/);
  assert.deepEqual(await order(), [
    [false, 1],
    [true, 2],
  ]);
  assert.match((await chair.submit(`${at}/agenda/${item?.id}/omhoog`, { version: stale })).text, /Een ander was u net voor/);
  assert.deepEqual(await order(), [
    [false, 1],
    [true, 2],
  ]);
  const nurse = browse(server, table.nurse);
  assert.equal((await nurse.post(`${at}/agenda/${item?.id}/omhoog`, { version: stale })).status, 404);
  assert.deepEqual(await order(), [
    [false, 1],
    [true, 2],
  ]);
});

test("on paper: the list names no family and leaves room for notes; the decisions are of who may still see them", async () => {
  const { at, sitting, item } = await aGuest({ parts: ["identity", "plan"] });
  const read = async (browser: Browser, word: string) => {
    const file = await server.inject({
      method: "GET",
      url: `${at}/${word}.pdf`,
      headers: { cookie: `wieg-sessie=${browser === chair ? table.chair.token : table.nurse.token}` },
    });
    return { status: file.statusCode, text: file.statusCode === 200 ? readPdf(file.rawPayload).words.replace(/\s+/g, " ") : "" };
  };
  const nurse = browse(server, table.nurse);
  const list = await read(nurse, "lijst");
  for (const said of [
    /MDO Parkstad/,
    /9 maart 2026, 13.30 tot 15.00 uur/,
    /Zaal 2/,
    /Gerda Buiten, wijkagent, Politie Parkstad gast voor casus 1/,
    /Casus 1: Wie helpt deze ouders/,
    /Aantekeningen/,
  ])
    assert.match(list.text, said);
  assert.doesNotMatch(list.text, /Frijns|Sanne|schulden/);
  assert.equal((await read(nurse, "besluiten")).status, 404, "nothing is decided yet");
  const all = await region.asOwner<{ id: string }>("select id from conference_participant where sitting_id = $1", [sitting]);
  await chair.post(`${at}/beginnen`, { present: all.map(({ id }) => id) });
  const now = (await itemsBefore(table.chair, sitting)).find(({ id }) => id === item?.id);
  const { organisationId, role } = table.worker;
  const outcome = {
    decision: "De gemeente kijkt mee.",
    joining: [{ organisationId, role, membershipId: null }],
    lead: null,
    agreements: [],
    offers: [],
  };
  assert.equal((await decideCase(table.chair, { itemId: now?.id ?? "", version: now?.version ?? 0 }, outcome)).code, "done");
  const decided = await read(nurse, "besluiten");
  assert.match(
    decided.text,
    /Casus 1: Wie helpt deze ouders.*De gemeente kijkt mee\..*Blijft betrokken Gemeente Heerlen, medewerker gemeente/,
  );
  assert.doesNotMatch(decided.text, /Frijns/);
  assert.equal((await closeSitting(table.chair, await seenBy(table.chair, sitting))).code, "done");
  assert.equal((await read(nurse, "lijst")).status, 404);
  assert.equal((await read(nurse, "besluiten")).status, 404, "the outcome does not name her");
});
