import assert from "node:assert/strict";
import { test } from "node:test";
import { newKeySpec, readKeyRing } from "./keyRing.ts";

const first = newKeySpec("k1");
const second = newKeySpec("k2");

test("what was sealed opens with the same key and in the same place only", () => {
  const ring = readKeyRing(first);
  const sealed = ring.seal("geheim", "totp:1");
  assert.equal(ring.open(sealed, "totp:1"), "geheim");
  assert.equal(ring.open(sealed, "totp:2"), null, "moved to another account");
  assert.equal(ring.open(`${sealed.slice(0, -2)}xx`, "totp:1"), null, "touched");
  assert.equal(readKeyRing(second).open(sealed, "totp:1"), null, "key gone");
  assert.equal(ring.open("k1:", "totp:1"), null);
});

test("after a change of key the old still opens, and is known to be old", () => {
  const sealed = readKeyRing(first).seal("geheim", "totp:1");
  const changed = readKeyRing(`${second},${first}`);
  assert.equal(changed.open(sealed, "totp:1"), "geheim");
  assert.equal(changed.isOld(sealed), true);
  assert.equal(changed.isOld(changed.seal("geheim", "totp:1")), false);
});

test("a key that is no key is refused at the start", () => {
  for (const spec of ["", "k1", "k1:te-kort", "K 1:" + first.split(":")[1]]) assert.throws(() => readKeyRing(spec));
});
