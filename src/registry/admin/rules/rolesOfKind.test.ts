import assert from "node:assert/strict";
import { test } from "node:test";
import { roles, mayRole, parts } from "../../../trust/access/rules/policy.ts";
import { organisationKinds, rolesToGive } from "./rolesOfKind.ts";

const given = (giver: "organisation" | "platform") => new Set(organisationKinds.flatMap((kind) => rolesToGive(kind, giver)));

test("a practice's administrator invites midwives, not gynaecologists or privacy officers", () => {
  assert.deepEqual(rolesToGive("midwifery_practice", "organisation"), ["midwife", "meldcode_officer", "organisation_admin"]);
});

test("the administrator of Wieg gives no role that sees a family", () => {
  for (const role of given("platform")) for (const part of parts) assert.equal(mayRole(role, part, "read"), false, `${role} ${part}`);
});

test("an organisation's administrator gives no role with a reach beyond it", () => {
  for (const role of ["privacy_officer", "neutral_reviewer", "research_desk", "key_keeper", "project_group", "platform_admin"] as const) {
    assert.equal(given("organisation").has(role), false, role);
  }
});

test("every role can be given by somebody somewhere", () => {
  assert.deepEqual(
    roles.filter((role) => !given("organisation").has(role) && !given("platform").has(role)),
    [],
  );
});

test("Wieg's own administrators work at Wieg and nowhere else", () => {
  for (const kind of organisationKinds) assert.equal(rolesToGive(kind, "platform").includes("platform_admin"), kind === "platform", kind);
});
