import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse, type Browser } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { ensurePoppler, readPdf } from "../../platform/pdf/testing/poppler.ts";
import { aPartnerOf, signedIn, signedInPartner } from "../../portal/testing/aRelative.ts";
import { decideNoPlace } from "../../programme/enrolment/server/decideNoPlace.ts";
import { decidePlace } from "../../programme/enrolment/server/decidePlace.ts";
import { aPilot, anEligibleLine } from "../../programme/enrolment/testing/anEligibleLine.ts";
import { changeHandover } from "../../pathway/handover/server/moveHandover.ts";
import { aPreparedHandover, seenOf, words } from "../../pathway/handover/testing/aHandover.ts";
import { allow } from "../../pathway/trajectory/testing/involve.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { askFamily } from "../../trust/consent/server/askMother.ts";
import { makeFileTask } from "../../trust/familyFile/server/fileTasks.ts";
import { askFamilyFile } from "../../trust/familyFile/server/familyFiles.ts";
import { fixArms } from "../participation/server/fixArms.ts";
import { aParticipant } from "../participation/testing/aParticipant.ts";

/**
 * Every word by which someone could learn that she is, or is not, eligible: in Dutch, in English, and as data name it. Not the name of the part
 * ("whether there is a place, and for which help") in what she allowed before: it is the same for whoever allowed it.
 */
const tellTale =
  /geboortezorg flex|eigen bijdrage|co-payment|in aanmerking|eligib|vergoed|reimburs|pijler|pillar|controlegroep|interventie|intervention|programme_(?:decision|place|request)|geen plaats|een plaats (?:aanvragen|voor u)|whether there is a place for you|asking for a place|is er een plaats/i;

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  ensurePoppler();
  region = await aRegion();
  await region.setToday("2026-09-01");
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Marieke Maas");
  nurse = await region.actor("youth_nurse", "youthHealth");
  await aPilot(region);
});
after(async () => {
  await server.close();
  await region.close();
});

type Walked = Awaited<ReturnType<typeof aClosedGate>>;

/** A family of an arm whose first list is open: decided on, asked for her consent to a place, with a partner who reads along. */
async function aClosedGate(insurer: string) {
  const family = { mother: { givenName: "Sanne", prefix: null, familyName: "Frijns", birthDate: "1996-05-04", insurer } };
  const line = { partnerId: null, ...(await anEligibleLine(region, { midwife, nurse }, { family })) };
  const address = `moeder-${insurer.toLowerCase()}@example.nl`;
  await allow(midwife, line, midwife.organisationId, [], { purpose: "digital_contact", organisationId: null });
  for (const [channel, value] of [
    ["email", address],
    ["letter", "Akerstraat 12"],
  ])
    await region.asOwner(
      "insert into family_contact (family_id, channel, value, safe, author_organisation_id) values ($1, $2, $3, true, $4)",
      [line.familyId, channel, value, midwife.organisationId],
    );
  const partner = await aPartnerOf(region, midwife, line);
  const phone = await signedIn(server, region, midwife, { ...line, address });
  const his = await signedInPartner(server, region, midwife, line, partner);
  const ask = {
    trajectoryId: line.trajectoryId,
    about: line.motherId,
    purpose: "programme",
    organisations: [region.organisationId("maternityCare")],
    roles: [],
    parts: ["identity", "programme"],
    medicalToo: false,
    until: null,
  } as const;
  assert.equal((await askFamily(midwife, ask)).code, "done", "asked before she was in a study");
  const who = await aParticipant(region, midwife, { line, studies: ["study_1"] });
  assert.equal((await askFamily(midwife, ask)).code, "consent-waits-for-study");
  const decided =
    insurer === "CZ"
      ? await decidePlace(midwife, { trajectoryId: line.trajectoryId, pillar: 1, funder: null })
      : await decideNoPlace(midwife, { trajectoryId: line.trajectoryId, pillar: 1, offered: ["municipality"], note: null });
  assert.equal(decided.code, "done", "care is not delayed");
  await phone.get("/mijn/toestemming");
  await phone.post("/mijn/toestemming/partner/ja");
  const prepared = await aPreparedHandover(midwife, line.trajectoryId, nurse);
  const written = await changeHandover(midwife, seenOf(prepared), { ...prepared, words: words(), receiver: null });
  assert.equal(written.code, "done");
  return { ...line, phone, his, who, address, handover: prepared.id };
}

/** Every page that links lead to, from a first one on; each with its words. */
async function pagesOf(browser: Browser): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const waiting = [
    "/mijn",
    "/mijn/plan",
    "/mijn/hulp",
    "/mijn/mensen",
    "/mijn/toestemming",
    "/mijn/toestemming/onderzoek",
    "/mijn/inzage",
    "/mijn/berichten",
    "/mijn/account",
  ];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue;
    const shown = await browser.get(next);
    assert.ok(shown.status === 200 || shown.status === 303 || shown.status === 404, `${next}: ${shown.status}`);
    assert.doesNotMatch(shown.location, /aanmelden|beginnen/, `${next}: she is signed in`);
    seen.set(next, shown.html);
    for (const [, href = ""] of shown.html.matchAll(/href="(\/mijn[^"#?]*)"/g))
      if (!/afmelden|weg$|aanmelden|beginnen/.test(href)) waiting.push(href);
  }
  return seen;
}

/** All that reaches her, or who reads with her: pages, papers, mail, her whole file with its FHIR. */
async function everything({ phone, his, trajectoryId, motherId, address, handover }: Walked): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const language of ["en", "nl"])
    for (const [whose, browser] of [
      ["hers", phone],
      ["his", his],
    ] as const) {
      await browser.get(`/mijn/taal/${language}`);
      for (const [page, html] of await pagesOf(browser)) all.set(`${whose}${language === "nl" ? "" : " in English"} ${page}`, html);
    }
  const desk = browse(server, midwife);
  const letter = await desk.get(`/gezinnen/${trajectoryId}/geboortezorg-flex/1/brief.pdf`);
  all.set(
    "letter",
    String(letter.headers["content-type"]).includes("pdf")
      ? await pdfWords(desk, `/gezinnen/${trajectoryId}/geboortezorg-flex/1/brief.pdf`)
      : "",
  );
  const form = `/gezinnen/${trajectoryId}/toestemming/formulier.pdf?over=${motherId}&doel=sharing&doel=programme`;
  all.set("consent form", (await desk.get(form)).status === 303 ? "" : await pdfWords(desk, form));
  const mails = await region.asOwner<{ words: string }>("select subject || ' ' || body as words from mail where to_address = $1", [
    address,
  ]);
  all.set("mail", mails.map(({ words }) => words).join("\n"));
  assert.ok(mails.length > 0);
  const paper = `/gezinnen/${trajectoryId}/overdrachten/${handover}/overdracht`;
  const exported = await desk.get(`${paper}.json`);
  assert.match(exported.html, /"resourceType": "Bundle"/);
  all.set("handover data", exported.html);
  all.set("handover", await pdfWords(desk, `${paper}.pdf`));
  for (const language of ["nl", "en"] as const)
    for (const [format, words] of await fileOf(trajectoryId, motherId, language)) all.set(format, words);
  return all;
}

/** Her whole file, in each of its formats. */
async function fileOf(trajectoryId: string, person: string, language: "nl" | "en"): Promise<readonly (readonly [string, string])[]> {
  const outcome = await askFamilyFile(midwife, trajectoryId, { person, language });
  assert.ok(outcome.code === "done");
  await makeFileTask.run({ file: outcome.file });
  const made = await region.asOwner<{ format: string; content: Buffer }>(
    "select format, content from family_file_content where file_id = $1",
    [outcome.file],
  );
  await region.asOwner("delete from family_file where id = $1", [outcome.file]);
  const name = language === "nl" ? "file" : "file in English";
  return made.map(({ format, content }) => [`${name} ${format}`, format === "pdf" ? readPdf(content).words : content.toString()]);
}

const cookieOf = (actor: Actor) => ({ cookie: `wieg-sessie=${actor.token}` });
async function pdfWords(_desk: Browser, url: string): Promise<string> {
  const answer = await server.inject({ method: "GET", url, headers: cookieOf(midwife) });
  return readPdf(answer.rawPayload).words;
}

const found = (all: ReadonlyMap<string, string>) =>
  [...all].flatMap(([where, text]) =>
    tellTale.test(text.replaceAll(/<[^>]+>/g, " ")) ? [`${where}: ${tellTale.exec(text)?.[0] ?? "?"}`] : [],
  );

const warning = async (family: Walked) => (await browse(server, midwife).get(`/gezinnen/${family.trajectoryId}/geboortezorg-flex/1`)).text;

for (const [arm, insurer] of [
  ["intervention", "CZ"],
  ["control", "Menzis"],
] as const)
  test(`the gate of the ${arm} arm: nothing tells her or who reads with her; the professional is warned; once it is open she may hear`, async () => {
    const family = await aClosedGate(insurer);
    const before = await everything(family);
    assert.ok(before.size > 15, `only ${before.size} things were looked at`);
    assert.deepEqual(found(before), []);
    const page = await warning(family);
    assert.match(page, /Zij hoort dit nog niet .*staat open tot en met .*15 september 2026/);
    assert.doesNotMatch(page, /controlegroep|interventiegroep/i);

    await region.asOwner("update study_participation set t0 = 'completed' where participant_id = $1", [family.who.id]);
    assert.ok((await fixArms()) >= 1);
    const [fixed] = await region.asOwner<{ arm: string }>("select arm from study_participation where participant_id = $1", [family.who.id]);
    assert.equal(fixed?.arm, arm);
    const after = await everything(family);
    const told = found(after).map((one) => one.split(":")[0]);
    for (const where of [
      "consent form",
      "file pdf",
      "file data",
      "file in English pdf",
      "hers /mijn/toestemming",
      "hers in English /mijn/toestemming",
    ])
      assert.ok(told.includes(where), `${where} not in ${told.join()}`);
    assert.equal(told.includes("letter"), arm === "intervention", "the control arm gets no letter at all");
    assert.doesNotMatch(await warning(family), /Zij hoort dit nog niet/);
  });

test("after fourteen days the gate opens by itself; who withdraws before is in no study", async () => {
  const one = await anEligibleLine(region, { midwife, nurse });
  const two = await anEligibleLine(region, { midwife, nurse });
  await aParticipant(region, midwife, { line: one, studies: ["study_1"] });
  await aParticipant(region, midwife, { line: two, studies: ["study_1"] });
  const isClosed = async (line: { trajectoryId: string }) =>
    (await region.asOwner<{ closed: boolean }>("select study.gate_closed($1) as closed", [line.trajectoryId]))[0]?.closed;
  assert.deepEqual([await isClosed(one), await isClosed(two)], [true, true]);
  await region.asOwner(
    "update consent set withdrawn_on = app.today(), withdrawn_by = 'self' where trajectory_id = $1 and purpose = 'study_1'",
    [two.trajectoryId],
  );
  assert.equal(await isClosed(two), false);
  await region.setToday("2026-09-15");
  assert.equal(await isClosed(one), true, "the last day");
  await region.setToday("2026-09-16");
  assert.equal(await isClosed(one), false);
  await region.setToday("2026-09-01");
});
