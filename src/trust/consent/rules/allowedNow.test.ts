import assert from "node:assert/strict";
import { test } from "node:test";
import type { Consent } from "../consent.ts";
import { allowedNow } from "./allowedNow.ts";

const today = "2026-11-09";
const yes = (part: Partial<Consent>): Consent => ({
  id: "1",
  aboutPerson: "sanne",
  purpose: "sharing",
  organisationId: "jgz",
  role: null,
  parts: ["plan"],
  medicalToo: false,
  given: true,
  givenOn: "2026-10-01",
  until: null,
  withdrawnOn: null,
  replaced: false,
  version: 1,
  ...part,
});

test("two answers to one organisation are one sentence, with the parts in their own order", () => {
  const [allowed, ...others] = allowedNow(
    [yes({}), yes({ purpose: "prenatal_home_visit", parts: ["exploration", "identity"], medicalToo: true })],
    today,
  );
  assert.deepEqual(others, []);
  assert.deepEqual(allowed?.parts, ["identity", "exploration", "plan"]);
  assert.deepEqual(allowed?.purposes, ["sharing", "prenatal_home_visit"]);
  assert.equal(allowed?.medicalToo, true);
});

test("what the partner allows is a sentence of its own", () => {
  assert.equal(allowedNow([yes({}), yes({ aboutPerson: "bilal" })], today).length, 2);
});

test("it ends when the last of them ends, and not while one has no end", () => {
  assert.equal(
    allowedNow([yes({ until: "2027-01-01" }), yes({ purpose: "programme", until: "2027-03-01" })], today)[0]?.until,
    "2027-03-01",
  );
  assert.equal(allowedNow([yes({ until: "2027-01-01" }), yes({ purpose: "programme" })], today)[0]?.until, null);
});

test("what was withdrawn, refused, has ended or shares nothing is not there", () => {
  const gone = [
    yes({ withdrawnOn: today }),
    yes({ given: false, parts: [] }),
    yes({ until: "2026-11-08" }),
    yes({ purpose: "digital_contact", organisationId: null, parts: [] }),
  ];
  assert.deepEqual(allowedNow(gone, today), []);
});
