import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { listStates, outReasons, type FlowCell } from "../desk.ts";
import { countFlow } from "./countFlow.ts";

const waves = ["T0", "T1", "T2"];
const cell = (change: Partial<FlowCell>): FlowCell => ({
  site: "De Maas",
  arm: "intervention",
  armIsOver: true,
  out: null,
  lists: {},
  count: 1,
  ...change,
});

interface Case {
  readonly says: string;
  readonly cell: FlowCell;
  readonly group: string;
  readonly states: readonly string[];
}
const cases: readonly Case[] = [
  { says: "who just agreed", cell: cell({ arm: null, armIsOver: false }), group: "open", states: ["later", "later", "later"] },
  {
    says: "who answers her T0",
    cell: cell({ arm: null, armIsOver: false, lists: { T0: "open" } }),
    group: "open",
    states: ["open", "later", "later"],
  },
  {
    says: "who belongs to neither arm",
    cell: cell({ arm: null, lists: { T0: "answered" } }),
    group: "none",
    states: ["answered", "later", "later"],
  },
  {
    says: "who missed one",
    cell: cell({ lists: { T0: "answered", T1: "expired", T2: "open" } }),
    group: "intervention",
    states: ["answered", "expired", "open"],
  },
  {
    says: "who withdrew after T0: what was answered stays answered, the rest stops",
    cell: cell({ arm: "control", out: "withdrawn", lists: { T0: "answered", T1: "open" } }),
    group: "control",
    states: ["answered", "stopped", "stopped"],
  },
];
for (const { says, cell: one, group, states } of cases)
  test(`${says} stands where she is`, () => {
    const flow = countFlow([{ ...one, count: 7 }], waves, null);
    const found = flow.groups.find((each) => each.group === group);
    assert.equal(found?.total, 7);
    assert.deepEqual(
      found?.waves.map(({ lists }) => listStates.find((state) => lists[state] === 7)),
      states,
    );
  });

test("both arms are there from the beginning, also without anyone in them", () => {
  assert.deepEqual(
    countFlow([], waves, null).groups.map(({ group, total }) => [group, total]),
    [
      ["intervention", 0],
      ["control", 0],
    ],
  );
});

test("asked are who said yes, no or nothing yet, at every site", () => {
  const asked = [
    { site: "De Maas", answer: "yes", count: 2 },
    { site: "De Maas", answer: "no", count: 4 },
    { site: "De Geul", answer: "no", count: 1 },
    { site: "De Geul", answer: "open", count: 3 },
  ] as const;
  const flow = countFlow([cell({ count: 6 })], waves, asked);
  assert.deepEqual(flow.asked, { all: 14, no: 5, open: 3 });
  assert.equal(flow.consented, 6);
});

test("whoever takes part, every row of boxes adds up to all of them", () => {
  const state = fc.constantFrom(...listStates);
  const anyCell = fc.record({
    site: fc.constantFrom("De Maas", "De Geul"),
    arm: fc.constantFrom("intervention" as const, "control" as const, null),
    armIsOver: fc.boolean(),
    out: fc.constantFrom(...outReasons, null),
    lists: fc.dictionary(fc.constantFrom(...waves), state),
    count: fc.integer({ min: 1, max: 500 }),
  });
  fc.assert(
    fc.property(fc.array(anyCell, { maxLength: 20 }), (cells) => {
      const flow = countFlow(cells, waves, null);
      const all = cells.reduce((sum, { count }) => sum + count, 0);
      assert.equal(
        flow.groups.reduce((sum, { total }) => sum + total, 0),
        all,
      );
      for (const { total, inStudy, out, waves: rows } of flow.groups) {
        assert.equal(inStudy + Object.values(out).reduce((sum, count) => sum + count, 0), total);
        for (const { lists } of rows)
          assert.equal(
            Object.values(lists).reduce((sum, count) => sum + count, 0),
            total,
          );
      }
    }),
  );
});
