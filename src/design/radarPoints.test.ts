import assert from "node:assert/strict";
import { test } from "node:test";
import { radarPoint, radarPoints } from "./radarPoints.ts";

test("the first axis points straight up and the others follow clockwise", () => {
  assert.deepEqual(radarPoint(0, 4, 10, 100), { x: 0, y: -100 });
  assert.deepEqual(radarPoint(1, 4, 10, 100), { x: 100, y: 0 });
  assert.deepEqual(radarPoint(2, 4, 5, 100), { x: 0, y: 50 });
});

test("an axis that was not asked about is passed over, not drawn as nothing", () => {
  assert.equal(radarPoints([10, null, 10, 10], 100), "0,-100 0,100 -100,0");
  assert.equal(radarPoints([null, null], 100), "");
});

test("nought lies in the middle", () => assert.equal(radarPoints([0], 100), "0,0"));
