import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { after, before, test } from "node:test";
import { aServer, browse } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { roles } from "../../trust/access/rules/policy.ts";
import { shareLine } from "../signal/testing/aSignal.ts";
import { aLine } from "../trajectory/testing/aLine.ts";
import { beginCase, readCase, readCases, recordEntry, setNextDay } from "./server/meldcode.ts";

const today = "2026-11-12";
const secret = "Blauwe plek in de vorm van een hand";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let officer: Actor;
let line: Awaited<ReturnType<typeof aLine>>;
let caseId: string;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Marieke Janssen");
  officer = await region.actor("meldcode_officer", "practice");
  line = await aLine(midwife);
  const begun = await beginCase(midwife, { trajectoryId: line.trajectoryId, aboutWhom: "Gezin Frijns", onDay: today, words: secret });
  assert.ok(begun.code === "done");
  caseId = begun.id;
});
after(async () => {
  await server.close();
  await region.close();
});

/** Everything that mentions the case, in every table, that this one may read. */
const everything = (actor: Actor) =>
  withActor(actor, "work.read", async ({ db }) => {
    const { rows } = await sql<{ found: string }>`
      select coalesce(string_agg(found, ' '), '') as found from (
        select c::text as found from meldcode_case c union all select e::text from meldcode_entry e
        union all select h::text from record_history h where h.table_name like 'meldcode%' or h.became::text like ${`%${secret}%`}
        union all select w::text from work_item w where w.subject_id = ${caseId}
        union all select t::text from trail_event t where t.event like 'meldcode%' or t.part = 'meldcode' or t.purpose = ${caseId}
      ) all_of_it`.execute(db);
    return rows[0]?.found ?? "";
  });

test("its author and the Meldcode officer of her organisation see it", async () => {
  assert.equal((await readCase(midwife, caseId))?.entries[0]?.words, secret);
  assert.equal((await readCase(officer, caseId))?.entries[0]?.words, secret);
  assert.equal((await readCases(midwife)).cases.length, 1);
  assert.match(await everything(officer), /meldcode\.begun/, "and the officer its trail");
});

test("nobody else sees anything, of whatever role, organisation, consent or emergency", async () => {
  const places = ["practice", "otherPractice", "municipality"] as const;
  for (const role of roles)
    for (const at of places) {
      if (role === "meldcode_officer" && at === "practice") continue;
      const actor = await region.actor(role, at);
      if (role === "midwife" || role === "youth_nurse" || role === "municipal_worker") {
        if (at !== "practice") await shareLine(midwife, actor, line, { medicalToo: true });
      }
      const found = await everything(actor);
      if (role === "meldcode_officer")
        assert.ok(!found.includes(caseId) && !found.includes(midwife.organisationId), "of her own organisation's cases alone");
      else assert.equal(found, "", `${role} at ${at}`);
      assert.equal(await readCase(actor, caseId), null, `${role} at ${at}`);
    }
});

test("nor does a doctor with emergency access, or the same person in another job", async () => {
  const doctor = await region.actor("social_paediatrics", "hospital");
  await withActor(doctor, "emergency.opened", ({ db }) =>
    sql`select trust.open_emergency('Frijns', '1996-05-04', 'Moeder belde in paniek', 4)`.execute(db),
  );
  assert.equal(await everything(doctor), "");
  const [job] = await region.asOwner<{ id: string }>(
    "insert into membership (professional_id, organisation_id, role, since) values ($1, $2, 'organisation_admin', '2026-01-01') returning id",
    [midwife.professionalId, midwife.organisationId],
  );
  await region.asOwner("update session set membership_id = $1 where professional_id = $2", [job?.id, midwife.professionalId]);
  try {
    assert.equal(await everything({ ...midwife, membershipId: job?.id ?? "", role: "organisation_admin" }), "");
  } finally {
    await region.asOwner("update session set membership_id = $1 where professional_id = $2", [
      midwife.membershipId,
      midwife.professionalId,
    ]);
  }
});

test("it leaves no line with the family: not in its trail, its history, its work, its page or its search", async () => {
  const [found] = await region.asOwner<{ n: string }>(
    `select (select count(*) from trail_event where (event like 'meldcode%' or part = 'meldcode') and cardinality(trajectory_ids) > 0)
       + (select count(*) from record_history where table_name like 'meldcode%')
       + (select count(*) from work_item where kind like 'own-%' and (trajectory_id is not null or facts <> '{}')) as n`,
  );
  assert.equal(Number(found?.n), 0);
  const colleague = browse(server, await region.actor("midwife", "practice"));
  const author = browse(server, midwife);
  const other = await aLine(midwife, { mother: { givenName: "Lotte", prefix: null, familyName: "Andere", birthDate: "1990-01-01" } });
  const cardOf = async (screen: ReturnType<typeof browse>, id: string) =>
    /Denkt u aan geweld.*?opschrijft\./.exec((await screen.get(`/gezinnen/${id}`)).text)?.[0];
  assert.ok(await cardOf(author, line.trajectoryId));
  assert.equal(await cardOf(author, line.trajectoryId), await cardOf(author, other.trajectoryId), "the same for every family");
  assert.equal(await cardOf(colleague, line.trajectoryId), await cardOf(author, line.trajectoryId), "and for everyone");
  for (const url of [`/meldcode/${caseId}`, `/meldcode/${caseId}/wegen`]) assert.equal((await colleague.get(url)).status, 404);
  assert.doesNotMatch((await colleague.get("/meldcode")).text, /Frijns/);
  const privacy = browse(server, await region.actor("privacy_officer", "office"));
  assert.doesNotMatch((await privacy.get("/inzage?wat=meldcode")).text, /meldcode\.(begun|read|listed)/);
  const admin = browse(server, await region.actor("platform_admin", "office"));
  assert.equal((await admin.get("/meldcode")).status, 403);
});

test("reminders go to the author, with words that say nothing, and never by e-mail", async () => {
  const screen = browse(server, midwife);
  const work = await screen.get("/werk");
  assert.match(work.text, /Eigen afspraak nakomen/);
  assert.doesNotMatch(work.text.replace(/Hoofdmenu.*?Afmelden/, ""), /geweld|Blauwe plek/);
  const mails = await region.asOwner<{ key: string }>(
    "select job.key from graphile_worker.jobs job where job.key like 'notice-new-work-%'",
  );
  const [principal] = await region.asOwner<{ principal: number }>("select principal from membership where id = $1", [midwife.membershipId]);
  assert.ok(!mails.some(({ key }) => key === `notice-new-work-${principal?.principal}`));
  assert.equal((await setNextDay(officer, { id: caseId, version: 1, nextOn: "2026-11-20" })).code, "author-only");
  assert.equal((await setNextDay(midwife, { id: caseId, version: 1, nextOn: "2026-11-11" })).code, "day-passed");
  assert.equal((await setNextDay(midwife, { id: caseId, version: 1, nextOn: "2026-11-20" })).code, "done");
  const [due] = await region.asOwner<{ due_on: string }>(
    "select due_on from work_item where subject_id = $1 and kind = 'own-step' and side = 'mine' and closed_at is null",
    [caseId],
  );
  assert.equal(due?.due_on, "2026-11-20");
});

test("the officer is asked, answers, and only then it is consulted; nobody writes another's step", async () => {
  assert.equal((await recordEntry(midwife, "ask_officer", { id: caseId, version: 2, words: "Moet ik melden?" })).code, "done");
  assert.match((await browse(server, officer).get("/werk")).text, /Een collega vraagt u om advies/);
  assert.equal((await recordEntry(officer, "weighed", { id: caseId, version: 3, words: null, answers: {} })).code, "author-only");
  assert.equal(
    (await recordEntry(officer, "advice", { id: caseId, version: 2, words: "Bel eerst Veilig Thuis" })).code,
    "changed-meanwhile",
  );
  assert.equal((await recordEntry(officer, "advice", { id: caseId, version: 3, words: "Bel eerst Veilig Thuis" })).code, "done");
  assert.doesNotMatch((await browse(server, officer).get("/werk")).text, /vraagt u om advies/);
});

test("five steps on the screen, to a decision, and closed", async () => {
  const screen = browse(server, midwife);
  const address = `/meldcode/${caseId}`;
  assert.match((await screen.get(address)).text, /0800 2000/);
  await screen.submit(`${address}/overleggen`, { onDay: "12-11-2026", with: "consult_veilig_thuis", words: "Zij denken mee" });
  await screen.submit(`${address}/gesprek`, { onDay: "12-11-2026", talked: "not_talked", words: "Partner is steeds thuis" });
  const half = await screen.post(`${address}/wegen`, { onDay: "12-11-2026", children: "yes", suspicion: "yes" });
  assert.equal(half.status, 422);
  await screen.get(address);
  const weighed = await screen.submit(`${address}/wegen`, {
    onDay: "12-11-2026",
    children: "yes",
    suspicion: "yes",
    unsafe: "yes",
    ableToHelp: "unknown",
    acceptsHelp: "unknown",
    lasting: "no",
    words: "",
  });
  assert.match(weighed.text, /wijzen op melden bij Veilig Thuis/);
  assert.match(weighed.text, /U beslist zelf/);
  const decided = await screen.submit(`${address}/beslissen`, {
    onDay: "12-11-2026",
    decision: "both",
    informed: "no",
    words: "Gemeld, gesproken met een medewerker",
  });
  assert.match(decided.text, /Melden én hulp/);
  const closed = await screen.submit(`${address}/afsluiten`, { words: "Veilig Thuis neemt het over" });
  assert.match(closed.text, /Afgesloten/);
  const [open] = await region.asOwner<{ n: string }>("select count(*) as n from work_item where subject_id = $1 and closed_at is null", [
    caseId,
  ]);
  assert.equal(Number(open?.n), 0);
  assert.match((await screen.submit(`${address}/heropenen`)).text, /weer open/);
});

test("a case begins from the family's page, and never from another's family", async () => {
  const screen = browse(server, midwife);
  const start = await screen.get(`/meldcode/nieuw/${line.trajectoryId}`);
  assert.match(start.html, /value="Gezin Frijns"/);
  const long = "x".repeat(5000);
  assert.match(
    (await screen.submit(`/meldcode/nieuw/${line.trajectoryId}`, { aboutWhom: "Gezin F.", onDay: "12-11-2026", words: long })).text,
    /Vastgelegd/,
  );
  const foreign = await aLine(await region.actor("midwife", "otherPractice"));
  assert.equal((await screen.get(`/meldcode/nieuw/${foreign.trajectoryId}`)).status, 404);
  assert.equal(
    (await beginCase(midwife, { trajectoryId: foreign.trajectoryId, aboutWhom: "X", onDay: today, words: secret })).code,
    "not-visible",
  );
  await assert.rejects(
    withActor(midwife, "meldcode.begun", ({ db }) =>
      sql`insert into meldcode_case (about_whom, author_id) values ('x', ${officer.professionalId})`.execute(db),
    ),
    { code: "42501" },
  );
});
