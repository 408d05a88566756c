import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { planOffer } from "../../conference/server/planOffer.store.ts";
import { helpForPlan } from "../../support/referral/server/helpForPlan.ts";
import { raiseSignal } from "../../signal/server/raiseSignal.ts";
import { aSignal } from "../../signal/testing/aSignal.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import { addedAgreement, agreed, anAgreement, partOf, planOf } from "../testing/aPlan.ts";
import { agreePlan } from "./agreePlan.ts";
import { addAgreement, addGoal, addQuestion, changeAgreement, changeGoal, changeQuestion } from "./changePlan.ts";
import { evaluate } from "./evaluate.ts";
import { readPlan } from "./readPlan.ts";

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let nurse: Actor;
let line: Awaited<ReturnType<typeof aLine>>;
let trajectoryId: string;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice", "M. Voorbeeld");
  nurse = await region.actor("youth_nurse", "youthHealth", "H. Voorbeeld");
});
beforeEach(async () => {
  await region.setToday(today);
  line = await aLine(midwife);
  ({ trajectoryId } = line);
});
after(() => region.close());

/** The nurse takes part, and both see the plan. */
async function together(other: Actor = nurse, parts: Parameters<typeof allow>[3] = ["identity", "plan"]): Promise<void> {
  for (const to of [other, midwife]) await allow(midwife, line, to.organisationId, parts);
  await involve(midwife, other, trajectoryId);
}
const work = async (kind: string) =>
  (
    await region.asOwner<{ who: string }>(
      `select coalesce(p.display_name, t.role) as who from work_item w left join membership m on m.principal = w.principal left join professional p on p.id = m.professional_id
       left join team t on t.principal = w.principal where w.trajectory_id = $1 and w.kind = $2 and w.closed_at is null order by 1`,
      [trajectoryId, kind],
    )
  ).map(({ who }) => who);
const agreementOf = (actor: Actor, wording = "Samen de post openen") => partOf(actor, trajectoryId, "agreement", wording);

test("question, goal and agreement hang together, and wait for the family's yes", async () => {
  const question = await addQuestion(midwife, { trajectoryId, wording: "Wie helpt ons met de post?", factors: [] });
  const questionId = "id" in question ? question.id : "";
  const goal = await addGoal(midwife, { trajectoryId, wording: "Overzicht", questionId, evaluateOn: "2027-01-04" });
  await addedAgreement(midwife, trajectoryId, { goalId: "id" in goal ? goal.id : "", questionId: null });
  const view = await planOf(midwife, trajectoryId);
  assert.deepEqual([view?.stand, view?.goals[0]?.questionId, view?.agreements[0]?.who], ["draft", questionId, "Haar zus"]);
  assert.deepEqual(await work("plan.discuss"), ["M. Voorbeeld"]);
  assert.equal((await agreed(midwife, line)).code, "done");
  assert.deepEqual([(await planOf(midwife, trajectoryId))?.stand, await work("plan.discuss")], ["final", []]);
});

test("an agreement is of exactly one who is around the family, on a day that lies ahead", async () => {
  const stranger = await region.actor("midwife", "otherPractice");
  const elsewhere = await aLine(midwife);
  const outcome = async (change: Parameters<typeof anAgreement>[0]) =>
    (await addAgreement(midwife, { trajectoryId, ...anAgreement(change) })).code;
  assert.equal(await outcome({ responsible: { kind: "professional", membershipId: stranger.membershipId } }), "nobody-responsible");
  assert.equal(await outcome({ responsible: { kind: "family", personId: elsewhere.motherId } }), "nobody-responsible");
  assert.equal(await outcome({ responsible: null }), "nobody-responsible");
  assert.equal(await outcome({ evaluateOn: "2026-11-08" }), "day-passed");
  assert.equal(await outcome({ goalId: randomUUID() }), "belongs-nowhere");
  assert.equal(await outcome({ responsible: { kind: "professional", membershipId: midwife.membershipId } }), "done");
  assert.equal(await outcome({ responsible: { kind: "family", personId: line.motherId } }), "done");
  assert.deepEqual(
    [await work("plan.agreement"), (await planOf(midwife, trajectoryId))?.agreements.map(({ who }) => who).toSorted()],
    [["M. Voorbeeld"], ["M. Voorbeeld, Praktijk De Maas", "Sanne"]],
  );
});

test("two change different parts: both stand; two change the same: the second sees both and chooses", async () => {
  await together();
  await addedAgreement(midwife, trajectoryId);
  await addGoal(midwife, { trajectoryId, wording: "Overzicht", questionId: null, evaluateOn: "2027-01-04" });
  const seen = await agreementOf(nurse);
  const goal = await partOf(nurse, trajectoryId, "goal", "Overzicht");
  const both = await Promise.all([
    changeGoal(nurse, { trajectoryId, ...goal, wording: "Rust" }),
    changeAgreement(midwife, { trajectoryId, ...seen, wording: "Elke week de post openen" }),
  ]);
  assert.deepEqual(
    both.map(({ code }) => code),
    ["done", "done"],
  );
  assert.equal((await changeAgreement(nurse, { trajectoryId, ...seen, wording: "Post sorteren" })).code, "changed-meanwhile");
  const now = await agreementOf(nurse, "Elke week de post openen");
  assert.equal((await changeAgreement(nurse, { trajectoryId, ...now, wording: "Post sorteren" })).code, "done");
  const raced = await agreementOf(nurse, "Post sorteren");
  const race = await Promise.all([
    changeAgreement(nurse, { trajectoryId, ...raced, wording: "Een" }),
    changeAgreement(midwife, { trajectoryId, ...raced, wording: "Twee" }),
  ]);
  assert.deepEqual(race.map(({ code }) => code).toSorted(), ["changed-meanwhile", "done"]);
});

test("nobody agrees to what was not on the page: a change meanwhile is shown first", async () => {
  await together();
  await addedAgreement(midwife, trajectoryId);
  const page = await planOf(midwife, trajectoryId);
  await addedAgreement(nurse, trajectoryId, { wording: "De wijkverpleegkundige bellen" });
  const { digestOf } = await import("./agreePlan.ts");
  const input = { trajectoryId, agreedOn: today, way: "spoken", agreedBy: [line.motherId] } as const;
  assert.ok(page);
  assert.equal((await agreePlan(midwife, { ...input, seen: digestOf(page.content) })).code, "plan-changed");
  assert.equal((await agreed(midwife, line, { agreedBy: [randomUUID()] })).code, "nobody-agreed");
  const twice = await Promise.all([agreed(midwife, line), agreed(nurse, line)]);
  assert.deepEqual(twice.map(({ code }) => code).toSorted(), ["agreed-already", "done"]);
});

test("each version stays as it was agreed, with what changed since; nobody can change it any more", async () => {
  await addedAgreement(midwife, trajectoryId);
  await agreed(midwife, line);
  await changeAgreement(midwife, { trajectoryId, ...(await agreementOf(midwife)), evaluateOn: "2026-12-01" });
  const view = await planOf(midwife, trajectoryId);
  assert.deepEqual(
    view?.changes.map(({ kind, how, fields }) => [kind, how, ...fields]),
    [["agreement", "changed", "evaluateOn"]],
  );
  await agreed(midwife, line);
  const versions = (await planOf(midwife, trajectoryId))?.versions ?? [];
  assert.deepEqual(
    versions.map(({ number, content, by }) => [number, content.agreements[0]?.evaluateOn, by]),
    [
      [2, "2026-12-01", "M. Voorbeeld, Praktijk De Maas"],
      [1, "2026-11-23", "M. Voorbeeld, Praktijk De Maas"],
    ],
  );
});

test("a form that is sent twice adds once", async () => {
  const requestKey = randomUUID();
  const answers = await Promise.all([1, 2].map(() => addAgreement({ ...midwife, requestKey }, { trajectoryId, ...anAgreement() })));
  assert.deepEqual(answers[0], answers[1]);
  assert.equal((await planOf(midwife, trajectoryId))?.agreements.length, 1);
});

test("consent withdrawn between opening and saving: neither seen nor changed any more", async () => {
  await together();
  await addedAgreement(midwife, trajectoryId);
  const seen = await agreementOf(nurse);
  await region.asOwner(
    "update consent set withdrawn_on = app.today(), withdrawn_by = 'self', version = version + 1 where trajectory_id = $1 and recipient_organisation_id = $2",
    [trajectoryId, nurse.organisationId],
  );
  await region.asOwner("select trust.recompute_grants($1)", [trajectoryId]);
  assert.equal((await changeAgreement(nurse, { trajectoryId, ...seen, wording: "Toch anders" })).code, "not-visible");
  assert.equal((await evaluate(nurse, { ...evaluation(seen), outcome: "reached" })).code, "not-visible");
  assert.equal(await planOf(nurse, trajectoryId), null);
  assert.equal((await agreementOf(midwife)).version, 1);
});

const evaluation = (seen: { id: string; version: number }) => ({
  trajectoryId,
  id: seen.id,
  version: seen.version,
  sentence: "Zo besproken.",
  nextOn: null,
});

test("ids of another family and made-up ones are not there", async () => {
  const other = await aLine(await region.actor("midwife", "otherPractice"));
  await addedAgreement(midwife, trajectoryId);
  const seen = await agreementOf(midwife);
  const own = await aLine(midwife);
  for (const [line_, id] of [
    [other.trajectoryId, seen.id],
    [own.trajectoryId, seen.id],
    [trajectoryId, randomUUID()],
    [randomUUID(), seen.id],
  ] as const) {
    assert.equal((await changeAgreement(midwife, { ...anAgreement(), trajectoryId: line_, id, version: 1 })).code, "not-visible");
    assert.equal((await evaluate(midwife, { ...evaluation(seen), trajectoryId: line_, id, outcome: "reached" })).code, "not-visible");
    assert.equal(
      (await changeQuestion(midwife, { trajectoryId: line_, id, version: 1, wording: "Wat?", factors: [] })).code,
      "not-visible",
    );
  }
});

test("a question is linked to what the family knows of; who may not see those signals sees the words of the question alone", async () => {
  await raiseSignal(midwife, aSignal(line, { today }));
  await raiseSignal(midwife, aSignal(line, { today, factorCodes: ["stress"], discussedOn: null }));
  const wording = "Rust rond onze rekeningen";
  assert.equal((await addQuestion(midwife, { trajectoryId, wording, factors: ["stress"] })).code, "factor-unknown");
  assert.equal((await addQuestion(midwife, { trajectoryId, wording, factors: ["debt"] })).code, "done");
  assert.deepEqual(
    (await planOf(midwife, trajectoryId))?.factors.map(({ code }) => code),
    ["debt"],
  );
  await together();
  assert.deepEqual(
    [(await partOf(nurse, trajectoryId, "question", wording)).wording, (await planOf(nurse, trajectoryId))?.factors],
    [wording, []],
  );
  const { id, version } = await partOf(midwife, trajectoryId, "question", wording);
  assert.equal((await changeQuestion(midwife, { trajectoryId, id, version, wording, factors: [] })).code, "done");
  assert.deepEqual((await planOf(midwife, trajectoryId))?.factors, []);
});

test("childcare and a support provider read their own agreements, and nothing else of the plan", async () => {
  const provider = await region.actor("support_provider", "support", "K. Voorbeeld");
  await together(provider);
  await addGoal(midwife, { trajectoryId, wording: "Overzicht", questionId: null, evaluateOn: "2027-01-04" });
  await addedAgreement(midwife, trajectoryId);
  const theirs = { wording: "Een overzicht maken", responsible: { kind: "professional", membershipId: provider.membershipId } } as const;
  await addedAgreement(midwife, trajectoryId, theirs);
  await agreed(midwife, line);
  const page = await readPlan(provider, trajectoryId, planOffer, helpForPlan);
  assert.deepEqual([page?.agreements.map(({ wording }) => wording), page?.goals, page?.versions], [["Een overzicht maken"], [], []]);
  assert.deepEqual(await work("plan.agreement"), ["K. Voorbeeld"]);
  const { id, version } = await agreementOf(midwife, theirs.wording);
  await changeAgreement(midwife, { ...anAgreement(), trajectoryId, id, version, wording: theirs.wording });
  assert.deepEqual([(await planOf(provider, trajectoryId))?.agreements, await work("plan.agreement")], [[], []]);
});
