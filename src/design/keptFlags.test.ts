import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { flagLevels } from "./flagLevels.ts";
import { keptFlags } from "./keptFlags.ts";

test("labels far apart all hang", () =>
  assert.deepEqual(
    keptFlags(
      [0, 200, 400].map((x) => ({ x, width: 100, weight: 0 })),
      2,
    ),
    [0, 0, 0],
  ));

test("of many in one place what matters most keeps its label", () => {
  const levels = keptFlags(
    [0, 10, 20, 30].map((x, nr) => ({ x, width: 100, weight: nr === 1 ? 5 : 0 })),
    2,
  );
  assert.deepEqual(
    levels.map((level) => level !== null),
    [false, true, false, true],
  );
});

test("never more above each other than was said, and what hangs does not cross", () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ x: fc.nat(1000), width: fc.integer({ min: 10, max: 300 }), weight: fc.nat(3) }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      (flags, most) => {
        const sorted = [...flags].sort((one, other) => one.x - other.x);
        const levels = keptFlags(sorted, most);
        const hung = sorted.flatMap((flag, nr) => (levels[nr] === null ? [] : [{ flag, level: levels[nr] }]));
        assert.ok(hung.every(({ level }) => level !== undefined && level < most));
        assert.deepEqual(
          hung.map(({ level }) => level),
          flagLevels(hung.map(({ flag }) => flag)),
        );
        assert.ok(sorted.length === 0 || hung.length > 0);
      },
    ),
  ));
