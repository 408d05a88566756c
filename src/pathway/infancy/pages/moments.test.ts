import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { insertMoment, listKeptMoments } from "../server/contactMoment.store.ts";

// The region's list of contact moments, by who keeps it.

let region: Region;
let server: FastifyInstance;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-12");
  server = await aServer();
});
after(async () => {
  await server.close();
  await region.close();
});

const list = "/beheer/contactmomenten";
const typed = {
  label: "16 maanden: taal",
  ageMonths: "16",
  ageDays: "0",
  opensDaysBefore: "14",
  closesDaysAfter: "21",
  doneBy: "youth_nurse",
  source: "regio, 12-11-2026",
};

test("an administrator of the youth health service adds a contact moment and changes it; what is wrong is told beside its field", async () => {
  const hers = browse(server, await region.actor("organisation_admin", "youthHealth", "Bea Heer"));
  assert.match((await hers.get("/werk")).html, /href="\/beheer\/contactmomenten"/);
  assert.match((await hers.get(list)).text, /4 tot 7 dagen: hielprik en gehoor.*2 jaar.*meegeleverd met Wieg/);
  await hers.get(`${list}/nieuw`);
  for (const [change, said] of [
    [{ code: "month-18" }, /Deze code bestaat al/],
    [{ code: "year-3", ageMonths: "24", ageDays: "9" }, /tot en met de tweede verjaardag/],
    [{ code: "month-16", opensDaysBefore: "veel" }, /Vul een heel getal in/],
    [{ code: "day-1", ageMonths: "0", ageDays: "1" }, /begint voor de geboorte/],
  ] as const) {
    const wrong = await hers.post(`${list}/nieuw`, { ...typed, ...change });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, said);
    assert.match(wrong.html, /16 maanden: taal/, "what was typed is kept");
  }
  const added = await hers.submit(`${list}/nieuw`, { ...typed, code: "month-16" });
  assert.match(added.text, /staat in de lijst.*16 maanden: taal.*Bea Heer/);
  await hers.get(`${list}/month-16`);
  const changed = await hers.submit(`${list}/month-16`, { ...typed, label: "16 maanden" });
  assert.match(changed.text, /is gewijzigd.*16 maanden.*niet meer gepland/, "unticked: not planned any more");
  const [row] = await region.asOwner<{ active: boolean; by: string }>(
    "select m.active, p.display_name as by from youth_contact_moment m join professional p on p.id = m.changed_by where m.code = 'month-16'",
  );
  assert.deepEqual(row, { active: false, by: "Bea Heer" });
  const trail = await region.asOwner<{ purpose: string }>(
    "select purpose from trail_event where event = 'contact-moments.changed' and outcome = 'done' order by seq",
  );
  assert.deepEqual(
    trail.map(({ purpose }) => purpose),
    ["month-16", "month-16"],
  );
});

test("of two who change the same one the second is told, and her words are kept", async () => {
  const [one, other] = [
    browse(server, await region.actor("platform_admin", "office")),
    browse(server, await region.actor("organisation_admin", "youthHealth")),
  ];
  await one.get(`${list}/month-18`);
  await other.get(`${list}/month-18`);
  assert.equal((await one.post(`${list}/month-18`, { ...typed, ageMonths: "18", active: "ja" })).status, 303);
  const late = await other.post(`${list}/month-18`, { ...typed, ageMonths: "17", label: "Anderhalf", active: "ja" });
  assert.equal(late.status, 422);
  assert.match(late.text, /Een collega was u net voor/);
  assert.match(late.html, /Anderhalf/);
});

test("nobody else changes the list: not by the page, not past it", async () => {
  for (const [role, at, status] of [
    ["organisation_admin", "practice", 404],
    ["youth_nurse", "youthHealth", 403],
    ["midwife", "practice", 403],
  ] as const) {
    const actor = await region.actor(role, at);
    const hers = browse(server, actor);
    assert.doesNotMatch((await hers.get("/werk")).html, /beheer\/contactmomenten/, role);
    for (const address of [list, `${list}/nieuw`, `${list}/month-18`])
      assert.equal((await hers.get(address)).status, status, `${role} ${address}`);
    const direct = withActor(actor, "test", async ({ db }) => {
      const [first] = await listKeptMoments(db);
      if (first) await insertMoment(db, { ...first, code: "made-up" });
    });
    await assert.rejects(direct, { code: "42501" }, role);
  }
});

test("who keeps no list gets nowhere: not the page, not the form, not over SQL; and in the name of nobody else", async () => {
  const others = [
    await region.actor("organisation_admin", "practice"),
    await region.actor("organisation_admin", "municipality"),
    await region.actor("youth_nurse", "youthHealth"),
    await region.actor("privacy_officer", "youthHealth"),
    await region.actor("midwife", "practice"),
  ];
  const all = () => region.asOwner("select * from youth_contact_moment order by code");
  const before = await all();
  for (const actor of others) {
    const one = browse(server, actor);
    const answers = [
      (await one.get(list)).status,
      (await one.get(`${list}/month-18`)).status,
      (await one.get(`${list}/there-is-none`)).status,
      (await one.post(`${list}/nieuw`, { ...typed, code: "month-17" })).status,
      (await one.post(`${list}/month-18`, { ...typed, version: "1" })).status,
    ];
    assert.equal(new Set(answers).size, 1, `${actor.role} ${answers.join(" ")}`);
    assert.ok(answers[0] === 404 || answers[0] === 403, `${actor.role} ${answers.join(" ")}`);
  }
  assert.deepEqual(await all(), before);
});

test("two administrators at once, a version that is none and a number that is none: told, and no fault", async () => {
  const [one, two] = [
    browse(server, await region.actor("organisation_admin", "youthHealth")),
    browse(server, await region.actor("platform_admin", "office")),
  ];
  await Promise.all([one.get(`${list}/nieuw`), two.get(`${list}/nieuw`)]);
  const answers = await Promise.all([one, two, one, two].map((who) => who.post(`${list}/nieuw`, { ...typed, code: "month-15" })));
  assert.deepEqual(
    answers.map(({ status }) => status).filter((status) => status !== 303 && status !== 422),
    [],
  );
  for (const version of ["9007199254740991", "99999999999", "-1", "x", ""]) {
    await one.get(`${list}/month-15`);
    assert.equal((await one.post(`${list}/month-15`, { ...typed, version })).status, version.length > 10 ? 404 : 422, version);
  }
  for (const code of ["%00", "month-15%00", "..%2f", "month-15'--"])
    assert.ok([400, 404].includes((await one.get(`${list}/${code}`)).status), code);
  for (const label of ["a\0b", "ab\0"]) {
    await one.get(`${list}/month-15`);
    assert.notEqual((await one.post(`${list}/month-15`, { ...typed, label })).status, 500);
  }
});
