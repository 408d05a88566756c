import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { recordConsent } from "../../../trust/consent/server/door.ts";
import { withdrawAnswer } from "../../../trust/consent/server/withdrawAnswer.ts";
import { findCaseLead } from "../../plan/server/door.ts";
import { answerCaseLead } from "../../plan/server/transferLead.ts";
import { findLine } from "../../trajectory/server/door.ts";
import { aCase, anAgenda, aSeries, aSitting, aTable, itemsBefore, seenBy, sittingNow, type Table } from "../testing/aSitting.ts";
import { decideCase } from "./decideCase.ts";
import { cancelSitting, closeSitting, inviteGuest, moveSitting, openSitting, setAgenda } from "./moveSitting.ts";
import { readOutcome, readSitting } from "./readSitting.ts";
import { listParticipants, listProposal } from "./sitting.store.ts";
import { readCase } from "./readConference.ts";

const today = "2026-03-09";
let region: Region;
let table: Table;
let series: string;
let sitting: string;
let one: Awaited<ReturnType<typeof aCase>>;

before(async () => {
  region = await aRegion();
  await region.setToday(today);
  table = await aTable(region);
  series = await aSeries(table);
});
beforeEach(async () => {
  await region.setToday(today);
  sitting = await aSitting(table, series, today);
  one = await aCase(table);
});
after(() => region.close());

const work = (kind: string, subject: string) =>
  region.asOwner<{ principal: number; facts: Record<string, unknown> }>(
    "select principal, facts from work_item where kind = $1 and subject_id = $2 and closed_at is null",
    [kind, subject],
  );
const principalOf = async (membershipId: string) =>
  (await region.asOwner<{ principal: number }>("select principal from membership where id = $1", [membershipId]))[0]?.principal;
/** Whether this one can read the family's line, the case and the item: past every page, straight at the tables. */
const sees = (actor: Actor) =>
  withActor(actor, "x.read", async ({ db }) => ({
    line: (await findLine(db, one.trajectoryId)) !== null,
    case: (await db.selectFrom("conference_case").select("id").where("trajectory_id", "=", one.trajectoryId).execute()).length > 0,
    item: (await db.selectFrom("agenda_item").select("id").where("trajectory_id", "=", one.trajectoryId).execute()).length > 0,
    grant: (await db.selectFrom("access_grant").select("part").where("trajectory_id", "=", one.trajectoryId).execute()).length > 0,
  }));
const all = { line: true, case: true, item: true, grant: true };
const nothing = { line: false, case: false, item: false, grant: false };
const withdraw = async () => {
  const [consent] = await region.asOwner<{ id: string; version: number }>(
    "select id, version from consent where trajectory_id = $1 and purpose = 'case_conference' and withdrawn_on is null and given",
    [one.trajectoryId],
  );
  return withdrawAnswer(table.midwife, { trajectoryId: one.trajectoryId, consentId: consent?.id ?? "", version: consent?.version ?? 0 });
};
const begin = async () => {
  await anAgenda(table, sitting, [one]);
  const there = await withActor(table.chair, "x.read", ({ db }) => listParticipants(db, sitting));
  const opened = await openSitting(
    table.chair,
    await seenBy(table.chair, sitting),
    there.map(({ id }) => id),
  );
  assert.equal(opened.code, "done");
  const [item] = await itemsBefore(table.chair, sitting);
  assert.ok(item);
  return item;
};
const nothingDecided = { decision: "Wij blijven dit zo doen.", joining: [], lead: null, agreements: [], offers: [] };
const seat = ({ organisationId, role }: Actor, membershipId: string | null = null) => ({ organisationId, role, membershipId });

test("who is at the table sees a case from the agenda on, and not before", async () => {
  assert.deepEqual(await sees(table.nurse), nothing);
  assert.equal((await readSitting(table.nurse, sitting))?.items.length, 0);
  await anAgenda(table, sitting, [one]);
  assert.deepEqual(await sees(table.nurse), all);
  const [seen] = await itemsBefore(table.nurse, sitting);
  assert.deepEqual(
    [seen?.question, seen?.summary, seen?.familyWords],
    [
      "Wie helpt deze ouders aan rust rond hun rekeningen?",
      "Wij hebben schulden en willen rust voor de baby komt.",
      "Wij willen dit zelf kunnen.",
    ],
  );
  assert.deepEqual(
    (await work("conference.prepare", sitting)).map(({ facts }) => facts["cases"]),
    [1, 1, 1],
  );
});

test("what her own role may not see, she does not see at the table either; and she can change nothing", async () => {
  await anAgenda(table, sitting, [one]);
  await withActor(table.nurse, "x.read", async ({ db }) => {
    assert.deepEqual(
      await db.selectFrom("vulnerability_assessment").select("id").where("trajectory_id", "=", one.trajectoryId).execute(),
      [],
      "the consent named identity and plan",
    );
    const { numUpdatedRows } = await db
      .updateTable("conference_case")
      .set({ question: "Iets anders dan gevraagd" })
      .where("id", "=", one.caseId)
      .executeTakeFirst();
    assert.equal(numUpdatedRows, 0n);
  });
  await assert.rejects(
    withActor(table.nurse, "x.write", ({ db }) =>
      recordConsent(db, {
        trajectoryId: one.trajectoryId,
        aboutPerson: one.motherId,
        purpose: "sharing",
        organisationId: table.gp.organisationId,
        parts: ["identity"],
        given: true,
        givenBy: "self",
        givenOn: today,
        way: "spoken",
      }),
    ),
    { code: "42501" },
  );
});

test("the chair by role alone reads question, summary and whom it is about, and no part of the family's file", async () => {
  await anAgenda(table, sitting, [one]);
  const [seen] = await itemsBefore(table.chair, sitting);
  assert.deepEqual([seen?.family, seen?.question !== null], ["Frijns", true]);
  await withActor(table.chair, "x.read", async ({ db }) => {
    const parts = await db.selectFrom("access_grant").select(["part", "may_write"]).where("trajectory_id", "=", one.trajectoryId).execute();
    assert.deepEqual(parts, [{ part: 1, may_write: false }]);
  });
});

test("a family that names only the municipality shows the others no more than question and summary", async () => {
  one = await aCase(table, { recipient: "municipal_worker" });
  await anAgenda(table, sitting, [one]);
  assert.deepEqual(await sees(table.nurse), { line: false, case: true, item: true, grant: false });
  assert.equal((await sees(table.worker)).line, true);
});

test("someone who is not at the table, or at that of another case, finds nothing", async () => {
  const other = await aCase(table);
  await anAgenda(table, sitting, [one, other]);
  assert.deepEqual(await sees(table.gp), nothing);
  assert.equal(await readSitting(table.gp, sitting), null);
  const [first] = await itemsBefore(table.chair, sitting);
  assert.equal(
    (await inviteGuest(table.chair, await seenBy(table.chair, sitting), { membershipId: table.gp.membershipId, itemId: first?.id ?? "" }))
      .code,
    "done",
  );
  const seen = await itemsBefore(table.gp, sitting);
  assert.deepEqual(
    seen.map(({ caseId }) => caseId),
    [one.caseId],
    "a guest for one case sees that case alone",
  );
  assert.equal(
    (await inviteGuest(table.nurse, await seenBy(table.chair, sitting), { membershipId: table.gp.membershipId, itemId: null })).code,
    "not-visible",
    "only the chair invites",
  );
});

test("without consent a case is not proposed, and can't be put on an agenda by its id either", async () => {
  await withdraw();
  const proposal = await withActor(table.chair, "x.read", ({ db }) => listProposal(db, sitting));
  assert.ok(!proposal.some(({ caseId }) => caseId === one.caseId));
  assert.equal((await setAgenda(table.chair, await seenBy(table.chair, sitting), [one.caseId])).code, "case-gone");
});

test("a case is proposed while the family allows it today and on the day of the sitting, as everywhere else", async () => {
  const later = await aSitting(table, series, "2026-03-16");
  const held = "trust.conference_allowed($1, app.today()) and trust.conference_allowed($1, '2026-03-16')";
  for (const until of ["2026-03-15", "2026-03-16", null]) {
    const allowed = until !== "2026-03-15";
    await region.asOwner("update consent set until = $2 where trajectory_id = $1", [one.trajectoryId, until]);
    const proposal = await withActor(table.chair, "x.read", ({ db }) => listProposal(db, later));
    const rule = await region.asOwner<{ holds: boolean }>(`select ${held} as holds`, [one.trajectoryId]);
    assert.deepEqual([proposal.some(({ caseId }) => caseId === one.caseId), rule[0]?.holds], [allowed, allowed]);
  }
});

test("consent withdrawn during the sitting: off for all at once, the lead and the chair are told, and the trail has it", async () => {
  const item = await begin();
  assert.deepEqual(await sees(table.nurse), all);
  assert.equal((await withdraw()).code, "done");
  assert.deepEqual([await sees(table.nurse), await sees(table.worker), await sees(table.chair)], [nothing, nothing, nothing]);
  const [kept] = await region.asOwner<{ state: string; off_because: string }>("select state, off_because from agenda_item where id = $1", [
    item.id,
  ]);
  assert.deepEqual(kept, { state: "off", off_because: "consent" });
  assert.deepEqual(await work("conference.off", item.id), [
    { principal: await principalOf(table.midwife.membershipId), facts: { because: "consent", on: today } },
  ]);
  const [told] = await work("conference.fell-off", sitting);
  assert.ok(told && !JSON.stringify(told.facts).includes("Frijns"));
  assert.equal(
    (await decideCase(table.chair, { itemId: item.id, version: item.version }, nothingDecided)).code,
    "not-visible",
    "what is withdrawn is not decided",
  );
  const [trail] = await region.asOwner<{ outcome: string }>(
    "select outcome from trail_event where event = 'consent.withdrawn' and $1 = any(trajectory_ids)",
    [one.trajectoryId],
  );
  assert.equal(trail?.outcome, "done");
});

test("a newer yes in the place of an older one takes nothing off", async () => {
  await anAgenda(table, sitting, [one]);
  await withActor(table.midwife, "x.write", async ({ db }) => {
    await db.selectFrom("consent").select("id").execute();
    const { rows } = await import("kysely").then(({ sql }) =>
      sql<{
        id: string;
        version: number;
      }>`select id, version from consent where trajectory_id = ${one.trajectoryId} and purpose = 'case_conference'`.execute(db),
    );
    await import("kysely").then(({ sql }) =>
      sql`select trust.withdraw_consent(${rows[0]?.id}, 'replaced', ${rows[0]?.version})`.execute(db),
    );
    await recordConsent(db, {
      trajectoryId: one.trajectoryId,
      aboutPerson: one.motherId,
      purpose: "case_conference",
      role: "conference",
      parts: ["identity"],
      given: true,
      givenBy: "self",
      givenOn: today,
      way: "spoken",
    });
  });
  assert.deepEqual(await sees(table.nurse), all);
});

test("a cancelled sitting: its cases wait again, nobody keeps sight, everyone is told, calendars too", async () => {
  await anAgenda(table, sitting, [one]);
  assert.equal((await cancelSitting(table.chair, await seenBy(table.chair, sitting), "De voorzitter is ziek.")).code, "done");
  assert.deepEqual([await sees(table.nurse), await sees(table.chair)], [nothing, nothing]);
  assert.equal((await readCase(table.midwife, one.caseId))?.state, "waiting");
  assert.deepEqual(
    [(await work("conference.cancelled", sitting)).length, (await work("conference.prepare", sitting)).length],
    [4, 0],
    "three teams and the deputy",
  );
  const now = await sittingNow(table.nurse, sitting);
  assert.deepEqual([now.state, now.sequence, now.told], ["cancelled", 1, "De voorzitter is ziek."]);
  const next = await aSitting(table, series, "2026-03-16");
  const proposal = await withActor(table.chair, "x.read", ({ db }) => listProposal(db, next));
  assert.ok(proposal.some(({ caseId }) => caseId === one.caseId));
});

test("moved to another day: told, and sight lasts until then; the day itself ends it, also when nobody closes the sitting", async () => {
  await anAgenda(table, sitting, [one]);
  const at = { heldOn: "2026-03-16", startsAt: "09:00", endsAt: "10:30", place: null, link: "https://overleg.example.org/kamer" };
  assert.equal((await moveSitting(table.chair, await seenBy(table.chair, sitting), at, null)).code, "done");
  assert.equal((await work("conference.moved", sitting)).length, 4);
  await region.setToday("2026-03-16");
  assert.equal((await sees(table.nurse)).line, true);
  await region.setToday("2026-03-17");
  assert.deepEqual({ ...(await sees(table.nurse)), grant: false }, nothing);
});

test("two chairs at once: the second is told, and nothing of hers stands", async () => {
  const other = await aCase(table);
  const seen = await seenBy(table.chair, sitting);
  const [first, second] = await Promise.all([setAgenda(table.chair, seen, [one.caseId]), setAgenda(table.deputy, seen, [other.caseId])]);
  assert.deepEqual([first.code, second.code].toSorted(), ["changed-meanwhile", "done"]);
  assert.equal((await itemsBefore(table.chair, sitting)).length, 1);
});

test("one case on two agendas at the same moment: one sitting gets it", async () => {
  const next = await aSitting(table, series, "2026-03-16");
  const codes = await Promise.all([
    setAgenda(table.chair, await seenBy(table.chair, sitting), [one.caseId]),
    setAgenda(table.deputy, await seenBy(table.deputy, next), [one.caseId]),
  ]);
  assert.deepEqual(codes.map(({ code }) => code).toSorted(), ["case-gone", "done"]);
});

test("decided: straight into plan, lead and who is involved; after the sitting only those who were named see the family", async () => {
  const item = await begin();
  const decided = await decideCase(
    table.chair,
    { itemId: item.id, version: item.version },
    {
      decision: "De gemeente helpt met de rekeningen; JGZ houdt de lijn vast.",
      joining: [seat(table.worker)],
      lead: seat(table.nurse, table.nurse.membershipId),
      agreements: [{ wording: "Samen de post openen", kind: "professional", key: table.worker.membershipId, evaluateOn: "2026-03-30" }],
      offers: [],
    },
  );
  assert.equal(decided.code, "done");
  assert.equal((await closeSitting(table.chair, await seenBy(table.chair, sitting))).code, "done");
  assert.deepEqual([(await sees(table.worker)).line, await sees(table.chair), (await sees(table.deputy)).line], [true, nothing, false]);
  assert.deepEqual(await sees(table.nurse), nothing, "she was asked to lead, and has not accepted yet");
  const plan = await region.asOwner<{ wording: string }>("select wording from plan_agreement where trajectory_id = $1", [one.trajectoryId]);
  assert.deepEqual(plan, [{ wording: "Samen de post openen" }]);
  const [transfer] = await region.asOwner<{ id: string }>("select id from lead_transfer where trajectory_id = $1 and state = 'offered'", [
    one.trajectoryId,
  ]);
  assert.equal((await answerCaseLead(table.nurse, { transferId: transfer?.id ?? "", accept: true, reason: null })).code, "done");
  const lead = await withActor(table.nurse, "x.read", ({ db }) => findCaseLead(db, one.trajectoryId));
  assert.deepEqual([lead?.professional, lead?.basis], [table.nurse.name, "conference"]);
  assert.equal((await readCase(table.midwife, one.caseId))?.removedBecause, "discussed");
  assert.deepEqual(
    (await readOutcome(table.worker, item.id))?.parts.map(({ kind, stand }) => [kind, stand]),
    [
      ["lead", "accepted"],
      ["join", null],
      ["agreement", null],
    ],
  );
  assert.deepEqual(
    (await work("conference.outcome", item.id)).map(({ principal }) => principal),
    [await principalOf(table.midwife.membershipId)],
  );
});

test("a lead who declines: who led, leads on and is told; the one who declined sees nothing", async () => {
  const item = await begin();
  await decideCase(table.chair, { itemId: item.id, version: item.version }, { ...nothingDecided, lead: seat(table.nurse) });
  await closeSitting(table.chair, await seenBy(table.chair, sitting));
  const [transfer] = await region.asOwner<{ id: string }>("select id from lead_transfer where trajectory_id = $1 and state = 'offered'", [
    one.trajectoryId,
  ]);
  assert.equal((await answerCaseLead(table.nurse, { transferId: transfer?.id ?? "", accept: false, reason: "Geen ruimte." })).code, "done");
  const lead = await withActor(table.midwife, "x.read", ({ db }) => findCaseLead(db, one.trajectoryId));
  assert.equal(lead?.professional, table.midwife.name);
  assert.equal((await work("case_lead.declined", transfer?.id ?? "")).length, 1);
  assert.deepEqual(await sees(table.nurse), nothing);
  assert.deepEqual(
    (await readOutcome(table.midwife, item.id))?.parts.map(({ stand }) => stand),
    ["declined"],
  );
});

test("decided for someone who is not at the table: refused as a whole, nothing stands", async () => {
  const item = await begin();
  const outcome = {
    ...nothingDecided,
    joining: [seat(table.worker)],
    agreements: [{ wording: "Bellen", kind: "professional" as const, key: table.gp.membershipId, evaluateOn: "2026-03-30" }],
  };
  assert.equal((await decideCase(table.chair, { itemId: item.id, version: item.version }, outcome)).code, "not-at-table");
  const [kept] = await region.asOwner<{ state: string; joined: boolean }>(
    "select state, exists (select from care_relation r where r.trajectory_id = i.trajectory_id and r.basis = 'conference') as joined from agenda_item i where i.id = $1",
    [item.id],
  );
  assert.deepEqual(kept, { state: "on_agenda", joined: false });
});

test("two chairs decide the same case: one outcome stands", async () => {
  const item = await begin();
  const decide = (actor: Actor, decision: string) =>
    decideCase(actor, { itemId: item.id, version: item.version }, { ...nothingDecided, decision });
  const codes = await Promise.all([decide(table.chair, "De een besloot dit."), decide(table.deputy, "De ander besloot dat.")]);
  assert.deepEqual(codes.map(({ code }) => code).toSorted(), ["changed-meanwhile", "done"]);
});

test("not reached: back to the list when the sitting closes", async () => {
  await begin();
  await closeSitting(table.chair, await seenBy(table.chair, sitting));
  assert.equal((await readCase(table.midwife, one.caseId))?.state, "waiting");
  assert.deepEqual(await sees(table.nurse), nothing);
});

test("a member who leaves the organisation sees nothing from then on; her colleague still does", async () => {
  const leaver = await region.actor("youth_nurse", "youthHealth");
  await anAgenda(table, sitting, [one]);
  assert.deepEqual(await sees(leaver), all);
  await region.asOwner("update membership set until = $2 where id = $1", [leaver.membershipId, "2026-03-08"]);
  await assert.rejects(sees(leaver));
  assert.deepEqual(await sees(table.nurse), all);
});

test("someone at the table is no way in for another organisation", async () => {
  const item = await begin();
  const { organisationId, role } = table.gp;
  for (const outcome of [
    { ...nothingDecided, joining: [{ organisationId, role, membershipId: table.nurse.membershipId }] },
    { ...nothingDecided, lead: { organisationId, role, membershipId: table.nurse.membershipId } },
  ])
    assert.equal((await decideCase(table.chair, { itemId: item.id, version: item.version }, outcome)).code, "not-at-table");
});
