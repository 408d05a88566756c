import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { undefinedVariables } from "./dropUnusedVariables.ts";
import { buildAssets } from "./testing/buildAssets.ts";
import { contrast } from "./testing/contrast.ts";

const built = await buildAssets();
const named = (pattern: RegExp) => {
  const file = built.find(({ name }) => pattern.test(name));
  assert.ok(file, `The build has no ${String(pattern)}`);
  return file;
};

for (const style of [/^main-.*\.css$/, /^public-.*\.css$/]) {
  test(`every variable of ${String(style)} has a value`, () => assert.deepEqual(undefinedVariables(named(style).text), []));
}

test("the first page brings at most 45 KB of script, and no island", () => {
  const script = named(/^main-.*\.js$/);
  assert.ok(script.compressed <= 45_000, `${script.compressed} bytes`);
  assert.doesNotMatch(script.text, /hydrateRoot/);
});

test("what is compressed stands beside each file", () => {
  for (const { name } of built.filter((file) => /\.(css|js)$/.test(file.name))) {
    assert.ok(built.some((file) => file.name === `${name}.br`) && built.some((file) => file.name === `${name}.gz`), name);
  }
});

const tokens = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const [light, dark] = tokens.split("prefers-color-scheme: dark");
const palette = (css: string | undefined) =>
  new Map([...(css ?? "").matchAll(/--wieg-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name ?? "", colour ?? ""]));
const grounds = ["ground", "paper"] as const;
// WCAG 1.4.3: text 4.5; WCAG 1.4.11: the edges of fields and the focus 3.
const pairs: readonly (readonly [text: string, ground: string, least: number])[] = [
  ...grounds.flatMap((ground) => ["ink", "soft", "teal", "coral"].map((text) => [text, ground, 4.5] as const)),
  ...["teal", "coral", "amber", "leaf", "plum"].map((tone) => [tone, `${tone}-wash`, 4.5] as const),
  ["ink", "plain-wash", 4.5],
  ["ink", "teal-wash", 4.5],
  ["soft", "teal-wash", 4.5],
  ["on-action", "action", 4.5],
  ["on-action", "action-deep", 4.5],
  ["on-bar", "bar", 4.5],
  ...grounds.flatMap((ground) => ["edge", "focus", "coral-edge"].map((edge) => [edge, ground, 3] as const)),
];
const schemes = { light: palette(light), dark: new Map([...palette(light), ...palette(dark)]) };

for (const [scheme, colours] of Object.entries(schemes)) {
  test(`in the ${scheme} palette everything can be told apart`, () => {
    for (const [text, ground, least] of pairs) {
      const found = contrast(colours.get(text) ?? "", colours.get(ground) ?? "");
      assert.ok(found >= least, `${text} on ${ground}: ${found.toFixed(2)}, at least ${least}`);
    }
  });
}
