import { missingCodeOf } from "../dataset.texts.ts";
import type { Cell, DataSet, Variable } from "../dataset.ts";

const plain: Variable = {
  name: "plain",
  label: "Plain",
  kind: "number",
  measure: "scale",
  values: [],
  missing: [],
  decimals: 0,
  source: "Made up.",
  role: "item",
  form: null,
};

/** Everything that a system file can get wrong, in few columns: labels with other signs, long ones, dates, fractions, texts of every width. */
export const oddVariables: readonly Variable[] = [
  { ...plain, name: "participant", label: "Deelnemer", kind: "text", measure: "nominal" },
  {
    ...plain,
    name: "a_name_that_is_as_long_as_a_name_may_be_in_a_system_file_of_spss",
    label: `Vraag met "aanhalingstekens", 'andere', é, ü, ☂ en ${"veel tekst ".repeat(40)}`,
    measure: "ordinal",
    values: [
      { value: 1, label: "hélemaal niet" },
      { value: 2, label: `lang ☂ ${"☂".repeat(60)}` },
      { value: 5, label: "heel erg" },
    ],
    missing: (["skipped", "declined", "not_reached", "not_due", "lost", "illegible", "no_response"] as const).map(missingCodeOf),
    source: "Vraag 1; it's a 'source' / with: odd (signs)",
  },
  { ...plain, name: "score", decimals: 4, missing: [missingCodeOf("not_scored"), missingCodeOf("not_due")] },
  { ...plain, name: "one_missing", measure: "nominal", missing: [missingCodeOf("lost")], values: [{ value: 0, label: "nee" }] },
  { ...plain, name: "three_missing", missing: (["skipped", "declined", "not_scored"] as const).map(missingCodeOf) },
  { ...plain, name: "day", kind: "date" },
  { ...plain, name: "text_8", kind: "text", measure: "nominal" },
  { ...plain, name: "text_long", kind: "text", measure: "nominal" },
  { ...plain, name: "text_empty", kind: "text", measure: "nominal" },
  { ...plain, name: "wide_number", decimals: 10 },
];

const numbers: readonly Cell[] = [0, -99, -100, 151, 152, 1e15, 0.1, -0.5, 123456.789, null, 2 ** 31, 1 / 3];

/** So many rows, each cell from a row of odd values of its own length, so that they meet in every combination. */
export function oddData(count: number): DataSet {
  const cycles: readonly (readonly Cell[])[] = [
    [1, 2, 5, -1, -2, -3, -4, -5, -7, -8, null],
    [3.1667, -9, -4, null, 2, 4.3333333333],
    [0, 1, -5, null],
    [-1, -2, -9, 7, 1000, null, -3],
    ["2026-11-23", "1899-12-31", null, "2100-02-28", "2027-01-01"],
    ["12345678", "1234567", "", "ééééX"],
    ["", "ok", 'een ☂ met een lange zin, veel langer dan acht tekens; en "aanhaling"', "x".repeat(250)],
    [""],
    numbers,
  ];
  const rows = Array.from({ length: count }, (_, at) => [
    `W-${String(at).padStart(6, "0")}`,
    ...cycles.map((cycle) => cycle[at % cycle.length] ?? null),
  ]);
  return { study: "odd", variables: oddVariables, rows };
}
