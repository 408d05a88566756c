import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { listAnswers } from "../../../trust/consent/server/door.ts";
import { recordAnswer } from "../../../trust/consent/server/recordAnswer.ts";
import { withdrawAnswer } from "../../../trust/consent/server/withdrawAnswer.ts";
import { anAnswer } from "../../../trust/consent/testing/anAnswer.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { visitMoves, type HomeVisit, type VisitMove, type VisitState } from "../homeVisit.ts";
import { moves } from "../rules/homeVisitMoves.ts";
import { aLineWithVisitConsent, aReport, aVisitIn } from "../testing/aVisit.ts";
import { askVisit } from "./askVisit.ts";
import { findReport, findVisit } from "./door.ts";
import { findVisitById } from "./homeVisit.store.ts";
import {
  acceptVisit,
  cancelVisit,
  declineVisit,
  holdVisit,
  missVisit,
  scheduleVisit,
  seeVisitOutcome,
  type VisitOutcome,
  type VisitSeen,
} from "./moveVisit.ts";
import { readVisit } from "./readVisit.ts";
import { reportVisit } from "./reportVisit.ts";
import { visitConsentListener } from "./visitConsentListener.ts";

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let nurse: Actor;
let colleague: Actor;
let stranger: Actor;
let strangeNurse: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth", "H. Voorbeeld");
  colleague = await region.actor("youth_nurse", "youthHealth", "I. Voorbeeld");
  stranger = await region.actor("midwife", "otherPractice");
  await region.asOwner("insert into organisation (kind, name) values ('youth_health', 'JGZ Ver Weg')");
  strangeNurse = await region.actor("youth_nurse", "otherPractice");
});
after(() => region.close());
beforeEach(() => region.setToday(today));

const who = () => ({ midwife, nurse, today });
const seenOf = (visit: HomeVisit): VisitSeen => ({ trajectoryId: visit.trajectoryId, visitId: visit.id, version: visit.version });
const make: Readonly<Record<VisitMove, (actor: Actor, seen: VisitSeen) => Promise<VisitOutcome>>> = {
  accept: acceptVisit,
  decline: (actor, seen) => declineVisit(actor, { ...seen, reason: "no_room", note: null }),
  schedule: (actor, seen) => scheduleVisit(actor, { ...seen, on: "2026-11-12", at: null, place: "home" }),
  missed: missVisit,
  hold: (actor, seen) => holdVisit(actor, { ...seen, on: today, present: [] }),
  report: (actor, seen) => reportVisit(actor, { ...seen, ...aReport() }),
  cancel: (actor, seen) => cancelVisit(actor, { ...seen, reason: "not_needed", note: null }),
};
const stateOf = async (visit: HomeVisit) =>
  (await region.asOwner<{ state: string }>("select state from home_visit where id = $1", [visit.id]))[0]?.state;
const work = async (visit: { id: string }) =>
  (
    await region.asOwner<{ what: string }>(
      `select w.kind || ' ' || w.side || ' ' || coalesce(m.name, t.role) as what from work_item w
   left join (select m.principal, p.display_name as name from membership m join professional p on p.id = m.professional_id) m on m.principal = w.principal left join team t on t.principal = w.principal
   where w.subject_id = $1 and w.closed_at is null order by 1`,
      [visit.id],
    )
  ).map(({ what }) => what.replace("home-visit.", ""));
const withdraw = async (trajectoryId: string, listeners = [visitConsentListener]) => {
  const answers = await withActor(midwife, "consent.read", ({ db }) => listAnswers(db, trajectoryId));
  for (const { id, version, organisationId } of answers)
    if (organisationId === nurse.organisationId) await withdrawAnswer(midwife, { trajectoryId, consentId: id, version }, listeners);
};

const states: readonly VisitState[] = ["requested", "accepted", "scheduled", "no_show", "held", "reported", "declined", "cancelled"];
/** What the asked side may do; a request that it does not want is declined, not cancelled. */
const possible = (move: VisitMove, state: VisitState) => moves[move].from.includes(state) && !(move === "cancel" && state === "requested");
for (const state of states) {
  test(`${state}: what cannot be done from here, and by nobody else`, async () => {
    const { visit } = await aVisitIn(state, who());
    for (const move of visitMoves) {
      for (const actor of [stranger, strangeNurse]) assert.equal((await make[move](actor, seenOf(visit))).code, "visit-not-found", move);
      if (moves[move].by === "asked") assert.equal((await make[move](midwife, seenOf(visit))).code, "visit-not-your-organisation", move);
      if (!possible(move, state)) assert.equal((await make[move](nurse, seenOf(visit))).code, "visit-not-in-state", move);
    }
    assert.equal(await stateOf(visit), state);
  });
  for (const move of visitMoves.filter((one) => possible(one, state)))
    test(`${state}: ${move} by the asked side leads to ${moves[move].to}`, async () => {
      const { visit } = await aVisitIn(state, who());
      assert.equal((await make[move](nurse, seenOf(visit))).code, "done");
      assert.equal(await stateOf(visit), moves[move].to);
    });
}

test("who asks may cancel at every moment before the report", async () => {
  for (const state of moves.cancel.from) {
    const { visit } = await aVisitIn(state, who());
    assert.equal((await make.cancel(midwife, seenOf(visit))).code, "done", state);
  }
});

test("withdrawn in the middle: nothing but ending it is possible, in the program and in the database", async () => {
  for (const state of ["requested", "accepted", "scheduled", "no_show", "held"] as const) {
    const { visit } = await aVisitIn(state, who());
    await withdraw(visit.trajectoryId);
    for (const move of visitMoves) {
      if (!moves[move].from.includes(state) || !moves[move].needsConsent) continue;
      assert.equal((await make[move](nurse, seenOf(visit))).code, "visit-no-consent", `${move} from ${state}`);
      await assert.rejects(
        withActor(nurse, "home-visit.forced", ({ db }) =>
          db
            .updateTable("home_visit")
            .set({
              state: moves[move].to,
              accepted_by: nurse.membershipId,
              accepted_on: today,
              scheduled_on: "2026-11-20",
              held_on: today,
              reported_on: moves[move].to === "reported" ? today : null,
            })
            .where("id", "=", visit.id)
            .execute(),
        ),
        { code: "23001" },
        `${move} from ${state} in the database`,
      );
    }
    assert.equal((await make[state === "requested" ? "decline" : "cancel"](nurse, seenOf(visit))).code, "done", state);
  }
});

test("before accepting, the asked team reads the minimal row alone: no name, no question, no address", async () => {
  const { line, visit } = await aVisitIn("requested", who(), { language: "ti", interpreterNeeded: true });
  const data = await readVisit(nurse, line.trajectoryId, visit.id);
  assert.equal(data?.family, null);
  assert.equal(data?.question, null);
  assert.deepEqual(
    [data?.visit.municipality, data?.visit.language, data?.visit.interpreterNeeded, data?.visit.weeksFrom, data?.visit.visitBefore],
    ["Heerlen", "ti", true, 20, "2026-11-30"],
  );
  assert.equal(await withActor(nurse, "family.read", ({ db }) => findFamilyOfLine(db, line.trajectoryId)), null);
  const rows = (table: string, key: string, id: string) =>
    withActor(nurse, "family.read", ({ db }) =>
      db
        .selectFrom(table as "signal")
        .select("id")
        .where(key as "id", "=", id)
        .execute(),
    );
  for (const table of ["family_member", "family_address", "family_contact"])
    assert.deepEqual(await rows(table, "family_id", line.familyId), [], table);
  for (const table of ["signal", "home_visit_question", "consent", "vulnerability_assessment"])
    assert.deepEqual(await rows(table, "trajectory_id", line.trajectoryId), [], table);
  assert.equal((await make.accept(nurse, seenOf(visit))).code, "done");
  const accepted = await readVisit(nurse, line.trajectoryId, visit.id);
  assert.equal(accepted?.family, "Gezin Frijns");
  assert.equal(accepted?.question, "Let u op de post?");
});

test("after declining the asked team never learns who it was, and who asked is told", async () => {
  const { line, visit } = await aVisitIn("declined", who());
  assert.equal((await readVisit(nurse, line.trajectoryId, visit.id))?.family, null);
  assert.deepEqual(await work(visit), ["declined mine midwife van Praktijk De Maas"]);
  await seeVisitOutcome(midwife, seenOf(visit));
  assert.deepEqual(await work(visit), []);
});

test("after withdrawal the nurse sees the minimal row again, and is told at once", async () => {
  const { line, visit } = await aVisitIn("scheduled", who());
  assert.equal((await readVisit(nurse, line.trajectoryId, visit.id))?.family, "Gezin Frijns");
  await withdraw(line.trajectoryId);
  const data = await readVisit(nurse, line.trajectoryId, visit.id);
  assert.deepEqual([data?.family, data?.allowed, data?.consent?.withdrawnOn], [null, false, today]);
  assert.ok((await work(visit)).includes("consent-gone mine H. Voorbeeld"));
});

test("two nurses accept at once: one has it, the other is told", async () => {
  const { visit } = await aVisitIn("requested", who());
  const outcomes = await Promise.all([make.accept(nurse, seenOf(visit)), make.accept(colleague, seenOf(visit))]);
  assert.deepEqual(
    outcomes.map(({ code }) => code).toSorted((a, b) => a.localeCompare(b)),
    ["done", "visit-changed-meanwhile"],
  );
});

test("the same form sent twice asks once; a second request while one is open is refused", async () => {
  const line = await aLineWithVisitConsent(midwife, nurse, today);
  const input = {
    trajectoryId: line.trajectoryId,
    kind: "prenatal",
    askedOrganisationId: nurse.organisationId,
    urgent: false,
    question: null,
  } as const;
  const requestKey = randomUUID();
  const [one, two] = [await askVisit({ ...midwife, requestKey }, input), await askVisit({ ...midwife, requestKey }, input)];
  assert.deepEqual(one, two);
  assert.equal((await askVisit(midwife, input)).code, "visit-already-open");
});

test("without consent no request; nor with a consent that names another, or too little", async () => {
  const line = await aLine(midwife);
  const ask = () =>
    askVisit(midwife, {
      trajectoryId: line.trajectoryId,
      kind: "prenatal",
      askedOrganisationId: nurse.organisationId,
      urgent: false,
      question: null,
    });
  assert.equal((await ask()).code, "visit-no-consent");
  const record = (part: object) => recordAnswer(midwife, anAnswer({ trajectoryId: line.trajectoryId, about: line.motherId, ...part }));
  await record({ recipients: [{ organisationId: region.organisationId("municipality") }] });
  assert.equal((await ask()).code, "visit-no-consent");
  await record({ recipients: [{ organisationId: nurse.organisationId }], parts: ["plan"] });
  assert.equal((await ask()).code, "visit-consent-too-narrow");
  await record({ recipients: [{ role: "youth_nurse" }] });
  await record({ given: false });
  assert.equal((await ask()).code, "visit-no-consent");
  await record({ recipients: [{ role: "youth_nurse" }] });
  assert.equal((await ask()).code, "done");
});

test("a prenatal visit is for a pregnancy, a postnatal one for after the birth, and only a youth health service is asked", async () => {
  const line = await aLineWithVisitConsent(midwife, nurse, today);
  const ask = (part: object) =>
    askVisit(midwife, {
      trajectoryId: line.trajectoryId,
      kind: "prenatal",
      askedOrganisationId: nurse.organisationId,
      urgent: false,
      question: null,
      ...part,
    });
  assert.equal((await ask({ kind: "postnatal" })).code, "visit-not-postnatal");
  assert.equal((await ask({ askedOrganisationId: region.organisationId("gp") })).code, "visit-nobody-asked");
  assert.equal((await ask({ trajectoryId: randomUUID() })).code, "visit-not-found");
  assert.equal(
    (
      await askVisit(stranger, {
        trajectoryId: line.trajectoryId,
        kind: "prenatal",
        askedOrganisationId: nurse.organisationId,
        urgent: false,
        question: null,
      })
    ).code,
    "visit-not-found",
  );
});

test("from request to report: each side has its work, and the work of a state ends with it", async () => {
  const { visit } = await aVisitIn("requested", who(), { language: "ti", interpreterNeeded: true });
  const me = "midwife van Praktijk De Maas";
  assert.deepEqual(await work(visit), [`answer mine youth_nurse`, `answer-awaited waiting ${me}`]);
  await make.accept(nurse, seenOf(visit));
  assert.deepEqual(await work(visit), [`awaited waiting ${me}`, "interpreter mine H. Voorbeeld", "plan mine H. Voorbeeld"]);
  await make.schedule(nurse, { ...seenOf(visit), version: 2 });
  assert.deepEqual(await work(visit), [`awaited waiting ${me}`, "hold mine H. Voorbeeld", "interpreter mine H. Voorbeeld"]);
  await make.hold(nurse, { ...seenOf(visit), version: 3 });
  assert.deepEqual(await work(visit), ["report mine H. Voorbeeld", `report-awaited waiting ${me}`]);
  await make.report(nurse, { ...seenOf(visit), version: 4 });
  assert.deepEqual(await work(visit), [`read mine ${me}`]);
});

test("the report feeds what comes next: signals, a summary, agreements; who asked reads it, the municipality its summary alone", async () => {
  const { line, visit } = await aVisitIn("held", who());
  const worker = await region.actor("municipal_worker", "municipality");
  await recordAnswer(
    midwife,
    anAnswer({
      trajectoryId: line.trajectoryId,
      about: line.motherId,
      purpose: "sharing",
      recipients: [{ organisationId: worker.organisationId }],
      parts: ["identity", "exploration"],
      medicalToo: true,
    }),
  );
  await region.asOwner("insert into care_relation (trajectory_id, organisation_id, basis) values ($1, $2, 'request')", [
    line.trajectoryId,
    worker.organisationId,
  ]);
  await region.asOwner("select trust.recompute_grants($1)", [line.trajectoryId]);
  assert.equal((await reportVisit(nurse, { ...seenOf(visit), ...aReport({ factors: ["debt"] }) })).code, "done");
  const report = await withActor(midwife, "home-visit.read", ({ db }) => findReport(db, line.trajectoryId));
  assert.deepEqual(report?.agreements, [{ what: "Samen de post openen", who: "Sanne en haar zus", dueOn: null }]);
  assert.equal(report?.familyWants, "Overzicht over onze rekeningen");
  assert.equal((await region.asOwner("select from signal where trajectory_id = $1", [line.trajectoryId])).length, 1);
  const count = (table: string) =>
    withActor(
      worker,
      "exploration.read",
      async ({ db }) =>
        (
          await db
            .selectFrom(table as "family")
            .select("id")
            .execute()
        ).length,
    );
  assert.deepEqual(
    [
      await count("home_visit"),
      await count("visit_report"),
      await count("visit_finding"),
      await count("visit_agreement"),
      await count("exploration_summary"),
    ],
    [0, 0, 0, 0, 1],
  );
});

test("an empty report, an unknown factor and a category without its reason are refused, and nothing is kept", async () => {
  const { line, visit } = await aVisitIn("held", who());
  const send = (part: object) => reportVisit(nurse, { ...seenOf(visit), ...aReport(part) });
  assert.equal((await send({ findings: [], familyWants: null, worksWell: null })).code, "visit-report-empty");
  assert.equal((await send({ factors: ["bestaat-niet"] })).code, "visit-factor-unknown");
  assert.equal((await send({ proposedCategory: "c" })).code, "visit-reason-needed");
  assert.equal(await stateOf(visit), "held");
  assert.equal(await withActor(midwife, "home-visit.read", ({ db }) => findReport(db, line.trajectoryId)), null);
});

test("a proposed category is put before both, and is the work of who asked", async () => {
  const { line, visit } = await aVisitIn("held", who());
  assert.equal(
    (await reportVisit(nurse, { ...seenOf(visit), ...aReport({ proposedCategory: "c", proposalReason: "Meer dan de verloskundige zag" }) }))
      .code,
    "done",
  );
  const [asked] = await region.asOwner<{ youth_category: string; asked_organisation_id: string }>(
    "select youth_category, asked_organisation_id from category_confirmation where trajectory_id = $1",
    [line.trajectoryId],
  );
  assert.deepEqual([asked?.youth_category, asked?.asked_organisation_id], ["c", midwife.organisationId]);
  assert.deepEqual(await work(visit), []);
});

test("days that cannot be", async () => {
  const { visit } = await aVisitIn("accepted", who());
  assert.equal((await scheduleVisit(nurse, { ...seenOf(visit), on: "2026-11-08", at: null, place: "home" })).code, "visit-day-wrong");
  const { visit: planned } = await aVisitIn("scheduled", who());
  assert.equal((await holdVisit(nurse, { ...seenOf(planned), on: "2026-11-10", present: [] })).code, "visit-day-wrong");
  assert.equal((await holdVisit(nurse, { ...seenOf(planned), on: "2026-11-01", present: [] })).code, "visit-day-wrong");
});

test("the database keeps the request as it was asked, and each side to its own moves", async () => {
  const { visit } = await aVisitIn("requested", who());
  const change = (actor: Actor, set: object) =>
    withActor(actor, "home-visit.forced", ({ db }) => db.updateTable("home_visit").set(set).where("id", "=", visit.id).execute());
  await assert.rejects(change(nurse, { asked_organisation_id: region.organisationId("gp") }), { code: "23001" });
  await assert.rejects(change(midwife, { state: "accepted", accepted_by: nurse.membershipId, accepted_on: today }), { code: "42501" });
  await change(stranger, { urgent: true });
  assert.equal((await region.asOwner<{ urgent: boolean }>("select urgent from home_visit where id = $1", [visit.id]))[0]?.urgent, false);
});

test("a no to the visit before anyone was asked: the route goes on without it", async () => {
  const line = await aLine(midwife);
  const id = randomUUID();
  await region.asOwner(
    "insert into vulnerability_assessment (id, trajectory_id, way, risk_now, urgent_risk, protective_sufficient, proposal, category, role, author_organisation_id) values ($1, $2, 'judged', true, false, true, 'b', 'b', 'midwife', $3)",
    [id, line.trajectoryId, midwife.organisationId],
  );
  await region.asOwner(
    "insert into category_route (id, trajectory_id, category, route, assessed_on, since, role, author_organisation_id) values ($1, $2, 'b', 2, $3, $3, 'midwife', $4)",
    [id, line.trajectoryId, today, midwife.organisationId],
  );
  await recordAnswer(midwife, anAnswer({ trajectoryId: line.trajectoryId, about: line.motherId, given: false, reason: "Liever niet" }), [
    visitConsentListener,
  ]);
  const [step] = await region.asOwner<{ step: string; outcome: string }>("select step, outcome from route_step where trajectory_id = $1", [
    line.trajectoryId,
  ]);
  assert.deepEqual([step?.step, step?.outcome], ["ask_home_visit", "declined"]);
});

test("the door tells the newest visit", async () => {
  const { line } = await aVisitIn("reported", who());
  const facts = await withActor(midwife, "programme.read", ({ db }) => findVisit(db, line.trajectoryId, "prenatal"));
  assert.deepEqual([facts?.state, facts?.kind, facts?.heldOn, facts?.reportedOn], ["reported", "prenatal", today, today]);
  assert.equal(await withActor(midwife, "programme.read", ({ db }) => findVisit(db, line.trajectoryId, "postnatal")), null);
  assert.equal(await withActor(stranger, "programme.read", ({ db }) => findVisit(db, line.trajectoryId)), null);
  assert.equal(await withActor(stranger, "programme.read", ({ db }) => findVisitById(db, line.trajectoryId, facts?.visitId ?? "")), null);
});
