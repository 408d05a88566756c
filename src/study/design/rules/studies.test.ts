import assert from "node:assert/strict";
import { test } from "node:test";
import { pilotStudies } from "../pilotStudies.ts";
import { study, type AnchorDays, type ArmFacts, type Study } from "../study.ts";
import { checkStudies } from "./checkStudies.ts";
import { decideArm } from "./decideArm.ts";
import { mergeLists } from "./mergeLists.ts";
import { windowOf } from "./windowOf.ts";

const find = (code: string): Study => {
  const found = pilotStudies.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};
const fits: ArmFacts = { category: "c", maternityCare: "programme", residence: "inside", insurer: "CZ" };

const arms: readonly (readonly [why: string, facts: Partial<ArmFacts>, expected: ReturnType<typeof decideArm>])[] = [
  ["CZ: the arm with the programme", {}, { outcome: "arm", arm: "intervention" }],
  ["VGZ too", { insurer: "VGZ" }, { outcome: "arm", arm: "intervention" }],
  ["a label that can be of both is one of the two, whichever", { insurer: "either" }, { outcome: "arm", arm: "intervention" }],
  ["otherwise insured: a control", { insurer: "other" }, { outcome: "arm", arm: "control" }],
  ["an insurer that is in no list is no control", { insurer: null }, { outcome: "unknown", open: ["insurer"] }],
  ["category a belongs to no arm, whoever insures her", { category: "a", insurer: null }, { outcome: "none", because: "category" }],
  ["another maternity care belongs to no arm", { maternityCare: "other" }, { outcome: "none", because: "maternityCare" }],
  ["outside the area", { residence: "outside" }, { outcome: "none", because: "residence" }],
  ["no category yet: not known", { category: null }, { outcome: "unknown", open: ["category"] }],
];
for (const [why, facts, expected] of arms)
  test(`arm: ${why}`, () => assert.deepEqual(decideArm(find("study_1"), { ...fits, ...facts }), expected));

const nothing: AnchorDays = { consent: null, maternity_intake: null, birth: null, flexible_care_start: null };
const waveOf = (of: string, code: string) => {
  const wave = find(of).waves.find((one) => one.code === code);
  if (!wave) throw new Error(code);
  return wave;
};
test("a wave waits for its date, and follows it when it moves", () => {
  const t2 = waveOf("study_1", "T2");
  assert.deepEqual(windowOf(t2, nothing), { state: "waits", for: "birth" });
  const planned = { state: "planned", opensOn: "2027-01-10", remindOn: ["2027-01-15", "2027-01-20"], expiresOn: "2027-01-24" };
  assert.deepEqual(windowOf(t2, { ...nothing, birth: "2027-01-01" }), planned);
  const early = windowOf(t2, { ...nothing, birth: "2026-12-20" });
  assert.ok(
    early.state === "planned" && early.opensOn === "2026-12-29",
    "a birth that came early brings it forward, over the end of the year",
  );
});
test("29 February counts as any day", () => {
  const window = windowOf(waveOf("study_2", "T1"), { ...nothing, birth: "2028-02-20" });
  assert.ok(window.state === "planned" && window.opensOn === "2028-02-29" && window.expiresOn === "2028-03-14");
});

const names = (takesPartIn: readonly string[]) =>
  mergeLists(pilotStudies, takesPartIn).map(({ waves }) => waves.map((one) => `${one.study} ${one.wave}`).join(" + "));
test("who takes part in both gets four lists instead of six", () =>
  assert.deepEqual(names(["study_1", "study_2"]), ["study_1 T0", "study_1 T1 + study_2 T0", "study_1 T2 + study_2 T1", "study_2 T2"]));
test("who takes part in one gets its own three", () => {
  assert.deepEqual(names(["study_1"]), ["study_1 T0", "study_1 T1", "study_1 T2"]);
  assert.deepEqual(names(["study_2"]), ["study_2 T0", "study_2 T1", "study_2 T2"]);
  assert.deepEqual(names([]), []);
});
test("no question stands twice in a list that was put together", () => {
  for (const { instruments } of mergeLists(pilotStudies, ["study_1", "study_2"]))
    assert.equal(new Set(instruments.map(({ form }) => form)).size, instruments.length);
});

/** A third study, unlike the two: three months long, by category alone, counted from the start of flexible care. */
const third: Study = study.parse({
  code: "walks",
  name: "Wandelen na de geboorte",
  question: "Helpt samen wandelen?",
  source: "verzonnen",
  gateDays: 7,
  arms: [
    { code: "intervention", name: "wandelt", size: 20, when: { category: ["c", "d"] } },
    { code: "control", name: "wandelt niet", size: 20, when: { category: ["a", "b"] } },
  ],
  waves: [
    {
      code: "before",
      name: "vooraf",
      anchor: "flexible_care_start",
      opensAfter: -7,
      remindAfter: [3],
      expiresAfter: 7,
      mergedWith: null,
      instruments: [{ form: "brs-6", language: "nl" }],
    },
    {
      code: "after",
      name: "na drie maanden",
      anchor: "flexible_care_start",
      opensAfter: 91,
      remindAfter: [],
      expiresAfter: 21,
      mergedWith: null,
      instruments: [],
    },
  ],
});
test("a third study, unlike the two, needs no code of its own", () => {
  assert.deepEqual(checkStudies([...pilotStudies, third]), []);
  const { insurer: _insurer, ...rest } = fits;
  assert.deepEqual(decideArm(third, { ...rest, insurer: null, maternityCare: null, residence: null, category: "b" }), {
    outcome: "arm",
    arm: "control",
  });
  const [before] = third.waves;
  const window = before && windowOf(before, { ...nothing, flexible_care_start: "2027-03-08" });
  assert.ok(window?.state === "planned" && window.opensOn === "2027-03-01" && window.expiresOn === "2027-03-08");
});

const faults: readonly (readonly [why: string, change: (one: Study) => unknown, code: string, at: string])[] = [
  ["the same wave twice", ({ waves }) => waves.push(...waves.slice(0, 1)), "wave-twice", "walks before"],
  [
    "put together with a wave that is not there",
    ({ waves }) => Object.assign(waves[0] ?? {}, { mergedWith: { study: "study_1", wave: "T9" } }),
    "merged-unknown",
    "walks before",
  ],
  ["a reminder on the day it is over", ({ waves }) => waves[0]?.remindAfter.push(7), "reminder-after-end", "walks before"],
  [
    "someone who would belong to two arms",
    ({ arms: both }) => Object.assign(both[1] ?? {}, { when: { category: ["b", "c"] } }),
    "arms-overlap",
    "walks",
  ],
];
for (const [why, change, code, at] of faults)
  test(`refused: ${why}`, () => {
    const one = structuredClone(third);
    change(one);
    assert.deepEqual(checkStudies([...pilotStudies, one]), [{ code, at }]);
  });
