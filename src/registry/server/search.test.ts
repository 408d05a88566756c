import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { answerRelationOffer, offerRelation } from "../../trust/access/server/door.ts";
import { recordConsent, withdrawConsent } from "../../trust/consent/server/consent.store.ts";
import { readSearch } from "../rules/readSearch.ts";
import { aRegion, type Region } from "../testing/aRegion.ts";
import { searchFamilies } from "./search.store.ts";

let region: Region;
let midwife: Actor;
let nurse: Actor;
let other: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
  other = await region.actor("midwife", "otherPractice");
});
after(() => region.close());

const search = (actor: Actor, typed: string) =>
  withActor(actor, "families.searched", async ({ db }) =>
    (await searchFamilies(db, readSearch(typed), 50)).map(({ trajectoryId }) => trajectoryId),
  );
const aMother = (givenName: string, prefix: string | null, familyName: string, birthDate = "1996-05-04") => ({
  mother: { givenName, prefix, familyName, birthDate },
});

test("a family is found by what people type of it", async () => {
  const { trajectoryId } = await aLine(midwife, {
    ...aMother("Ayşe", "van der", "Meijden", "1994-02-28"),
    dueDate: "2027-03-14",
    address: { street: "Putgraaf", houseNumber: "3", postcode: "6411GT", place: "Heerlen", municipality: "GM0917" },
  });
  const ways = [
    "meij",
    "Meyden",
    "Meiden",
    "van der Meijden",
    "v.d. meijden",
    "ayse",
    "AYŞE",
    "ay",
    "meijden ayse",
    "28-2-1994",
    "28 februari 1994",
    "14-03-2027",
    "6411 gt",
    "6411",
    "meijden 28-2-1994",
    "ayse 6411GT",
    "Maijden",
    "Meijdn",
    "Neijden",
    "Meijdena",
  ];
  for (const typed of ways) assert.deepEqual(await search(midwife, typed), [trajectoryId], typed);
  for (const typed of ["ijde n", "Sanders", "27-2-1994", "6411 GA", "%", "meijden 27-2-1994"])
    assert.deepEqual(await search(midwife, typed), [], typed);
});

test("names of every script are found", async () => {
  for (const name of ["محمدی", "Оксана", "李小龙", "Nguyễn", "Þórsdóttir", "O'Brien", "ინგა"]) {
    const { trajectoryId } = await aLine(midwife, aMother("Test", null, name, "1991-01-01"));
    assert.deepEqual(await search(midwife, name), [trajectoryId], name);
  }
});

test("whole names come before parts of names", async () => {
  const part = await aLine(midwife, aMother("Lotte", null, "Bergsma"));
  const whole = await aLine(midwife, aMother("Lotte", null, "Berg"));
  assert.deepEqual((await search(midwife, "berg")).slice(0, 2), [whole.trajectoryId, part.trajectoryId]);
});

test("nobody finds a family that is not hers to see, and everybody who is allowed does", async () => {
  const { trajectoryId, motherId } = await aLine(midwife, aMother("Isa", null, "Zeldenrust"));
  assert.deepEqual(await search(other, "zeldenrust"), []);
  assert.deepEqual(await search(nurse, "zeldenrust"), []);
  await withActor(midwife, "home-visit.requested", ({ db }) =>
    offerRelation(db, { trajectoryId, organisationId: nurse.organisationId, basis: "home_visit" }),
  );
  const consentId = await withActor(midwife, "consent.recorded", ({ db }) =>
    recordConsent(db, {
      trajectoryId,
      aboutPerson: motherId,
      purpose: "sharing",
      organisationId: nurse.organisationId,
      parts: ["identity"],
      given: true,
      givenBy: "self",
      givenOn: "2026-11-20",
      way: "spoken",
    }),
  );
  assert.deepEqual(await search(nurse, "zeldenrust"), [], "asked, not accepted");
  await withActor(nurse, "home-visit.accepted", ({ db }) => answerRelationOffer(db, { trajectoryId, basis: "home_visit", accept: true }));
  assert.deepEqual(await search(nurse, "zeldenrust"), [trajectoryId]);
  assert.deepEqual(await search(await region.actor("platform_admin", "youthHealth"), "zeldenrust"), [], "a role that sees no families");
  await withActor(midwife, "consent.withdrawn", ({ db }) => withdrawConsent(db, { id: consentId, by: "self", version: 1 }));
  assert.deepEqual(await search(nurse, "zeldenrust"), [], "withdrawn works at once");
});

test("a partner is found by his name only by those with his own consent", async () => {
  const { trajectoryId, motherId, partnerId } = await aLine(midwife, {
    ...aMother("Noor", null, "Achterberg"),
    partner: { givenName: "Bram", prefix: null, familyName: "Kwaadeind", birthDate: "1990-01-01" },
  });
  const share = (aboutPerson: string, ownPerson: string | null) =>
    withActor(midwife, "consent.recorded", ({ db }) =>
      recordConsent(db, {
        trajectoryId,
        aboutPerson,
        ownPerson,
        purpose: "sharing",
        organisationId: nurse.organisationId,
        parts: ["identity"],
        given: true,
        givenBy: "self",
        givenOn: "2026-11-20",
        way: "spoken",
      }),
    );
  await withActor(midwife, "home-visit.requested", ({ db }) =>
    offerRelation(db, { trajectoryId, organisationId: nurse.organisationId, basis: "home_visit" }),
  );
  await withActor(nurse, "home-visit.accepted", ({ db }) => answerRelationOffer(db, { trajectoryId, basis: "home_visit", accept: true }));
  await share(motherId, null);
  assert.deepEqual([await search(nurse, "achterberg"), await search(nurse, "kwaadeind")], [[trajectoryId], []]);
  await share(partnerId ?? "", partnerId);
  assert.deepEqual(await search(nurse, "kwaadeind"), [trajectoryId]);
  assert.deepEqual(await search(midwife, "kwaadeind"), [trajectoryId]);
});

test("what was changed is found by what it became", async () => {
  const { trajectoryId, motherId } = await aLine(midwife, aMother("Eva", null, "Voorheen"));
  await withActor(midwife, "member.changed", ({ db }) =>
    db.updateTable("family_member").set({ family_name: "Daarna" }).where("id", "=", motherId).execute(),
  );
  assert.deepEqual([await search(midwife, "voorheen"), await search(midwife, "daarna")], [[], [trajectoryId]]);
});
