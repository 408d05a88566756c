import assert from "node:assert/strict";
import { test } from "node:test";
import { mayKeep } from "./mayKeep.ts";

const cases = [
  ["a nurse keeps what her own organisation offers", "youth_nurse", "jgz", true],
  ["a nurse does not keep what another offers", "youth_nurse", "bank", false],
  ["the administrator of an organisation keeps its own", "organisation_admin", "jgz", true],
  ["the administrator of the region keeps all", "platform_admin", "bank", true],
  ["the administrator of the region keeps what has no organisation yet", "platform_admin", null, true],
  ["what has no organisation yet is no nurse's", "youth_nurse", null, false],
  ["a researcher keeps nothing", "research_desk", "jgz", false],
] as const;

for (const [sentence, role, organisation, expected] of cases)
  test(sentence, () => assert.equal(mayKeep({ role, organisationId: "jgz" }, organisation), expected));
