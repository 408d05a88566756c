import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import type { Category } from "../../assessment/assessment.ts";
import { openConfirmation } from "../../assessment/server/door.ts";
import { refuseStep, wantStep } from "../../assessment/server/settleStep.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow } from "../../trajectory/testing/involve.ts";
import { askQuestion, putBackCase, removeCase } from "./changeCase.ts";
import { readCase, readWaitingList } from "./readConference.ts";

let region: Region;
let midwife: Actor;
let coordinator: Actor;
let line: Awaited<ReturnType<typeof aLine>>;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-03-09");
  midwife = await region.actor("midwife", "practice");
  coordinator = await region.actor("knooppunt_coordinator", "municipality");
});
beforeEach(async () => {
  line = await aLine(midwife);
});
after(() => region.close());

const assessed = (proposedCategory: Category) =>
  withActor(midwife, "assessment.recorded", async (work) =>
    openConfirmation(work, { trajectoryId: line.trajectoryId, proposedCategory, by: midwife, reason: "Na het bezoek." }),
  );
const listed = async (actor: Actor) =>
  (await readWaitingList(actor, 1)).cases.find(({ trajectoryId }) => trajectoryId === line.trajectoryId);
const conferenceConsent = (given: boolean) =>
  allow(midwife, line, coordinator.organisationId, [], {
    purpose: "case_conference",
    given,
    organisationId: null,
    ...(given ? {} : { reason: "Liever niet." }),
  });

test("c stands on the list for 21 days, d for 7, and b does not", async () => {
  await assessed("b");
  assert.equal(await listed(midwife), undefined);
  await assessed("c");
  assert.equal((await listed(midwife))?.dueOn, "2026-03-30");
  await assessed("d");
  assert.equal((await listed(midwife))?.dueOn, "2026-03-16");
  await assessed("b");
  assert.equal(await listed(midwife), undefined);
});

test("without consent the coordinator does not see the case; with it she does, without the family's name", async () => {
  await assessed("c");
  assert.deepEqual([(await listed(midwife))?.consent, await listed(coordinator)], ["not_asked", undefined]);
  await conferenceConsent(false);
  assert.deepEqual([(await listed(midwife))?.consent, await listed(coordinator)], ["refused", undefined]);
  await conferenceConsent(true);
  const seen = await listed(coordinator);
  assert.deepEqual(
    [(await listed(midwife))?.consent, seen?.consent, seen?.family, seen?.organisation],
    ["given", "given", null, "Praktijk De Maas"],
  );
});

const unprepared = { summary: null, familyAgreed: false, presence: null, familyWords: null };

test("one question; who was overtaken by a colleague sees that", async () => {
  await assessed("c");
  const one = await listed(midwife);
  const ask = (question: string) => askQuestion(midwife, { caseId: one?.id ?? "", version: one?.version ?? 0, question, ...unprepared });
  assert.equal((await ask("Wie helpt met de rekeningen?")).code, "done");
  assert.equal((await ask("Iets anders?")).code, "changed-meanwhile");
  assert.equal((await listed(midwife))?.question, "Wie helpt met de rekeningen?");
});

test("off the list with a reason, and back again", async () => {
  await assessed("c");
  const one = await listed(midwife);
  assert.equal(
    (await removeCase(midwife, { caseId: one?.id ?? "", version: one?.version ?? 0, reason: "Samen al besproken." })).code,
    "done",
  );
  assert.equal(await listed(midwife), undefined);
  const work = () =>
    region.asOwner("select from work_item where trajectory_id = $1 and kind = 'route.conference' and closed_at is null", [
      line.trajectoryId,
    ]);
  assert.equal((await work()).length, 0);
  assert.equal((await putBackCase(midwife, { caseId: one?.id ?? "", version: (one?.version ?? 0) + 1 })).code, "done");
  assert.deepEqual([(await listed(midwife))?.id, (await work()).length], [one?.id, 1]);
});

test("the family wants no conference: off the list; it wants one after all: back", async () => {
  await assessed("c");
  const step = { trajectoryId: line.trajectoryId, step: "conference" } as const;
  await refuseStep(midwife, { ...step, reason: "Te veel mensen." });
  assert.equal(await listed(midwife), undefined);
  await wantStep(midwife, step);
  assert.equal((await listed(midwife))?.state, "waiting");
});

test("another practice, and a coordinator of another municipality, find nothing", async () => {
  await assessed("c");
  await conferenceConsent(true);
  const one = await listed(midwife);
  const [elsewhere] = await region.asOwner<{ id: string }>(
    "insert into organisation (kind, name, home_municipality) values ('municipality', 'Gemeente Maastricht', 'GM0935') returning id",
  );
  const stranger = await region.actor("midwife", "otherPractice");
  assert.deepEqual([await listed(stranger), await readCase(stranger, one?.id ?? "")], [undefined, null]);
  assert.equal(
    (await removeCase(stranger, { caseId: one?.id ?? "", version: one?.version ?? 0, reason: "Niet van haar." })).code,
    "not-visible",
  );
  await region.asOwner("update conference_case set conference_organisation_id = $1 where id = $2", [elsewhere?.id, one?.id]);
  assert.equal(await listed(coordinator), undefined);
});
