import assert from "node:assert/strict";
import { test } from "node:test";
import { describeChange } from "./describeChange.ts";

const address = {
  id: "1",
  street: "Akerstraat",
  house_number: "12",
  postcode: "6411AA",
  place: "Heerlen",
  since: "2026-01-01",
  until: null,
  version: 1,
};

test("something new is told with what it holds", () =>
  assert.deepEqual(describeChange({ table: "family_address", part: "identity", was: null, became: address }), {
    title: "Adres vastgelegd",
    details: ["straat: Akerstraat", "huisnummer: 12", "postcode: 6411AA", "plaats: Heerlen", "sinds: 1-1-2026"],
  }));

test("a change is told with what it was and became", () =>
  assert.deepEqual(
    describeChange({ table: "family_address", part: "identity", was: address, became: { ...address, until: "2026-10-31", version: 2 } }),
    {
      title: "Adres gewijzigd",
      details: ["tot en met: leeg werd 31-10-2026"],
    },
  ));

test("what nobody reads is not told", () =>
  assert.equal(
    describeChange({
      table: "trajectory",
      part: "identity",
      was: { version: 1, born_on: null },
      became: { version: 2, born_on: "2026-01-01" },
    }),
    null,
  ));

test("of other concepts only is told that something was recorded", () => {
  const change = { table: "signal", part: "signals", was: null, became: { remark: "schulden" } };
  assert.deepEqual(describeChange(change), { title: "Signalen vastgelegd", details: [] });
  assert.deepEqual(describeChange(change, { signal: "Signaal" }), { title: "Signaal vastgelegd", details: [] });
});
