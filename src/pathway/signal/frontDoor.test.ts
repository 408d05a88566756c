import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, beforeEach, test } from "node:test";
import { aServer, browse, type Browser } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";

let region: Region;
let server: FastifyInstance;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-12"); // a Thursday
  server = await aServer();
  await region.actor("youth_nurse", "youthHealth");
  await region.actor("municipal_worker", "municipality");
});
beforeEach(() => region.asOwner("delete from front_door_use"));
after(async () => {
  await server.close();
  await region.close();
});

const words = "Ik slaap slecht en de rekeningen blijven liggen.";

/** Fills in the first four questions; gives the address of the fifth. */
async function fillIn(her: Browser, change: { words?: string } = {}): Promise<string> {
  await her.get("/hulp-vragen");
  await her.submit("/hulp-vragen", { municipality: "GM0917" });
  await her.submit("/hulp-vragen/2", { topics: ["money", "stress"] });
  await her.submit("/hulp-vragen/3", { words: change.words ?? words, givenName: "Sanne" });
  await her.submit("/hulp-vragen/4", { channel: "phone", contact: "06 12345678", speaks: "Pools" });
  return "/hulp-vragen/5";
}
const moments = { safeMoments: ["weekday-morning"], othersMayAnswer: "no" };
const requests = () =>
  region.asOwner<{ reference: string; words: string; organisation: string; due_on: string; others_may_answer: boolean }>(
    "select r.*, o.name as organisation from help_request r join organisation o on o.id = r.organisation_id order by r.created_at desc",
  );

test("five questions, no script, and on every screen who to call and a way out", async () => {
  const her = browse(server);
  const seen = [await her.get("/hulp-vragen")];
  seen.push(await her.submit("/hulp-vragen", { postcode: "", municipality: "GM0917" }));
  seen.push(await her.submit("/hulp-vragen/2", { topics: "money" }));
  seen.push(await her.submit("/hulp-vragen/3", { words }));
  seen.push(await her.submit("/hulp-vragen/4", { channel: "sms", contact: "06 12345678" }));
  seen.push(await her.submit("/hulp-vragen/5", moments));
  assert.deepEqual(
    seen.map(({ status }) => status),
    [200, 200, 200, 200, 200, 200],
  );
  for (const [at, page] of seen.entries()) {
    assert.doesNotMatch(page.html, /<script/);
    assert.match(page.html, /href="tel:112"/);
    assert.match(page.html, /href="tel:08002000"/);
    assert.match(page.html, /href="\/hulp-vragen\/weg"/);
    assert.equal(page.headers["cache-control"], "no-store");
    if (at < 5) assert.match(page.text, new RegExp(`Vraag ${at + 1} van 5`));
    assert.doesNotMatch(/<title>(.*?)<\/title>/.exec(page.html)?.[1] ?? "", /hulp/i, "nothing in the history but the address");
  }
  assert.match(seen[5]?.text ?? "", /JGZ Zuid neemt contact met u op, uiterlijk vr 13 november 2026/);
  const [arrived] = await requests();
  assert.match(seen[5]?.text ?? "", new RegExp(arrived?.reference ?? "-"));
  assert.deepEqual(
    [arrived?.organisation, arrived?.words, arrived?.due_on, arrived?.others_may_answer],
    ["JGZ Zuid", words, "2026-11-13", false],
  );
  const work = await region.asOwner<{ facts: object }>("select facts from work_item where kind = 'help-request' and closed_at is null");
  assert.equal(work.length, 1, "the nurses of the JGZ");
  assert.doesNotMatch(JSON.stringify(work), /Sanne|rekeningen|06/);
});

test("going back and refreshing show what she answered; a mistake keeps it too", async () => {
  const her = browse(server);
  const last = await fillIn(her);
  assert.match((await her.get("/hulp-vragen/3")).text, new RegExp(words));
  assert.match((await her.get("/hulp-vragen/3")).html, /value="Sanne"/);
  assert.match((await her.get("/hulp-vragen/4")).html, /value="06 12345678"/);
  await her.get(last);
  const wrong = await her.post(last, { othersMayAnswer: "no" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Kies wanneer het veilig is/);
});

test("a question that is sent twice arrives once, one after the other and at the same time", async () => {
  const her = browse(server);
  const last = await fillIn(her);
  const before = (await requests()).length;
  const page = await her.get(last);
  const fields = { ...page.hidden(last), ...moments };
  const answers = await Promise.all([1, 2, 3, 4].map(() => her.post(last, fields)));
  assert.deepEqual(
    answers.map(({ location }) => location),
    Array.from({ length: 4 }, () => "/hulp-vragen/verstuurd"),
  );
  assert.equal((await her.post(last, fields)).location, "/hulp-vragen/verstuurd");
  assert.equal((await requests()).length, before + 1);
  const sent = await her.get("/hulp-vragen/verstuurd");
  assert.equal((await her.get("/hulp-vragen/verstuurd")).text, sent.text, "refreshed");
});

test("what she fills in can be read by nobody, and is gone when she leaves", async () => {
  const her = browse(server);
  await fillIn(her);
  const [draft] = await region.asOwner<{ content: Buffer }>(
    "select content from help_draft where content is not null order by changed_at desc limit 1",
  );
  assert.ok(draft && !draft.content.toString("latin1").includes("rekeningen"));
  const drafts = async () =>
    Number((await region.asOwner<{ n: string }>("select count(*) as n from help_draft where content is not null"))[0]?.n);
  const before = await drafts();
  const out = await her.get("/hulp-vragen/weg");
  assert.equal(out.status, 303);
  assert.match(out.location, /^https:\/\/www\.knmi\.nl/);
  assert.match(String(out.headers["clear-site-data"]), /cache/);
  assert.equal(await drafts(), before - 1);
  assert.match((await her.get("/hulp-vragen/3")).text, /Uw antwoorden zijn weg/);
});

test("her network address stands nowhere: not in the counts, not in the trail", async () => {
  const her = browse(server);
  await her.submit(await fillIn(her), moments);
  const [found] = await region.asOwner<{ n: string }>(
    "select count(*) as n from trail_event where event = 'help.asked' and (source like '%127.0.0.1%' or source <> 'front-door')",
  );
  assert.equal(Number(found?.n), 0);
  const [counted] = await region.asOwner<{ hash: Buffer }>(
    "select source_hash as hash from front_door_use where length(source_hash) > 0 limit 1",
  );
  assert.equal(counted?.hash.length, 32);
});

test("a flood is stopped per source and in all, in words, with the numbers to call; who was filling in may go on", async () => {
  await region.asOwner("update front_door_limit set of_source_a_day = 3, of_all_an_hour = 4 where act = 'begin'");
  try {
    const early = browse(server);
    await early.get("/hulp-vragen");
    await early.submit("/hulp-vragen", { municipality: "GM0917" });
    const visitors = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const bot = browse(server);
        await bot.get("/hulp-vragen");
        return bot.post("/hulp-vragen", { municipality: "GM0917" });
      }),
    );
    assert.equal(visitors.filter(({ status }) => status === 303).length, 2);
    const [refused] = visitors.filter(({ status }) => status === 429);
    assert.match(refused?.text ?? "", /te druk.*112.*0800 2000/);
    assert.match((await early.submit("/hulp-vragen/2", { topics: "baby" })).text, /Vraag 3 van 5/);
    await region.asOwner("update front_door_limit set of_source_a_day = 100 where act = 'begin'");
    const late = async () => {
      const her = browse(server);
      await her.get("/hulp-vragen");
      return (await her.post("/hulp-vragen", { municipality: "GM0917" })).status;
    };
    assert.deepEqual([await late(), await late()], [303, 429], "everyone together");
  } finally {
    await region.asOwner("update front_door_limit set of_source_a_day = 60, of_all_an_hour = 2000 where act = 'begin'");
  }
});

test("a flood of questions stops before it reaches the people who answer, and is not half delivered", async () => {
  await region.asOwner("update front_door_limit set of_source_a_day = 1 where act = 'send'");
  try {
    const first = browse(server);
    assert.match((await first.submit(await fillIn(first), moments)).text, /verstuurd/);
    const before = (await requests()).length;
    const second = browse(server);
    const stopped = await second.submit(await fillIn(second), moments);
    assert.equal(stopped.status, 429);
    assert.equal((await requests()).length, before);
    await region.asOwner("update front_door_limit set of_source_a_day = 12 where act = 'send'");
    assert.match((await second.submit("/hulp-vragen/5", moments)).text, /verstuurd/, "nothing she wrote was lost");
  } finally {
    await region.asOwner("update front_door_limit set of_source_a_day = 12 where act = 'send'");
  }
});

test("a program that fills in everything is stopped, and a person who did so by accident is told", async () => {
  const bot = browse(server);
  await bot.get("/hulp-vragen");
  const answer = await bot.post("/hulp-vragen", { municipality: "GM0917", remark2: "buy now" });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Stuur het nog een keer/);
});

test("5,000 characters arrive as they were written; more are refused beside the field", async () => {
  const her = browse(server);
  const long = "Ik weet niet waar ik moet beginnen. é漢ع".repeat(200).slice(0, 5000).replace(/ $/, ".");
  const last = await fillIn(her, { words: long });
  assert.match((await her.submit(last, moments)).text, /verstuurd/);
  assert.ok((await requests())[0]?.words === long);
  const other = browse(server);
  await fillIn(other);
  await other.get("/hulp-vragen/3");
  assert.equal((await other.post("/hulp-vragen/3", { words: `${long}!` })).status, 422);
});

test("in English, and the language can be changed on the way", async () => {
  const her = browse(server);
  const first = await her.get("/en/ask-for-help");
  assert.match(first.html, /<html lang="en"/);
  assert.match(first.text, /Where do you live\?/);
  await her.submit("/en/ask-for-help", { municipality: "GM0917" });
  assert.match((await her.get("/hulp-vragen/2")).text, /Waar wilt u hulp bij\?/);
  await her.get("/en/ask-for-help/4");
  await her.submit("/en/ask-for-help/4", { channel: "self" });
  await her.get("/en/ask-for-help/5");
  const sent = await her.submit("/en/ask-for-help/5", {});
  assert.match(sent.text, /Call JGZ Zuid when it suits you/);
  assert.match(sent.html, /href="tel:0450000000"/);
});

test("outside the region, or with an unknown postcode, she is told what to do", async () => {
  const her = browse(server);
  await her.get("/hulp-vragen");
  assert.match((await her.submit("/hulp-vragen", { municipality: "elsewhere" })).text, /Wij helpen in Zuid-Limburg/);
  await her.get("/hulp-vragen");
  assert.match((await her.post("/hulp-vragen", { postcode: "1234 AB" })).text, /Wij kennen deze postcode niet/);
  await region.asOwner("insert into postcode_area values ('6411AA', 1, 99, 'GM0917')");
  assert.match((await her.submit("/hulp-vragen", { postcode: "6411aa" })).text, /Vraag 2 van 5/);
});

test("when the database is away the numbers to call are still there", async () => {
  await region.asOwner("revoke execute on function trust.find_help_draft from wieg_app");
  try {
    const her = browse(server);
    await her.get("/hulp-vragen");
    await her.post("/hulp-vragen", { municipality: "GM0917" });
    const page = await her.get("/hulp-vragen/2");
    assert.equal(page.status, 503);
    assert.match(page.text, /Dat ligt aan ons.*112/);
  } finally {
    await region.asOwner("grant execute on function trust.find_help_draft to wieg_app");
  }
});

test("nothing at the front door gives anything away to who does not hold the key", async () => {
  const her = browse(server);
  await her.submit(await fillIn(her), moments);
  const other = browse(server);
  assert.match((await other.get("/hulp-vragen/verstuurd")).text, /Uw antwoorden zijn weg/);
  assert.equal((await other.get("/hulp-vragen/9")).status, 404);
});

test("an administrator chooses who answers in a municipality, and the next question goes there", async () => {
  const screen = browse(server, await region.actor("platform_admin", "office"));
  assert.match((await screen.get("/beheer/voordeur")).text, /Nu: JGZ Zuid/);
  assert.match((await screen.submit("/beheer/voordeur", { GM0917: region.organisationId("municipality") })).text, /Vastgelegd/);
  const her = browse(server);
  assert.match((await her.submit(await fillIn(her), moments)).text, /Gemeente Heerlen neemt contact met u op/);
  await screen.get("/beheer/voordeur");
  await screen.submit("/beheer/voordeur", { GM0917: "" });
  const next = browse(server);
  assert.match((await next.submit(await fillIn(next), moments)).text, /JGZ Zuid neemt contact/);
});
