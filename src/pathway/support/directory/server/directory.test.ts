import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../../registry/testing/aRegion.ts";
import { isDone } from "../../../../kit/refusal.ts";
import type { FamilyNow } from "../directory.ts";
import { decideFit } from "../rules/decideFit.ts";
import { offerInput } from "../testing/offerInput.ts";
import { checkOffer, keepOffer, reportWrong, type OfferInput } from "./changeOffer.ts";
import { addContact, readOrganisation, readOrganisations, removeContact } from "./keepContacts.ts";
import { listContactsFor } from "./contact.store.ts";
import { listAllOffers, listOffers } from "./offer.store.ts";
import { offerChecksTask } from "./offerChecksTask.ts";
import { exportDirectory, readOffer } from "./readDirectory.ts";

const today = "2026-11-09";
let region: Region;
let helper: Actor;
let midwife: Actor;
let admin: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  helper = await region.actor("support_provider", "support", "Cora");
  midwife = await region.actor("midwife", "practice");
  admin = await region.actor("platform_admin", "office");
});
after(() => region.close());

const add = async (change: Partial<OfferInput> = {}, by = helper): Promise<string> => {
  const outcome = await keepOffer(by, { id: null, version: 0 }, offerInput(change));
  assert.ok(isDone(outcome), outcome.code);
  return outcome.offerId;
};
const offer = async (id: string) => {
  const found = await readOffer(midwife, id);
  assert.ok(found);
  return found.offer;
};
/** Who is asked what about an offer, by name of the person, team or organisation. */
const work = async (id: string) =>
  (
    await region.asOwner<{ kind: string; who: string }>(
      `select w.kind, coalesce(o.name, p.display_name, t.role) as who from work_item w left join organisation o on o.principal = w.principal
       left join membership m on m.principal = w.principal left join professional p on p.id = m.professional_id left join team t on t.principal = w.principal
       where w.subject_id = $1 and w.closed_at is null order by 1, 2`,
      [id],
    )
  ).map(({ kind, who }) => `${kind} ${who}`);

test("the start set of domain.md 3.6 stands in a new region, with nobody's check", async () => {
  const all = await withActor(midwife, "directory.read", ({ db }) => listAllOffers(db));
  const supplied = all.filter(({ organisationId }) => organisationId === null);
  assert.equal(supplied.length, 13);
  assert.deepEqual(
    supplied.filter(({ assured }) => assured !== null),
    [],
  );
  assert.equal(supplied.find(({ name }) => name === "VoorZorg")?.pregnancyBeforeWeek, 28);
});

test("an organisation keeps its own offers; another's answer as if they did not exist", async () => {
  const id = await add();
  assert.equal((await offer(id)).organisation, "Kredietbank");
  assert.deepEqual([(await offer(id)).assured?.on, (await offer(id)).assured?.by], [today, "Cora"]);
  const change = { id, version: 1 };
  assert.equal((await keepOffer(midwife, change, offerInput({ name: "Overgenomen" }))).code, "offer-not-found");
  assert.equal((await checkOffer(midwife, change)).code, "offer-not-found");
  assert.equal((await keepOffer(helper, change, offerInput({ name: "Maatje thuis" }))).code, "done");
  assert.equal((await keepOffer(helper, change, offerInput({ name: "Te laat" }))).code, "offer-changed-meanwhile");
  assert.equal((await offer(id)).name, "Maatje thuis");
  const forced = withActor(midwife, "directory.changed", async ({ db }) =>
    db.updateTable("support_offer").set({ name: "Gekaapt" }).where("id", "=", id).executeTakeFirst(),
  );
  assert.equal((await forced).numUpdatedRows, 0n);
});

test("the administrator of the region links what came with Wieg to an organisation, which keeps it from then on", async () => {
  const all = await withActor(midwife, "directory.read", ({ db }) => listAllOffers(db));
  const debt = all.find(({ name }) => name.startsWith("Schuldhulp"));
  assert.ok(debt);
  const seen = { id: debt.id, version: debt.version };
  assert.equal((await checkOffer(helper, seen)).code, "offer-not-found");
  assert.equal((await keepOffer(admin, seen, offerInput({ name: debt.name, organisationId: helper.organisationId }))).code, "done");
  assert.equal((await checkOffer(helper, { ...seen, version: seen.version + 1 })).code, "done");
});

test("what is not right is reported once, its keeper is asked, and a check takes it off the list", async () => {
  const id = await add({ contactMembershipId: helper.membershipId });
  assert.equal((await reportWrong(midwife, id)).code, "done");
  assert.equal((await reportWrong(midwife, id)).code, "offer-reported-already");
  assert.equal((await offer(id)).reportedOn, today);
  assert.deepEqual(await work(id), ["offer.reported Cora"]);
  assert.equal((await checkOffer(helper, { id, version: 1 })).code, "done");
  assert.deepEqual([await work(id), (await offer(id)).reportedOn], [[], null]);
  assert.equal((await reportWrong(midwife, crypto.randomUUID())).code, "offer-not-found");
});

test("half a year without a check: the contact, else the organisation, else the administrators are asked, once", async () => {
  const [hers, theirs] = [await add({ contactMembershipId: helper.membershipId }), await add()];
  await region.setToday("2027-05-09");
  await offerChecksTask.run({});
  await offerChecksTask.run({});
  assert.deepEqual([await work(hers), await work(theirs)], [["offer.check Cora"], ["offer.check Kredietbank"]]);
  const all = await withActor(await region.actor("midwife", "practice"), "directory.read", ({ db }) => listAllOffers(db));
  const voorzorg = all.find(({ name }) => name === "VoorZorg");
  assert.deepEqual(await work(voorzorg?.id ?? ""), ["offer.check platform_admin"]);
  await region.setToday(today);
});

test("weeks and places that cannot be are refused", async () => {
  const keep = (change: Partial<OfferInput>) => keepOffer(helper, { id: null, version: 0 }, offerInput(change));
  assert.equal((await keep({ pregnancyFromWeek: 30, pregnancyBeforeWeek: 28 })).code, "offer-weeks-turned");
  assert.equal((await keep({ capacityAvailable: 3, capacityMaximum: 2 })).code, "offer-capacity-turned");
});

test("it is found by the words it has, by topic and by language", async () => {
  const id = await add({ name: "Zwemclub Zuid", topics: ["language"], languages: ["pl"] });
  const find = async (change: object) => {
    const filter = { words: "", topic: null, language: null, for: null, ...change };
    return (await withActor(midwife, "directory.read", ({ db }) => listOffers(db, filter, 0, 100))).some((one) => one.id === id);
  };
  assert.deepEqual(
    [
      await find({ words: "zwemclub" }),
      await find({ words: "ZWEM zuid" }),
      await find({ words: "schaatsclub" }),
      await find({ topic: "language" }),
      await find({ topic: "money" }),
      await find({ language: "pl" }),
      await find({ language: "ar" }),
    ],
    [true, true, false, true, false, true, false],
  );
});

test("what a list leaves out is exactly what the rule says does not fit", async () => {
  const windows: readonly Partial<OfferInput>[] = [
    { periods: ["infancy"] },
    { periods: ["pregnancy"], pregnancyFromWeek: 12, pregnancyBeforeWeek: 28 },
    { municipalities: ["GM0935"] },
    { municipalities: ["GM0917"], minimumAge: 23 },
    { maximumAge: 22 },
    { firstChildOnly: true },
    { categories: ["c", "d"] },
    { childBeforeMonths: 6 },
    { languages: ["pl"] },
  ];
  for (const window of windows) await add(window);
  const family: FamilyNow = {
    municipality: { code: "GM0917", name: "Heerlen" },
    period: "pregnancy",
    pregnancyDays: 83,
    childMonths: null,
    motherAge: 22,
    firstChild: true,
    category: "c",
    language: "nl",
  };
  const families: readonly Partial<FamilyNow>[] = [
    {},
    { pregnancyDays: 84 },
    { pregnancyDays: 195 },
    { pregnancyDays: 196 },
    { motherAge: 23 },
    { firstChild: false },
    { firstChild: null },
    { category: "a" },
    { category: null },
    { municipality: null },
    { period: "infancy", pregnancyDays: null, childMonths: 5 },
    { period: "infancy", pregnancyDays: null, childMonths: 6 },
    { period: null, pregnancyDays: null },
    { language: "ar" },
  ];
  await withActor(midwife, "directory.read", async ({ db }) => {
    const all = await listAllOffers(db);
    for (const change of families) {
      const now = { ...family, ...change };
      const listed = await listOffers(db, { words: "", topic: null, language: null, for: now }, 0, 1000);
      assert.deepEqual(
        listed.map(({ id }) => id),
        all.filter((one) => decideFit(one, now).outcome !== "not").map(({ id }) => id),
        JSON.stringify(change),
      );
    }
  });
});

test("a fixed contact: named by the own organisation, seen from a family, and taken off again", async () => {
  const contact = {
    organisationId: helper.organisationId,
    membershipId: helper.membershipId,
    forOrganisationId: null,
    forMunicipality: "GM0917",
    subject: "Geldzorgen",
  };
  assert.equal((await addContact(midwife, contact)).code, "contact-not-found");
  assert.equal((await addContact(helper, { ...contact, membershipId: midwife.membershipId })).code, "contact-not-found");
  assert.equal((await addContact(helper, { ...contact, forMunicipality: null })).code, "contact-needs-for-whom");
  assert.equal((await addContact(helper, contact)).code, "done");
  assert.equal((await addContact(helper, contact)).code, "contact-already");
  const seen = (municipality: string) =>
    withActor(midwife, "directory.read", ({ db }) => listContactsFor(db, { organisationId: midwife.organisationId, municipality }));
  assert.deepEqual(
    (await seen("GM0917")).map(({ name, subject }) => [name, subject]),
    [["Cora", "Geldzorgen"]],
  );
  assert.deepEqual(await seen("GM0935"), []);
  const [one] = await seen("GM0917");
  assert.equal((await removeContact(midwife, helper.organisationId, one?.id ?? "")).code, "contact-not-found");
  assert.equal((await removeContact(helper, helper.organisationId, one?.id ?? "")).code, "done");
  assert.deepEqual(await seen("GM0917"), []);
});

test("organisations and people are found by a part of either's name; those who left are not listed", async () => {
  const names = async (words: string) => (await readOrganisations(midwife, words, null)).organisations.map(({ name }) => name);
  assert.deepEqual([await names("krediet"), await names("cora"), await names("bestaat niet")], [["Kredietbank"], ["Kredietbank"], []]);
  const left = await region.actor("support_provider", "support", "Al Weg");
  await region.asOwner("update membership set until = app.today() - 1 where id = $1", [left.membershipId]);
  const people = (await readOrganisation(midwife, helper.organisationId))?.people.map(({ name }) => name);
  assert.deepEqual(people, ["Cora"]);
});

test("the file holds every offer", async () => {
  const file = await exportDirectory(midwife);
  const all = await withActor(midwife, "directory.read", ({ db }) => listAllOffers(db));
  assert.equal(file.total_items, all.length);
});
