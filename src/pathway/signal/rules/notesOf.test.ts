import assert from "node:assert/strict";
import { test } from "node:test";
import type { Factor } from "../signal.ts";
import { factorsNow, notesOf, type SignalLike } from "./notesOf.ts";

const factor = (code: string, kind: Factor["kind"], urgent = false): Factor => ({
  code,
  label: code,
  kind,
  domain: "meedoen",
  careKind: "social",
  urgent,
  selectable: true,
});
const list = [factor("debt", "risk"), factor("no-home", "risk", true), factor("network", "protective"), factor("language", "context")];
const row = (factors: readonly string[], change: Partial<SignalLike> = {}): SignalLike => ({
  notedTogether: "1",
  factors,
  observedOn: "2026-03-02",
  urgent: false,
  discussedOn: null,
  state: "open",
  ...change,
});
const codes = (rows: readonly SignalLike[]) => {
  const { risk, protective, context } = factorsNow(rows, list);
  const of = (kind: typeof risk) => kind.map(({ factor: { code }, urgent }) => (urgent ? `${code}!` : code)).join(" ");
  return [of(risk), of(protective), of(context)];
};

const cases = [
  ["risk, protective and context stand apart", [row(["debt", "network", "language"])], ["debt", "network", "language"]],
  ["a factor that is urgent by the list comes first", [row(["debt", "no-home"])], ["no-home! debt", "", ""]],
  [
    "what the professional calls urgent is urgent, but a support never is",
    [row(["debt", "network"], { urgent: true })],
    ["debt!", "network", ""],
  ],
  ["two signals of the same factor are one factor", [row(["debt"]), row(["debt"], { notedTogether: "2" })], ["debt", "", ""]],
  ["what was withdrawn plays no part", [row(["debt"], { state: "withdrawn" })], ["", "", ""]],
] as const;
for (const [sentence, rows, expected] of cases) test(sentence, () => assert.deepEqual(codes(rows), expected));

test("the newest signal of a factor is the one that is shown", () => {
  const { risk } = factorsNow([row(["debt"]), row(["debt"], { observedOn: "2026-03-09" })], list);
  assert.equal(risk[0]?.newest.observedOn, "2026-03-09");
});

test("the medical and the social part of one note are shown as one", () => {
  const notes = notesOf([row(["debt"]), row(["smoking"]), row(["network"], { notedTogether: "2" })]);
  assert.deepEqual(
    notes.map(({ id, rows }) => [id, rows.length]),
    [
      ["1", 2],
      ["2", 1],
    ],
  );
});
