import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Listed } from "../interviews.ts";
import { drawOrder, firstCalled, isRepeatable } from "./drawPeople.ts";
import { seededChance } from "./seededChance.ts";

const people = (stratum: string, count: number): readonly Listed[] =>
  Array.from({ length: count }, (_, nr) => ({ id: `${stratum}-${String(nr).padStart(3, "0")}`, stratum }));
const list = [
  ...people("midwife", 20),
  ...people("maternity_intake", 3),
  ...people("maternity_assistant", 30),
  ...people("youth_nurse", 8),
];

test("ten professionals are spread over the roles, a small role gives what it has", () => {
  const called = firstCalled(drawOrder(list, "14 januari, Heerlen"), 10);
  const per = (stratum: string) => called.filter((one) => one.stratum === stratum).length;
  assert.deepEqual([per("maternity_assistant"), per("maternity_intake"), per("midwife"), per("youth_nurse")], [3, 3, 2, 2]);
  assert.equal(firstCalled(drawOrder(people("midwife", 4), "seed"), 10).length, 4);
});

test("the same seed and list give the same people, however the list came in; another seed gives others", () =>
  fc.assert(
    fc.property(fc.shuffledSubarray(list, { minLength: list.length }), fc.string({ minLength: 4 }), (shuffled, seed) => {
      assert.deepEqual(drawOrder(shuffled, seed), drawOrder(list, seed));
      assert.notDeepEqual(drawOrder(list, `${seed}!`), drawOrder(list, seed));
    }),
  ));

test("this draw is kept as it is for ever: a new version of Wieg gives the same", () => {
  assert.deepEqual(drawOrder(people("all", 6), "14 januari, Heerlen"), { all: keptOrder });
  const chance = seededChance("wieg");
  assert.deepEqual(
    Array.from({ length: 5 }, () => chance(1000)),
    keptNumbers,
  );
});
const keptOrder = ["all-001", "all-004", "all-005", "all-000", "all-002", "all-003"];
const keptNumbers = [118, 466, 830, 735, 820];

test("a draw that was changed afterwards is found out", () => {
  const order = drawOrder(list, "seed");
  assert.ok(isRepeatable({ list, seed: "seed", order }));
  const [first = "", second = "", ...others] = order["midwife"] ?? [];
  assert.ok(!isRepeatable({ list, seed: "seed", order: { ...order, midwife: [second, first, ...others] } }));
  assert.ok(!isRepeatable({ list: list.slice(1), seed: "seed", order }), "nor can anybody be taken off the list");
});

test("each of thirty is called about as often as any other", () => {
  const times = new Map<string, number>();
  for (let nr = 0; nr < 6000; nr += 1)
    for (const { id } of firstCalled(drawOrder(people("all", 30), `seed ${nr}`), 10)) times.set(id, (times.get(id) ?? 0) + 1);
  // 2,000 expected of each; the sum of squared deviations over what is expected is chi-squared with 29 degrees, here at most its 99.9% (58.3), less for draws without replacement.
  const off = [...times.values()].reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
  assert.ok(times.size === 30 && off < 58.3, `off by ${off}`);
});
