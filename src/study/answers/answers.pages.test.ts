import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { linkTurns } from "./server/turns.ts";
import { anAsk, type MadeAsk } from "../waves/testing/anAsk.ts";

let region: Region;
let server: FastifyInstance;
before(async () => {
  region = await aRegion();
  server = await aServer();
});
after(async () => {
  await server.close();
  await region.close();
});

const at = ({ token }: MadeAsk, page = "") => `/vragenlijst/${token}${page}`;
const one = { "brs-1": "4", "brs-2": "2", "brs-3": "liever-niet" };
const two = { "brs-4": "1", "brs-5": "", "brs-6": "5" };
const rows = (ask: MadeAsk) =>
  region.asOwner<{ item: string; value: number | null; missing: string | null }>(
    "select item, value, missing from study_answer where ask_id = $1 order by item",
    [ask.id],
  );
const state = async (ask: MadeAsk) =>
  (await region.asOwner<{ state: string }>("select state from study_ask where id = $1", [ask.id]))[0]?.state;
const events = async (event: string) =>
  (await region.asOwner<{ n: number }>("select count(*)::integer as n from trail_event where event = $1 and outcome = 'done'", [event]))[0]
    ?.n ?? 0;

test("a woman answers in short steps, each kept, and after the end the link shows nothing of it", async () => {
  const ask = await anAsk(region);
  const phone = browse(server);
  const start = await phone.get(at(ask));
  assert.match(start.text, /Het zijn 6 korte vragen\. .* Uw naam staat er niet bij/);
  assert.doesNotMatch(start.html, /<script/, "no script");
  const first = await phone.get(at(ask, "/1"));
  assert.match(first.text, /Stap 1 van 2 .* 1\. I tend to bounce back/);
  assert.match(first.html, /lang="en"/, "the words of the instrument are in their own language");
  assert.equal(first.headers["referrer-policy"], "no-referrer");
  assert.equal((await phone.post(at(ask, "/1"), one)).location, at(ask, "/2"));
  const again = await browse(server).get(at(ask, "/1"));
  assert.doesNotMatch(again.html, /checked=""/, "what was answered is not shown to who looks along");
  assert.match(again.text, /U gaf hier al antwoord/);
  assert.match((await browse(server).get(at(ask))).text, /Ga verder waar u was/);
  await phone.get(at(ask, "/2"));
  const done = await phone.post(at(ask, "/2"), two);
  assert.match((await phone.get(done.location)).text, /Uw antwoorden zijn bewaard/);
  assert.deepEqual(await rows(ask), [
    { item: "brs-1", value: 4, missing: null },
    { item: "brs-2", value: 2, missing: null },
    { item: "brs-3", value: null, missing: "declined" },
    { item: "brs-4", value: 1, missing: null },
    { item: "brs-5", value: null, missing: "skipped" },
    { item: "brs-6", value: 5, missing: null },
  ]);
  assert.equal(await state(ask), "answered");
  assert.equal(await events("study.list-answered"), 1);
  for (const page of ["", "/1", "/2", "/stoppen"]) {
    const after = await browse(server).get(at(ask, page));
    assert.equal(after.status, 404);
    assert.match(after.text, /Er staat hier niets voor u klaar/);
  }
});

test("the battery dies half-way: she goes on where she was, and what she did not reach says so when the time is over", async () => {
  const ask = await anAsk(region);
  await browse(server).post(at(ask, "/1"), one);
  const start = await browse(server).get(at(ask));
  assert.match(start.html, new RegExp(`href="${at(ask, "/2")}"`));
  await region.asOwner("select study.expire_ask($1)", [ask.id]);
  assert.deepEqual(
    (await rows(ask)).map(({ missing }) => missing),
    [null, null, "declined", "not_reached", "not_reached", "not_reached"],
  );
  assert.equal(await state(ask), "expired");
});

test("forwarded after the end, guessed, revoked, expired and of who withdrew: one neutral page, the same for all", async () => {
  const [revoked, expired, withdrawn] = [await anAsk(region), await anAsk(region), await anAsk(region)];
  await region.asOwner("update study_link set revoked_at = now() where ask_id = $1", [revoked.id]);
  await region.asOwner("update study_link set expires_at = now() where ask_id = $1", [expired.id]);
  await region.asOwner("update study_participant set state = 'withdrawn', ended_on = app.today() where id = $1", [withdrawn.participantId]);
  const guessed = { ...revoked, token: randomBytes(32).toString("base64url") };
  const seen = await Promise.all([revoked, expired, withdrawn, guessed].map((ask) => browse(server).get(at(ask))));
  for (const page of seen) {
    assert.equal(page.status, 404);
    assert.equal(page.text, seen[0]?.text);
    const said = JSON.stringify([page.text, page.headers["set-cookie"] ?? ""]);
    assert.doesNotMatch(said, /W-[A-Z2-9]{6}|study_1|T0/);
  }
  const posted = await browse(server).post(at(withdrawn, "/1"), one);
  assert.equal(posted.status, 404);
  assert.match(posted.text, /Wat u op de vorige bladzijde hebt gekozen, is niet bewaard/);
  assert.deepEqual(await rows(withdrawn), []);
});

test("two devices at once: the last answer counts, the other is kept beside it, and she is told so", async () => {
  const ask = await anAsk(region);
  const [phone, tablet] = [browse(server), browse(server)];
  await phone.get(at(ask, "/1"));
  await tablet.get(at(ask, "/1"));
  await phone.post(at(ask, "/1"), { "brs-1": "4", "brs-2": "2" });
  const last = await tablet.post(at(ask, "/1"), { "brs-1": "1", "brs-3": "3" });
  assert.match(
    (await tablet.get(last.location)).text,
    /Vraag 1 was intussen ook op een ander apparaat beantwoord\. Uw laatste antwoord telt/,
  );
  assert.deepEqual(
    (await rows(ask)).map(({ item, value }) => [item, value]),
    [
      ["brs-1", 1],
      ["brs-2", 2],
      ["brs-3", 3],
    ],
    "a question left open on one takes no answer of the other away",
  );
  const earlier = await region.asOwner("select item, value from study_answer_earlier where ask_id = $1 and value is not null", [ask.id]);
  assert.deepEqual(earlier, [{ item: "brs-1", value: 4 }]);
});

test("an answer out of range is refused beside its question, and what was chosen stays", async () => {
  const ask = await anAsk(region);
  const phone = browse(server);
  for (const wrong of ["6", "0", "-1", "4.5", "vier", "4 "]) {
    const answer = await phone.post(at(ask, "/1"), { ...one, "brs-2": wrong });
    assert.equal(answer.status, 422, wrong);
    assert.match(answer.text, /Kies een van de antwoorden die hier staan/);
    assert.match(answer.html, /name="brs-1"[^>]*value="4"[^>]*checked|checked[^>]*name="brs-1"[^>]*value="4"|checked=""[^>]*value="4"/);
  }
  assert.deepEqual(await rows(ask), []);
});

test("she may stop at any moment: she is told what becomes of it, and the list is closed", async () => {
  const ask = await anAsk(region);
  const phone = browse(server);
  await phone.post(at(ask, "/1"), one);
  assert.match((await phone.get(at(ask, "/stoppen"))).text, /Wat u al invulde, bewaren we/);
  assert.equal(await state(ask), "open", "looking stops nothing: mail programs open links too");
  const stopped = await phone.post(at(ask, "/stoppen"));
  assert.match((await phone.get(stopped.location)).text, /U bent gestopt/);
  assert.equal(await state(ask), "declined");
  assert.equal(await events("study.list-declined"), 1);
  assert.equal((await browse(server).get(at(ask))).status, 404);
});

test("a next version loaded while a list is open leaves that list on its own version", async () => {
  const ask = await anAsk(region, { forms: ["care-own-items"] });
  await browse(server).get(at(ask, "/1"));
  const [desk] = await region
    .asOwner<{ id: string }>("select id from professional limit 1")
    .then(async (found) => (found.length > 0 ? found : [{ id: (await region.actor("research_desk", "office")).professionalId }]));
  await region.asOwner(
    `insert into instrument (form, language, version, content, validated, loaded_by)
     select 'care-own-items', 'nl', '2', jsonb_set(jsonb_set($2::jsonb, '{scale,version}', '"2"'), '{questionnaire,item,0,text}', '"Een nieuwe vraag."'), true, $1`,
    [
      desk?.id,
      JSON.stringify(
        (await import("../instruments/suppliedInstruments.ts")).suppliedInstruments.find(({ scale }) => scale.form === "care-own-items"),
      ),
    ],
  );
  const page = await browse(server).get(at(ask, "/1"));
  assert.match(page.text, /Ik vind dat kraamzorg goed is/);
  assert.doesNotMatch(page.text, /Een nieuwe vraag/);
  await browse(server).post(at(ask, "/1"), { "own-attitude": "4" });
  const [kept] = await region.asOwner<{ version: string }>(
    "select instrument_version as version from study_answer where ask_id = $1 limit 1",
    [ask.id],
  );
  assert.equal(kept?.version, "1");
});

test("the database is away while she sends: nothing is half kept, what she chose travels along unseen, and one press sends it again", async () => {
  const ask = await anAsk(region);
  const phone = browse(server);
  await phone.get(at(ask, "/1"));
  await region.asOwner(`create function test_away() returns trigger language plpgsql as
    $$ begin raise exception 'away' using errcode = 'cannot_connect_now'; end $$`);
  await region.asOwner("create trigger test_away before insert on study_answer for each row execute function test_away()");
  const away = await phone.post(at(ask, "/1"), one);
  await region.asOwner("drop trigger test_away on study_answer");
  assert.equal(away.status, 503);
  assert.equal(away.headers["retry-after"], "30");
  assert.match(away.text, /nog niet bewaard, maar zit nog in deze bladzijde.* Verstuur opnieuw/);
  assert.doesNotMatch(away.html, /type="radio"|Naar mijn werk/, "who looks along sees no answer, and she has no work here");
  assert.deepEqual(await rows(ask), []);
  assert.equal((await phone.post(at(ask, "/1"))).location, at(ask, "/2"));
  assert.deepEqual(
    (await rows(ask)).map(({ item, value, missing }) => [item, value ?? missing]),
    [
      ["brs-1", 4],
      ["brs-2", 2],
      ["brs-3", "declined"],
    ],
  );
});

test("more people than can wait: who comes then is told so, in her browser's language, and is served as soon as there is room", async () => {
  const ask = await anAsk(region);
  const phone = browse(server);
  await phone.get(at(ask, "/1"));
  const crowd = new AbortController();
  const turns = Array.from({ length: 5005 }, () => linkTurns.take(crowd.signal));
  const told = await phone.post(at(ask, "/1"), one);
  assert.equal(told.status, 503);
  assert.match(told.text, /Veel mensen vullen nu tegelijk iets in/);
  const looked = await server.inject({ method: "GET", url: at(ask), headers: { "accept-language": "en-GB,en;q=0.9" } });
  assert.equal(looked.statusCode, 503);
  assert.match(looked.payload, /<html lang="en"[\s\S]*Try again in a few minutes with the same link/);
  crowd.abort();
  for (const turn of turns) (await turn)?.();
  assert.equal((await phone.post(at(ask, "/1"))).location, at(ask, "/2"));
  assert.equal((await rows(ask)).length, 3);
});
