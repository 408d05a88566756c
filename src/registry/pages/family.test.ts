import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, test } from "node:test";
import { aServer, browse } from "../../main/testing/browse.ts";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../testing/aRegion.ts";

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

test("a partner and a child are added, and changed", async () => {
  const { trajectoryId } = await aLine(midwife);
  const browser = browse(server, midwife);
  const family = `/gezinnen/${trajectoryId}`;
  assert.match(
    (
      await browser.submit(`${family}/gezinsleden/nieuw`, {
        kind: "partner",
        givenName: "Tom",
        familyName: "de Wit",
        birthDate: "1-2-1990",
      })
    ).text,
    /Sanne Frijns \(30 jaar\) en Tom de Wit \(36 jaar\)/,
  );
  await browser.get(`${family}/gezinsleden/nieuw`);
  const second = await browser.post(`${family}/gezinsleden/nieuw`, {
    kind: "partner",
    givenName: "Wim",
    familyName: "Smeets",
    birthDate: "",
  });
  assert.equal(second.status, 422);
  assert.match(second.text, /Bij dit gezin staat al een partner\. Haal die eerst weg/);
  const shown = await browser.submit(`${family}/gezinsleden/nieuw`, {
    kind: "child",
    givenName: "Noor",
    familyName: "Frijns",
    birthDate: "29-2-2024",
  });
  assert.match(shown.text, /Noor Frijns kind do 29 februari 2024 2 jaar/);
  const partner = new RegExp(`href="(${family}/gezinsleden/[0-9a-f-]{36})" aria-label="Tom de Wit wijzigen"`).exec(shown.html)?.[1] ?? "";
  assert.match(
    (await browser.submit(partner, { givenName: "Tom", prefix: "de", familyName: "Witte", birthDate: "", insurer: "VGZ" })).text,
    /Tom de Witte partner niet bekend VGZ/,
  );
  await browser.get(partner);
  assert.doesNotMatch((await browser.submit(`${partner}/weg`)).text, /Witte/);
});

test("what can't be right stays beside its field", async () => {
  const { trajectoryId } = await aLine(midwife);
  const browser = browse(server, midwife);
  const shown = await browser.post(`/gezinnen/${trajectoryId}/gezinsleden/nieuw`, {
    kind: "partner",
    familyName: "Smeets",
    birthDate: "1-2-2020",
  });
  assert.equal(shown.status, 422);
  assert.match(shown.text, /jonger dan 12 jaar/);
  assert.match(shown.html, /value="1-2-2020"/);
});

test("two editors at once: the second sees both and chooses", async () => {
  const { trajectoryId, motherId } = await aLine(midwife);
  const address = `/gezinnen/${trajectoryId}/gezinsleden/${motherId}`;
  const [first, second] = [browse(server, midwife), browse(server, await region.actor("midwife", "practice", "een collega"))];
  await first.get(address);
  await second.get(address);
  const typed = { givenName: "Sanne", familyName: "Frijns", birthDate: "4-5-1996", insurer: "" };
  assert.match((await first.submit(address, { ...typed, insurer: "VGZ" })).text, /De gegevens zijn gewijzigd/);
  const conflict = await second.post(address, { ...typed, insurer: "Menzis" });
  assert.equal(conflict.status, 422);
  assert.match(conflict.text, /Iemand anders wijzigde dit .* Zorgverzekeraar VGZ Menzis/);
  const kept = await region.asOwner<{ insurer: string; version: number }>("select insurer, version from family_member where id = $1", [
    motherId,
  ]);
  assert.deepEqual(kept, [{ insurer: "VGZ", version: 2 }], "nothing is overwritten");
  assert.match((await second.submit(address, { ...typed, insurer: "Menzis" })).text, /Menzis/, "who saw both may choose");
});

test("a move keeps the old address with its days; a typing mistake is mended in place", async () => {
  const { trajectoryId } = await aLine(midwife);
  await region.asOwner("update family_address set since = '2026-01-01'");
  const browser = browse(server, midwife);
  const family = `/gezinnen/${trajectoryId}`;
  const there = { street: "Markt", houseNumber: "1", postcode: "6461 EB", place: "Kerkrade", municipality: "GM0928" };
  assert.match((await browser.post(`${family}/adres`, { ...there, since: "1-1-2027" })).text, /Deze dag moet nog komen/);
  assert.match((await browser.post(`${family}/adres`, { ...there, since: "1-1-2025" })).text, /al op dit adres sinds do 1 januari 2026/);
  const moved = await browser.submit(`${family}/adres`, { ...there, since: "1-11-2026" });
  assert.match(moved.text, /Markt 1, 6461 EB Kerkrade gemeente Kerkrade .* tot en met za 31 oktober 2026 Akerstraat 12/);
  const mended = await browser.submit(`${family}/adres/verbeteren`, { ...there, houseNumber: "1a" });
  assert.match(mended.text, /Markt 1a, 6461 EB Kerkrade/);
  assert.match(
    (await browser.post(`${family}/adres/verbeteren`, { ...there, municipality: "", postcode: "1011AB" })).text,
    /Kies de gemeente/,
  );
});

test("a number is used for nothing until someone asked whether it is safe", async () => {
  const { trajectoryId } = await aLine(midwife, { contacts: [{ channel: "phone", value: "+31611111111", safe: null, fromFile: true }] });
  const browser = browse(server, midwife);
  const shown = await browser.get(`/gezinnen/${trajectoryId}`);
  assert.match(shown.text, /nog niet gevraagd of dit veilig is/);
  const contact = new RegExp(`/gezinnen/${trajectoryId}/contact/[0-9a-f-]{36}`).exec(shown.html)?.[0] ?? "";
  assert.match((await browser.get(contact)).text, /Dit kwam uit een bestand/);
  assert.match((await browser.post(contact, { channel: "email", value: "geen adres", safe: "ja" })).text, /een e-mailadres in zoals/);
  assert.match(
    (await browser.submit(contact, { channel: "phone", value: "06-11111112", safe: "ja", safeMoments: "na 17 uur" })).text,
    /\+31611111112 veilig: na 17 uur/,
  );
  assert.match(
    (await browser.submit(`/gezinnen/${trajectoryId}/contact/nieuw`, { channel: "email", value: "iemand@voorbeeld.nl", safe: "nee" })).text,
    /niet veilig: niet gebruiken/,
  );
});

test("the language and the wishes of the family", async () => {
  const { trajectoryId } = await aLine(midwife);
  const browser = browse(server, midwife);
  const shown = await browser.submit(`/gezinnen/${trajectoryId}/taal`, { language: "ar", interpreter: "ja", contactWish: "via haar zus" });
  assert.match(shown.text, /Taal Arabisch, tolk nodig Contact via haar zus/);
});

test("ids of another family lead nowhere", async () => {
  const mine = await aLine(midwife);
  const other = await aLine(await region.actor("midwife", "otherPractice"));
  const browser = browse(server, midwife);
  const fields = { familyName: "Gestolen", kind: "other", channel: "phone", value: "0611111111", since: "1-11-2026", version: "1" };
  const addresses = [
    `/gezinnen/${other.trajectoryId}/gezinsleden/nieuw`,
    `/gezinnen/${other.trajectoryId}/gezinsleden/${other.motherId}`,
    `/gezinnen/${mine.trajectoryId}/gezinsleden/${other.motherId}`,
    `/gezinnen/${other.trajectoryId}/adres`,
    `/gezinnen/${other.trajectoryId}/adres/verbeteren`,
    `/gezinnen/${other.trajectoryId}/contact/nieuw`,
    `/gezinnen/${mine.trajectoryId}/contact/${other.motherId}`,
    `/gezinnen/${other.trajectoryId}/taal`,
    "/gezinnen/niets/taal",
  ];
  for (const address of addresses) {
    assert.equal((await browser.get(address)).status, 404, `get ${address}`);
    assert.equal((await browser.post(address, fields)).status, 404, `post ${address}`);
  }
  assert.equal((await browser.post(`/gezinnen/${mine.trajectoryId}/gezinsleden/${other.motherId}/weg`, fields)).status, 404);
  assert.deepEqual(await region.asOwner("select from family_member where family_name = 'Gestolen'"), []);
});

test("sent twice, a member is added once", async () => {
  const { trajectoryId } = await aLine(midwife);
  const browser = browse(server, midwife);
  const address = `/gezinnen/${trajectoryId}/gezinsleden/nieuw`;
  const fields = { ...(await browser.get(address)).hidden(address), kind: "other", familyName: "Eenmaal" };
  await browser.post(address, fields);
  await browser.post(address, fields);
  assert.equal((await region.asOwner("select from family_member where family_name = 'Eenmaal'")).length, 1);
});
