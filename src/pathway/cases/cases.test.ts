import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { workKinds } from "../../main/workKinds.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import type { Part } from "../../trust/access/rules/policy.ts";
import { openConfirmation } from "../assessment/server/door.ts";
import { offerCaseLead } from "../plan/server/transferLead.ts";
import { addedAgreement } from "../plan/testing/aPlan.ts";
import * as make from "../support/referral/server/moveReferral.ts";
import { anOfferOf, aReferral, seenOf } from "../support/referral/testing/aReferral.ts";
import { putWork } from "../trajectory/server/door.ts";
import { aLine } from "../trajectory/testing/aLine.ts";
import { allow, involve } from "../trajectory/testing/involve.ts";
import { choiceFrom } from "./pages/casesAddress.ts";
import { readCases, type CaseChoice } from "./server/readCases.ts";
import { letGoOfCase, takeUpCase } from "./server/takeUpCase.ts";

// What is stuck in whose cases, seen by whom: everything happens on 9 November, and is looked at later.

const began = "2026-11-09";
const later = "2026-12-21";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let bank: Actor;
let coordinator: Actor;
let offer: string;
before(async () => {
  region = await aRegion();
  server = await aServer();
  await region.setToday(began);
  midwife = await region.actor("midwife", "practice", "Marieke");
  bank = await region.actor("support_provider", "support", "Cora");
  coordinator = await region.actor("knooppunt_coordinator", "municipality", "Nadia");
  offer = await anOfferOf(bank, { name: "Schuldhulp" });
});
after(async () => {
  await server.close();
  await region.close();
});

type Line = Awaited<ReturnType<typeof aLine>>;
/** A family on route 2, led by who assessed, that the municipality may see as far as these parts go. */
async function aCase(by: Actor, parts: readonly Part[], change: Parameters<typeof aLine>[1] = {}): Promise<Line> {
  await region.setToday(began);
  const line = await aLine(by, change);
  await withActor(by, "assessment.recorded", (work) =>
    openConfirmation(work, { trajectoryId: line.trajectoryId, proposedCategory: "b", by, reason: "Na het bezoek." }),
  );
  await allow(by, line, bank.organisationId, ["identity"]);
  if (parts.length > 0) {
    await allow(by, line, coordinator.organisationId, parts);
    await involve(by, coordinator, line.trajectoryId);
  }
  return line;
}
const stuckFor = async (actor: Actor, line: Line, change: Partial<CaseChoice> = {}) => {
  await region.setToday(later);
  const view = await readCases(actor, workKinds, { ...choiceFrom({}), ...change });
  return view.stuck
    .filter(({ work }) => work.trajectoryId === line.trajectoryId)
    .map(({ work, worker }) => `${work.kind} ${work.days} ${worker?.professional ?? worker?.role ?? ""}`)
    .toSorted((one, other) => one.localeCompare(other));
};
const all: readonly Part[] = ["identity", "category_route", "plan", "referrals"];

test("the lead sees what is stuck, how long and with whom; a colleague who does not lead sees it not as hers", async () => {
  const line = await aCase(midwife, []);
  await aReferral(midwife, line.trajectoryId, [offer]);
  await addedAgreement(midwife, line.trajectoryId, { responsible: { kind: "professional", membershipId: midwife.membershipId } });
  const stuck = await stuckFor(midwife, line);
  assert.ok(stuck.includes("referral.answer 35 support_provider"), stuck.join());
  assert.ok(stuck.includes("plan.agreement 28 Marieke"), stuck.join());
  assert.deepEqual(await stuckFor(await region.actor("midwife", "practice"), line), []);
});

test("the coordinator of the Knooppunt sees the cases of her municipality, as far as the family allows her organisation", async () => {
  const open = await aCase(midwife, all);
  const planOnly = await aCase(midwife, ["identity", "category_route", "plan"]);
  const nothing = await aCase(midwife, []);
  const elsewhere = await aCase(midwife, all, {
    address: { street: "Markt", houseNumber: "1", postcode: "6211CK", place: "Maastricht", municipality: "GM0935" },
  });
  for (const line of [open, planOnly, nothing, elsewhere]) {
    await aReferral(midwife, line.trajectoryId, [offer]);
    await addedAgreement(midwife, line.trajectoryId, { responsible: { kind: "professional", membershipId: midwife.membershipId } });
  }
  const kinds = async (line: Line) =>
    (await stuckFor(coordinator, line)).map((one) => one.split(" ")[0]).filter((kind) => !/^route|discuss/.test(kind ?? ""));
  assert.deepEqual(await kinds(open), ["plan.agreement", "referral.answer"]);
  assert.deepEqual(await kinds(planOnly), ["plan.agreement"]);
  assert.deepEqual([await kinds(nothing), await kinds(elsewhere)], [[], []]);
  const worker = await region.actor("municipal_worker", "municipality");
  assert.deepEqual(await stuckFor(worker, open), [], "a colleague of hers sees what she leads herself");
});

test("what is between someone and herself, and a signal that was not discussed, are nobody else's to follow", async () => {
  const line = await aCase(midwife, all);
  for (const kind of ["own-step", "signal-not-discussed"])
    await region.asOwner(
      "insert into work_item (principal, trajectory_id, kind, subject_id, due_on) select principal, $2, $3, $2, '2026-11-10' from membership where id = $1",
      [midwife.membershipId, line.trajectoryId, kind],
    );
  const seen = [...(await stuckFor(coordinator, line)), ...(await stuckFor(midwife, line, { scope: "lead" }))].join();
  assert.ok(!/own-step|signal/.test(seen), seen);
});

test("the consent that ends takes what was followed by it out of sight, in the list and past it", async () => {
  const line = await aCase(midwife, all);
  await aReferral(midwife, line.trajectoryId, [offer]);
  assert.notDeepEqual(await stuckFor(coordinator, line), []);
  await region.asOwner("update consent set withdrawn_on = $2 where trajectory_id = $1 and recipient_organisation_id = $3", [
    line.trajectoryId,
    began,
    coordinator.organisationId,
  ]);
  await region.asOwner("select trust.recompute_grants($1)", [line.trajectoryId]);
  assert.deepEqual(await stuckFor(coordinator, line), []);
});

test("a lead offered and not accepted is one thing, with who was asked; answered, it is gone", async () => {
  const nurse = await region.actor("youth_nurse", "youthHealth", "Ineke");
  const line = await aCase(midwife, []);
  await allow(midwife, line, nurse.organisationId, ["identity", "plan"]);
  await offerCaseLead(midwife, {
    trajectoryId: line.trajectoryId,
    organisationId: nurse.organisationId,
    role: nurse.role,
    membershipId: null,
  });
  await region.setToday(later);
  const leads = async () => (await stuckFor(midwife, line)).filter((one) => one.startsWith("case_lead"));
  assert.deepEqual(await leads(), ["case_lead.offered 39 youth_nurse"]);
});

test("two take the same thing up at once: one does, the other is told; it is on her list until it is solved", async () => {
  const line = await aCase(midwife, all);
  const [asked] = await aReferral(midwife, line.trajectoryId, [offer]);
  assert.ok(asked);
  await region.setToday(later);
  const item = async (actor: Actor) =>
    (await readCases(actor, workKinds, choiceFrom({ reden: "verwijzing" }))).stuck.find(({ work }) => work.subjectId === asked.id);
  const found = await item(coordinator);
  assert.equal((await item(midwife))?.id, found?.id);
  const press = (actor: Actor) => takeUpCase(actor, workKinds, found?.id ?? "0");
  const outcomes = await Promise.all([press(coordinator), press(midwife)]);
  assert.deepEqual(
    outcomes.map(({ code }) => code).toSorted((a, b) => a.localeCompare(b)),
    ["case-taken-already", "done"],
  );
  const winner = outcomes[0].code === "done" ? "Nadia" : "Marieke";
  assert.deepEqual([(await item(midwife))?.taken?.professional, (await item(coordinator))?.taken?.professional], [winner, winner]);
  const onList = async () =>
    (
      await region.asOwner<{ who: string; due: string }>(
        `select p.display_name as who, w.due_on::text as due from work_item w join membership m using (principal) join professional p on p.id = m.professional_id
         where w.kind = 'case.taken-up' and w.subject_id = $1 and w.closed_at is null`,
        [asked.id],
      )
    ).map(({ who, due }) => `${who} ${due}`);
  assert.deepEqual(await onList(), [`${winner} 2026-12-23`]);
  assert.equal((await make.acceptReferral(bank, seenOf(asked))).code, "done");
  assert.deepEqual(await onList(), [], "solved: off her list too");
});

test("what she took up she can let go of, and another takes it up", async () => {
  const line = await aCase(midwife, all);
  const [asked] = await aReferral(midwife, line.trajectoryId, [offer]);
  await region.setToday(later);
  const found = (await readCases(coordinator, workKinds, choiceFrom({ reden: "verwijzing" }))).stuck.find(
    ({ work }) => work.subjectId === asked?.id,
  );
  const item = found?.id ?? "0";
  assert.equal((await takeUpCase(coordinator, workKinds, item)).code, "done");
  await letGoOfCase(midwife, { trajectoryId: line.trajectoryId, subjectId: asked?.id ?? "" });
  assert.equal((await takeUpCase(midwife, workKinds, item)).code, "case-taken-already", "nobody lets go for another");
  await letGoOfCase(coordinator, { trajectoryId: line.trajectoryId, subjectId: asked?.id ?? "" });
  assert.equal((await takeUpCase(midwife, workKinds, item)).code, "done");
  const stranger = await region.actor("midwife", "otherPractice");
  assert.equal((await takeUpCase(stranger, workKinds, item)).code, "case-not-stuck");
});

test("who may not write a plan has no cases, not past the page either", async () => {
  await assert.rejects(readCases(await region.actor("gp", "gp"), workKinds, choiceFrom({})), { code: "42501" });
});

test("thousands of cases are asked for in a few questions, and come a page at a time", async () => {
  const nadia = await region.actor("municipal_worker", "municipality", "Sjef");
  await region.setToday(began);
  const lines = await Promise.all(Array.from({ length: 30 }, () => aLine(midwife)));
  for (const { trajectoryId } of lines) {
    await region.asOwner(
      "insert into case_lead (trajectory_id, membership_id, professional_id, organisation_id, role, basis, author_organisation_id) values ($1, $2, $3, $4, $5, 'assessment', $4)",
      [trajectoryId, nadia.membershipId, nadia.professionalId, nadia.organisationId, nadia.role],
    );
    await withActor(midwife, "work.put", ({ db }) =>
      putWork(db, {
        for: { organisationId: midwife.organisationId, role: "midwife" },
        trajectoryId,
        kind: "plan.discuss",
        subjectId: trajectoryId,
        dueOn: began,
      }),
    );
    await allow(
      midwife,
      { trajectoryId, motherId: lines.find((one) => one.trajectoryId === trajectoryId)?.motherId ?? "" },
      nadia.organisationId,
      all,
    );
    await involve(midwife, nadia, trajectoryId);
  }
  await region.setToday(later);
  const page = (number: number) => readCases(nadia, workKinds, { ...choiceFrom({ kring: "regie" }), page: number });
  const [first, second] = [await page(1), await page(2)];
  assert.deepEqual([first.stuck.length, second.stuck.length, first.pages, first.counts.stuck], [25, 5, 2, 30]);
  assert.equal(new Set([...first.stuck, ...second.stuck].map(({ id }) => id)).size, 30);
  assert.equal((await page(99)).page, 2);
});

test("on the page: counts lead to what they count, one press to call, one to take up; every link is hers to open", async () => {
  const line = await aCase(midwife, all);
  await aReferral(midwife, line.trajectoryId, [offer]);
  await region.setToday(later);
  const nadia = browse(server, coordinator);
  const page = await nadia.get("/casussen");
  assert.equal(page.status, 200);
  assert.match(page.text, /Casussen/);
  assert.match(page.text, /Schuldhulp \(Kredietbank\): nog geen antwoord/);
  assert.match(page.html, /href="tel:0450000000"/);
  assert.match((await nadia.get("/casussen?reden=verwijzing")).text, /verwijzing/);
  const links = [...page.html.matchAll(/href="(\/(?:gezinnen|casussen|regie)[^"#]*)/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
  for (const href of new Set(links)) assert.equal((await nadia.get(href)).status, 200, href);
  const shown = await nadia.get("/casussen?reden=verwijzing");
  const pressed = await nadia.submit("/casussen/oppakken", shown.hidden("/casussen/oppakken") ?? {});
  assert.match(pressed.text, /U pakt dit op/);
  assert.match(pressed.text, /U pakte dit vandaag op/);
  assert.match((await nadia.get("/casussen?toon=opgepakt")).text, /nog geen antwoord/);
  assert.match((await nadia.get("/werk")).text, /Vastgelopen: verwijzing/);
  assert.match(
    (await nadia.submit("/casussen/loslaten", (await nadia.get("/casussen?toon=opgepakt")).hidden("/casussen/loslaten") ?? {})).text,
    /niet meer op/,
  );
});

test("without any case the page says what will come here", async () => {
  const fresh = browse(server, await region.actor("youth_nurse", "youthHealth"));
  assert.match((await fresh.get("/casussen")).text, /van geen gezin casusregisseur/);
  assert.equal((await fresh.get("/casussen?bij=nonsense&reden=x&blad=-4")).status, 200);
});

test("by person: what waits for one of them alone, what waits for her organisation, and kept while a reason is chosen", async () => {
  const line = await aCase(midwife, all);
  await aReferral(midwife, line.trajectoryId, [offer]);
  await addedAgreement(midwife, line.trajectoryId, { responsible: { kind: "professional", membershipId: midwife.membershipId } });
  const [hers] = await region.asOwner<{ principal: number }>("select principal from membership where id = $1", [midwife.membershipId]);
  const [team] = await region.asOwner<{ principal: number }>(
    "select principal from team where organisation_id = $1 and role = 'support_provider'",
    [bank.organisationId],
  );
  const stuck = async (whom: string) => (await stuckFor(coordinator, line, { whom })).map((one) => one.split(" ")[0]);
  const waiting = await stuck(String(hers?.principal));
  assert.ok(waiting.includes("plan.agreement") && !waiting.includes("referral.answer"), waiting.join());
  assert.deepEqual(await stuck(String(team?.principal)), ["referral.answer"]);
  assert.deepEqual(await stuck(bank.organisationId), ["referral.answer"]);
  assert.ok((await stuck(midwife.organisationId)).includes("plan.agreement"));
  assert.deepEqual(await stuck("999999999"), []);
  const nadia = browse(server, coordinator);
  const page = await nadia.get("/casussen");
  assert.match(
    page.html,
    new RegExp(`<optgroup label="Praktijk De Maas">.*?<option value="${hers?.principal}"[^>]*>Marieke \\(\\d+\\)`, "s"),
  );
  const shown = await nadia.get(`/casussen?bij=${hers?.principal}`);
  assert.doesNotMatch(shown.text, /nog geen antwoord/);
  assert.match(shown.html, new RegExp(`href="/casussen\\?reden=[a-z]+&amp;bij=${hers?.principal}"`));
  assert.match((await nadia.get("/casussen?bij=999999999")).text, /Hier zit niets meer vast/);
});
