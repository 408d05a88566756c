import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { projectRoot } from "../projectRoot.ts";

/** Made by a program, or one long table that a region replaces as a whole. */
const NOT_WRITTEN_BY_HAND = ["src/platform/db/schema.ts", "src/design/tokens.css"];
const LINES = 400;

const sources = globSync("{src,scripts,e2e,bench}/**/*.{ts,tsx,mjs,cjs,css,sql,typ}", { cwd: projectRoot })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => !NOT_WRITTEN_BY_HAND.includes(file))
  .map((file) => ({ file, text: readFileSync(path.join(projectRoot, file), "utf8") }));
const code = sources.filter(({ file }) => /\.[cm]?tsx?$|\.[cm]js$/.test(file));
const thisFile = "src/platform/testing/house.test.ts";

/** Files and line numbers where a pattern stands, in the files that are chosen. */
const finds = (pattern: RegExp, chosen: (file: string) => boolean): string[] =>
  code
    .filter(({ file }) => file !== thisFile && chosen(file))
    .flatMap(({ file, text }) => text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])));

const everywhere = (): boolean => true;

test("the house is looked at as a whole", () => assert.ok(sources.length > 100, `only ${sources.length} files were seen`));

test(`no file is longer than ${LINES} lines`, () => {
  const long = sources.map(({ file, text }) => ({ file, lines: text.split("\n").length - 1 })).filter(({ lines }) => lines > LINES);
  assert.deepEqual(long, []);
});

test("no page has a style of its own: the policy of its styles would not show it", () => {
  assert.deepEqual(
    finds(/\sstyle=/, (file) => file.endsWith(".tsx") && !file.endsWith(".test.tsx")),
    [],
  );
});

test("what is left to do names its issue", () => assert.deepEqual(finds(/\b(?:TODO|FIXME|XXX)\b(?!.*#\d)/, everywhere), []));

test("no check is switched off in the code", () => {
  assert.deepEqual(finds(/(?:oxlint|eslint)-disable|biome-ignore|@ts-(?:ignore|nocheck|expect-error)/, everywhere), []);
});

test("only stores speak with the database", () => {
  const speaks = /^import (?!type ).*from "(?:pg|kysely|pg-copy-streams)"/;
  const may = /\.store\.ts$|^src\/platform\/(?:db|jobs|testing|backup)\/|^src\/main\/|\.test\.tsx?$|\/testing\/|^scripts\/|^bench\//;
  assert.deepEqual(
    finds(speaks, (file) => !may.test(file)),
    [],
  );
});

test("a file is named after what it holds", () => {
  const vague = sources.map(({ file }) => file).filter((file) => /\/(?:utils?|helpers?|common|misc|types|index)\.[a-z]+$/.test(file));
  assert.deepEqual(vague, []);
});

test("no test waits for a while", () => {
  assert.deepEqual(
    finds(/waitForTimeout|(?<!\btest\.)\bsetTimeout\b|timers\/promises/, (file) => /\.test\.tsx?$|\.spec\.ts$/.test(file)),
    [],
  );
});
