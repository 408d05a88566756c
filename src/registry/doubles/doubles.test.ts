import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse, type Browser } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aFile, aLine, exportDay } from "../caseload/testing/aCaseload.ts";
import { runCaseloadJobs } from "../caseload/testing/jobs.ts";
import { aRegion, type Region } from "../testing/aRegion.ts";
import { findDoublesTask } from "./server/findDoubles.ts";

let region: Region;
let server: FastifyInstance;
let atPractice: Actor;
let atOther: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(exportDay);
  server = await aServer();
  atPractice = await region.actor("midwife", "practice");
  atOther = await region.actor("midwife", "otherPractice");
});
after(async () => {
  await server.close();
  await region.close();
});

const offerAddress = "/gezinnen/importeren";

async function takeIn(browser: Browser, file: string): Promise<string> {
  await browser.get(offerAddress);
  const address = (await browser.upload(offerAddress, { field: "bestand", name: "export.csv", content: file })).location;
  await runCaseloadJobs(region);
  await browser.get(address);
  await browser.post(`${address}/overnemen`);
  await runCaseloadJobs(region);
  return address;
}

const lineOf = async (organisation: string, familyName: string): Promise<string> => {
  const [row] = await region.asOwner<{ id: string }>(
    "select t.id from trajectory t join family_member m using (family_id) where t.author_organisation_id = $1 and m.family_name = $2",
    [organisation, familyName],
  );
  return row?.id ?? "";
};

/** All that decides who sees what of a line. */
const stateOf = (line: string) =>
  region.asOwner(
    `select t.state, t.ended_on, t.end_reason, t.due_date, t.family_id,
       (select jsonb_agg(to_jsonb(r) order by r.id) from care_relation r where r.trajectory_id = t.id) as relations,
       (select jsonb_agg(to_jsonb(g) order by g.principal, g.part) from access_grant g where g.trajectory_id = t.id) as grants,
       (select jsonb_agg(to_jsonb(c) order by c.id) from consent c where c.trajectory_id = t.id) as consents,
       (select jsonb_agg(to_jsonb(w) order by w.id) from work_item w where w.trajectory_id = t.id and w.kind <> 'line-merged') as work
     from trajectory t where t.id = $1`,
    [line],
  );

/** What an uploader can learn: every page of her upload, without what differs by chance. */
async function allThatIsShown(browser: Browser, address: string): Promise<readonly string[]> {
  const pages = ["", "/regels?toon=klaar", "/regels?toon=vragen", "/regels?toon=overgenomen", "/regels/2"];
  const shown: string[] = [];
  for (const page of pages) {
    const { status, text } = await browser.get(`${address}${page}`);
    shown.push(`${status} ${text.replace("Het overnemen is begonnen. ", "").replaceAll(/\d+\.\d\d uur/g, "")}`);
  }
  return shown;
}

test("who offers a family that another practice has too is shown exactly what she is shown without", async () => {
  await takeIn(browse(server, atPractice), aFile([aLine({ Cliëntnummer: "M1", Achternaam: "Habets" })]));
  await findDoublesTask.run({});
  const withDouble = browse(server, atOther);
  const without = browse(server, await region.actor("midwife", "hospital"));
  const shown: (readonly string[])[] = [];
  for (const [browser, names] of [
    [withDouble, { Achternaam: "Habets" }],
    [without, { Achternaam: "Quaedvlieg", Voornaam: "Fenna" }],
  ] as const) {
    const address = await takeIn(browser, aFile([aLine({ Cliëntnummer: "G1", ...names })]));
    const before = await allThatIsShown(browser, address);
    await findDoublesTask.run({});
    assert.deepEqual(await allThatIsShown(browser, address), before);
    shown.push(
      before.map((text) =>
        text.replaceAll(/Renée Habets|Fenna Quaedvlieg/g, "Zij").replaceAll(/Ziekenhuis Heuvelland|Praktijk De Geul/g, "Zelf"),
      ),
    );
  }
  assert.deepEqual(shown[0], shown[1]);
  assert.match(shown[0]?.[0] ?? "", /1 gezin overgenomen/);
  assert.deepEqual(await region.asOwner("select state from double_review"), [{ state: "open" }]);
});

test("the application has no way to look among other organisations' families", async () => {
  const [row] = await region.asOwner<{ may: boolean }>(
    `select bool_or(has_function_privilege('wieg_app', p.oid, 'execute')) as may from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'trust' and p.proname in ('take_double_checks', 'put_double_review', 'leading_line', 'merge_lines')`,
  );
  assert.equal(row?.may, false);
  const [table] = await region.asOwner<{ may: boolean }>("select has_table_privilege('wieg_app', 'double_check', 'select') as may");
  assert.equal(table?.may, false);
});

test("a neutral reviewer sees the least that says it, and that she looked is in the trail of both lines", async () => {
  const reviewer = browse(server, await region.actor("neutral_reviewer", "office"));
  const list = await reviewer.get("/dubbelen");
  assert.match(list.text, /Praktijk De (?:Maas|Geul) en Praktijk De (?:Maas|Geul)/);
  assert.doesNotMatch(list.text, /Habets/);
  assert.match((await reviewer.get("/werk")).text, /Zijn dit twee keer dezelfde\?/);
  const id = /\/dubbelen\/([0-9a-f-]{36})/.exec(list.html)?.[1] ?? "";
  const shown = await reviewer.get(`/dubbelen/${id}`);
  assert.match(shown.text, /Achternaam Habets Habets Geboortedatum vr 21 juli 1995 vr 21 juli 1995/);
  assert.doesNotMatch(shown.text, /Kerkstraat|0612345678|C1\b|Geboortezorg|CZ/);
  const [event] = await region.asOwner<{ lines: number; purpose: string }>(
    "select cardinality(trajectory_ids) as lines, purpose from trail_event where event = 'double.read' order by seq desc limit 1",
  );
  assert.deepEqual(event, { lines: 2, purpose: "neutral review of a likely double" });
  const [one] = await region.asOwner<{ id: string }>("select one_trajectory_id as id from double_review");
  assert.equal((await reviewer.get(`/gezinnen/${one?.id}`)).status, 403);
});

test("nobody else reviews: not a midwife, not a reviewer of one of the two practices, not with an id", async () => {
  const [review] = await region.asOwner<{ id: string }>("select id from double_review");
  const partial = browse(server, await region.actor("neutral_reviewer", "practice"));
  assert.doesNotMatch((await partial.get("/dubbelen")).text, /Praktijk De Geul en|en Praktijk De Geul/);
  assert.equal((await partial.get(`/dubbelen/${review?.id}`)).status, 404);
  await partial.get("/dubbelen");
  assert.equal((await partial.post(`/dubbelen/${review?.id}/besluit`, { same: "ja" })).status, 404);
  assert.equal((await browse(server, atOther).get(`/dubbelen/${review?.id}`)).status, 403);
  assert.equal(
    (await browse(server, await region.actor("neutral_reviewer", "office")).get(`/dubbelen/${crypto.randomUUID()}`)).status,
    404,
  );
  assert.deepEqual(await region.asOwner("select state from double_review"), [{ state: "open" }]);
});

test("merged: both are involved in one line, each with its own, and nothing opens without consent; undone: both are as they were", async () => {
  const kept = await lineOf(region.organisationId("practice"), "Habets");
  const folded = await lineOf(region.organisationId("otherPractice"), "Habets");
  const before = [await stateOf(kept), await stateOf(folded)];
  const reviewer = browse(server, await region.actor("neutral_reviewer", "office"));
  const [review] = await region.asOwner<{ id: string }>("select id from double_review");
  await reviewer.get(`/dubbelen/${review?.id}`);
  assert.equal((await reviewer.post(`/dubbelen/${review?.id}/besluit`, { same: "ja" })).status, 303);
  const relations = await region.asOwner<{ n: number }>("select count(*)::integer as n from care_relation where trajectory_id = $1", [
    kept,
  ]);
  assert.deepEqual(relations, [{ n: 2 }]);

  const mine = browse(server, atPractice);
  const theirs = browse(server, atOther);
  assert.equal((await theirs.get(`/gezinnen/${folded}`)).status, 200);
  assert.equal((await theirs.get(`/gezinnen/${kept}`)).status, 404);
  assert.equal((await mine.get(`/gezinnen/${folded}`)).status, 404);
  assert.match((await mine.get(`/gezinnen/${kept}`)).text, /Ook Praktijk De Geul kent dit gezin/);
  const [merge] = await region.asOwner<{ id: string }>("select id from line_merge");
  assert.match((await theirs.get("/werk")).text, /Dit gezin is ook elders bekend/);
  assert.match((await theirs.get(`/samenvoegingen/${merge?.id}`)).text, /De lijn van Praktijk De Maas gaat verder/);
  assert.equal((await browse(server, await region.actor("midwife", "hospital")).get(`/samenvoegingen/${merge?.id}`)).status, 404);
  await theirs.get(`/samenvoegingen/${merge?.id}`);
  assert.equal((await theirs.post(`/samenvoegingen/${merge?.id}/verder`)).location, `/samenvoegingen/${merge?.id}`);

  await reviewer.get(`/dubbelen/${review?.id}`);
  assert.equal((await reviewer.post(`/dubbelen/${review?.id}/ongedaan`)).status, 303);
  assert.deepEqual([await stateOf(kept), await stateOf(folded)], before);
  assert.doesNotMatch((await mine.get(`/gezinnen/${kept}`)).text, /Ook elders bekend/);
});

test("with consent the second practice goes on with the kept line; undone, its own line and its work are open again", async () => {
  await takeIn(browse(server, atPractice), aFile([aLine({ Cliëntnummer: "M2", Achternaam: "Savelberg", Geboortedatum: "01-02-1991" })]));
  await takeIn(browse(server, atOther), aFile([aLine({ Cliëntnummer: "G2", Achternaam: "Savelbergh", Geboortedatum: "01-02-1991" })]));
  await findDoublesTask.run({});
  const kept = await lineOf(region.organisationId("practice"), "Savelberg");
  const folded = await lineOf(region.organisationId("otherPractice"), "Savelbergh");
  await region.asOwner(
    "insert into work_item (principal, trajectory_id, kind, subject_id, due_on) select principal, $1, 'route.conference', gen_random_uuid(), app.today() from organisation where id = $2",
    [folded, region.organisationId("otherPractice")],
  );
  const before = await stateOf(folded);
  const reviewer = browse(server, await region.actor("neutral_reviewer", "office"));
  const [review] = await region.asOwner<{ id: string }>("select id from double_review where state = 'open'");
  await reviewer.get(`/dubbelen/${review?.id}`);
  await reviewer.post(`/dubbelen/${review?.id}/besluit`, { same: "ja" });
  // The family allows it, as her own midwife records.
  await region.asOwner(
    `insert into consent (trajectory_id, about_person, purpose, recipient_organisation_id, parts, given_by, given_on, way, recorded_by, author_organisation_id)
     select t.id, m.id, 'sharing', $2, '{identity}', 'mother', app.today(), 'spoken', $3, $4 from trajectory t join family_member m using (family_id) where t.id = $1 limit 1`,
    [kept, region.organisationId("otherPractice"), atPractice.professionalId, region.organisationId("practice")],
  );
  await region.asOwner("select trust.recompute_grants($1)", [kept]);
  const theirs = browse(server, atOther);
  const [merge] = await region.asOwner<{ id: string }>("select id from line_merge where undone_at is null");
  await theirs.get(`/samenvoegingen/${merge?.id}`);
  assert.equal((await theirs.post(`/samenvoegingen/${merge?.id}/verder`)).location, `/gezinnen/${kept}`);
  assert.equal((await theirs.get(`/gezinnen/${kept}`)).status, 200);
  assert.deepEqual(await region.asOwner("select state from trajectory where id = $1", [folded]), [{ state: "ended" }]);
  assert.deepEqual(await region.asOwner("select trust.leading_line($1) as line", [folded]), [{ line: kept }]);

  await reviewer.get(`/dubbelen/${review?.id}`);
  await reviewer.post(`/dubbelen/${review?.id}/ongedaan`);
  assert.deepEqual(await stateOf(folded), before);
  assert.equal((await theirs.get(`/gezinnen/${kept}`)).status, 404);
});

test("two decisions at once: one counts", async () => {
  await takeIn(browse(server, atPractice), aFile([aLine({ Cliëntnummer: "M3", Achternaam: "Vroemen", Geboortedatum: "05-06-1990" })]));
  await takeIn(browse(server, atOther), aFile([aLine({ Cliëntnummer: "G3", Achternaam: "Vroemen", Geboortedatum: "06-05-1990" })]));
  await findDoublesTask.run({});
  const [review] = await region.asOwner<{ id: string }>("select id from double_review where state = 'open'");
  const reviewers = await Promise.all(
    ["office", "municipality"].map((at) => region.actor("neutral_reviewer", at as "office").then((actor) => browse(server, actor))),
  );
  await Promise.all(reviewers.map((reviewer) => reviewer.get(`/dubbelen/${review?.id}`)));
  await Promise.all(reviewers.map((reviewer) => reviewer.post(`/dubbelen/${review?.id}/besluit`, { same: "ja" })));
  const merges = await region.asOwner<{ n: number }>("select count(*)::integer as n from line_merge where review_id = $1", [review?.id]);
  assert.deepEqual(merges, [{ n: 1 }]);
});

test("a birth date with a digit off is found at the same postcode, and not elsewhere", async () => {
  const mine = { Achternaam: "Ploumen", Geboortedatum: "11-11-1992", Postcode: "6413 KL" };
  const away = { Achternaam: "Ramakers", Geboortedatum: "13-09-1989", Postcode: "6414 KL" };
  await takeIn(browse(server, atPractice), aFile([aLine({ ...mine, Cliëntnummer: "M4" }), aLine({ ...away, Cliëntnummer: "M5" })]));
  const typed = [
    aLine({ ...mine, Geboortedatum: "11-11-1993", Cliëntnummer: "G4" }),
    aLine({ ...away, Geboortedatum: "13-09-1988", Postcode: "6415 KL", Cliëntnummer: "G5" }),
  ];
  await takeIn(browse(server, atOther), aFile(typed));
  await findDoublesTask.run({});
  const found = await region.asOwner("select likeness from double_review where state = 'open'");
  assert.deepEqual(found, [{ likeness: ["name-same", "given-same", "birth-digit-off", "due-same", "postcode-same"] }]);
});
