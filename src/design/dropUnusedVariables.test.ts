import assert from "node:assert/strict";
import { test } from "node:test";
import { dropUnusedVariables, undefinedVariables } from "./dropUnusedVariables.ts";

test("a variable that nothing uses is left out, and then those that only it used", () => {
  const css = ":root{--wieg-a:1px;--wieg-b:var(--wieg-a);--wieg-c:2px}p{margin:var(--wieg-c)}";
  assert.equal(dropUnusedVariables(css), ":root{--wieg-c:2px}p{margin:var(--wieg-c)}");
});

test("a value with a picture in it is left out whole", () => {
  assert.equal(
    dropUnusedVariables(':root{--ams-a:url("data:x;y,{}");--wieg-b:1px}p{margin:var(--wieg-b)}'),
    ":root{--wieg-b:1px}p{margin:var(--wieg-b)}",
  );
});

test("a use of something that is nowhere declared is a hole, unless it brings its own value", () => {
  assert.deepEqual(undefinedVariables("p{margin:var(--wieg-a);padding:var(--wieg-b, 1px);--wieg-c:1px;gap:var(--wieg-c)}"), ["--wieg-a"]);
});
