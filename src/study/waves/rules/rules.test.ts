import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { suppliedInstruments } from "../../instruments/suppliedInstruments.ts";
import { formCode, readFormCode, sayFormCode } from "./formCode.ts";
import { textsFor } from "./textsFor.ts";

const asked = [{ form: "brs-6" }, { form: "care-own-items" }];
const said = (language: string, demonstration: boolean) =>
  textsFor(asked, language, suppliedInstruments, demonstration).map(({ form, language: of, validated }) => [form, of, validated]);

test("only a text that was validated in her language goes out", () => {
  assert.deepEqual(said("nl", false), [["care-own-items", "nl", true]]);
  assert.deepEqual(said("pl", false), [], "nobody translates an instrument");
});
test("in a demonstration the published text stands in its place, marked as not validated", () =>
  assert.deepEqual(said("nl", true), [
    ["brs-6", "en", false],
    ["care-own-items", "nl", true],
  ]));

test("a number on a form is read as people write it, and one slip is always found", () =>
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 8, maxLength: 8 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 30 }),
      (bytes, at, other) => {
        const code = formCode(bytes);
        assert.equal(readFormCode(` ${sayFormCode(code).toLowerCase()} `), code);
        const slip = [...code];
        slip[at] = "ABCDEFGHJKLMNPRSTUVWXYZ23456789"[other] ?? "A";
        if (slip.join("") !== code) assert.equal(readFormCode(slip.join("")), null);
        if (at < 8 && code[at] !== code[at + 1]) {
          const swapped = [...code];
          [swapped[at], swapped[at + 1]] = [code[at + 1] ?? "", code[at] ?? ""];
          assert.equal(readFormCode(swapped.join("")), null);
        }
      },
    ),
  ));
test("what can't be a number is none", () => {
  for (const typed of ["", "W-ABC234", "ABCDEFGHI", "0OI1ABCDE"]) assert.equal(readFormCode(typed), null);
});
