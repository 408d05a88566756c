import assert from "node:assert/strict";
import { test } from "node:test";
import { tellTimeline, type TimelineFilter, type ToldMoment } from "./tellTimeline.ts";

const moment = (on: string, kind: string, by: string | null = null): ToldMoment => ({
  on,
  label: `${kind} ${on}`,
  tone: "plain",
  href: null,
  by,
  kind,
  kindName: kind.toUpperCase(),
});
const all = [
  moment("2026-11-03", "signalen", "Praktijk"),
  moment("2026-10-01", "plan", "JGZ"),
  moment("2027-01-01", "signalen", "JGZ"),
  moment("2026-12-01", "lijn"),
];
const shown = (filter: Partial<TimelineFilter>) => tellTimeline(all, { kind: null, who: null, ...filter }).shown.map(({ on }) => on);

test("everything, from the first day to the last", () =>
  assert.deepEqual(shown({}), ["2026-10-01", "2026-11-03", "2026-12-01", "2027-01-01"]));
test("one kind", () => assert.deepEqual(shown({ kind: "signalen" }), ["2026-11-03", "2027-01-01"]));
test("what one organisation did: the first of JGZ and Praktijk", () => assert.deepEqual(shown({ who: 1 }), ["2026-10-01", "2027-01-01"]));
test("one kind of one organisation", () => assert.deepEqual(shown({ who: 2, kind: "signalen" }), ["2026-11-03"]));
test("a filter that fits nothing known shows all", () => assert.equal(shown({ kind: "onzin", who: 9 }).length, 4));
test("the kinds stand in the order of the page, with how many", () =>
  assert.deepEqual(
    tellTimeline(all, { kind: "plan", who: null }).kinds.map(({ id, count }) => [id, count]),
    [
      ["signalen", 2],
      ["plan", 1],
      ["lijn", 1],
    ],
  ));
