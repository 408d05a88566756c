import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, test } from "node:test";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aLine } from "../testing/aLine.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
});
after(async () => {
  await server.close();
  await region.close();
});

const short = { familyName: "Frijns", birthDate: "4-5-1996", dueDate: "22-4-2027" };
const fieldError = (html: string, name: string): string =>
  new RegExp(`id="veld-${name}-fout"[^>]*>(.*?)</p>`).exec(html)?.[1]?.replace(/<[^>]*>/g, " ") ?? "";

test("a name, a birth date and a due date are enough", async () => {
  const browser = browse(server, await region.actor("midwife", "otherPractice"));
  const shown = await browser.submit("/gezinnen/nieuw", short);
  assert.match(shown.text, /Het gezin is aangemeld\. .* Gezin Frijns zwanger .* Uitgerekend do 22 april 2027 \(18\+3\)/);
});

test("all that is known goes in at once", async () => {
  const browser = browse(server, midwife);
  const shown = await browser.submit("/gezinnen/nieuw", {
    givenName: "Oksana",
    familyName: "van der Шевченко",
    birthDate: "29-2-1996",
    dueDate: "1-3-2027",
    parity: "G2P1",
    postcode: "6411 gt",
    houseNumber: "3a",
    street: "Putgraaf",
    place: "Heerlen",
    municipality: "GM0917",
    language: "uk",
    interpreter: "ja",
    readsLittle: "ja",
    phone: "06 12345678",
    email: "oksana@voorbeeld.nl",
    safe: "ja",
    safeMoments: "na 17 uur",
    contactWish: "liefst bellen",
    insurer: "CZ",
    maternityCare: region.organisationId("maternityCare"),
    partnerFamilyName: "Smeets",
    partnerGivenName: "Tom",
    partnerBirthDate: "1-1-1990",
  });
  assert.match(shown.text, /Gezin van der Шевченко zwanger Oksana van der Шевченко \(30 jaar\) en Tom Smeets \(36 jaar\)/);
  for (const part of [
    "Oekraiens, tolk nodig, leest weinig",
    "liefst bellen (telefoon +31612345678, na 17 uur)",
    "+31612345678 veilig: na 17 uur",
    "Putgraaf 3a, 6411 GT Heerlen",
    "Geboortezorg Limburg",
    "G2P1",
  ])
    assert.ok(shown.text.includes(part), `${part} in ${shown.text}`);
});

test("what can't be right comes back beside its field, with what was typed", async () => {
  const cases = [
    ["birthDate", { birthDate: "30-2-1996" }, /een dag in die bestaat/],
    ["birthDate", { birthDate: "29-2-1997" }, /een dag in die bestaat/],
    ["birthDate", { birthDate: "4-5-2016" }, /jonger dan 12/],
    ["birthDate", { birthDate: "4-5-1959" }, /te ver terug/],
    ["birthDate", { birthDate: "" }, /Vul de geboortedatum in/],
    ["dueDate", { dueDate: "7-11-2027" }, /meer dan 42 weken vooruit/],
    ["dueDate", { dueDate: "31-10-2026" }, /al geboren/],
    ["dueDate", { dueDate: "" }, /Vul de uitgerekende datum in/],
    ["familyName", { familyName: "  " }, /Vul de achternaam in/],
    ["familyName", { familyName: "12345" }, /met letters/],
    ["postcode", { postcode: "64 11" }, /een postcode in zoals/],
    ["municipality", { postcode: "6411GT" }, /Kies de gemeente/],
    ["phone", { phone: "bel haar moeder" }, /één telefoonnummer/],
    ["email", { email: "geen idee" }, /een e-mailadres/],
    ["partnerFamilyName", { partnerGivenName: "Tom" }, /achternaam van de partner/],
    ["bornOn", { dueDate: "", bornOn: "1-10-2024" }, /al 2 jaar/],
  ] as const;
  for (const [field, wrong, sentence] of cases) {
    const browser = browse(server, midwife);
    const shown = await browser.post("/gezinnen/nieuw", { ...short, givenName: "Wilhelmina", ...wrong });
    assert.equal(shown.status, 422, field);
    assert.match(fieldError(shown.html, field), sentence, JSON.stringify(wrong));
    assert.match(shown.html, /value="Wilhelmina"/);
  }
});

test("all that is missing is said at once", async () => {
  const { html } = await browse(server, midwife).post("/gezinnen/nieuw", { birthDate: "31-4-1996" });
  for (const name of ["familyName", "birthDate", "dueDate"]) assert.notEqual(fieldError(html, name), "", name);
});

test("a kinderwens has no date, a child that was born already has its own", async () => {
  const browser = browse(server, midwife);
  assert.match(
    (await browser.submit("/gezinnen/nieuw", { familyName: "Wensink", birthDate: "1-1-1995", preconception: "ja" })).text,
    /Gezin Wensink vóór de zwangerschap/,
  );
  const born = await browser.submit("/gezinnen/nieuw", {
    familyName: "Eerder",
    birthDate: "1-1-1995",
    dueDate: "20-11-2026",
    bornOn: "20-11-2026",
  });
  assert.match(born.text, /Gezin Eerder kraamtijd .* Geboren vr 20 november 2026 \(2 dagen\)/);
});

test("who is in one's own list already is shown first, with a link, and can be registered all the same", async () => {
  const { trajectoryId } = await aLine(midwife, {
    mother: { givenName: "Lieke", prefix: null, familyName: "Dubbelman", birthDate: "1991-07-08" },
  });
  const again = { familyName: "Dubelman", birthDate: "8-7-1991", dueDate: "22-4-2027" };
  const browser = browse(server, midwife);
  const asked = await browser.post("/gezinnen/nieuw", again);
  assert.equal(asked.status, 422);
  assert.match(asked.html, new RegExp(`href="/gezinnen/${trajectoryId}"`));
  assert.match(asked.text, /Lieke Dubbelman, geboren 8-7-1991/);
  assert.match((await browser.submit("/gezinnen/nieuw", { ...again, anyway: "ja" })).text, /Het gezin is aangemeld/);
  const elsewhere = browse(server, await region.actor("midwife", "hospital"));
  assert.match(
    (await elsewhere.submit("/gezinnen/nieuw", again)).text,
    /Het gezin is aangemeld/,
    "nobody learns of another practice's families",
  );
});

test("sent twice, a family is registered once", async () => {
  const browser = browse(server, midwife);
  const form = (await browser.get("/gezinnen/nieuw")).hidden("/gezinnen/nieuw") ?? {};
  const fields = { ...form, familyName: "Tweemaal", birthDate: "1-2-1993", dueDate: "22-4-2027" };
  const [first, second] = [await browser.post("/gezinnen/nieuw", fields), await browser.post("/gezinnen/nieuw", fields)];
  assert.equal(first.location, second.location);
  assert.equal((await region.asOwner("select from family_member where family_name = 'Tweemaal'")).length, 1);
});

test("a role that registers no families gets no form", async () => {
  assert.equal((await browse(server, await region.actor("gp", "gp")).get("/gezinnen/nieuw")).status, 403);
});
