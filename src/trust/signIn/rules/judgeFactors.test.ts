import assert from "node:assert/strict";
import { test } from "node:test";
import { showsTwoFactors } from "./judgeFactors.ts";

const cases = [
  ["the provider says: more than one factor", { amr: ["pwd", "mfa"] }, true],
  ["the level agreed with this provider", { acr: "https://refeds.org/profile/mfa" }, true],
  ["a password and a code", { amr: ["pwd", "otp"] }, true],
  ["a password alone", { amr: ["pwd"] }, false],
  ["a password and a PIN: both are known, neither is held", { amr: ["pwd", "pin"] }, false],
  ["nothing said", {}, false],
  ["another level", { acr: "urn:mace:incommon:iap:bronze" }, false],
  ["something that is no list", { amr: "mfa" }, false],
  ["methods that nobody knows", { amr: ["iets", "anders"] }, false],
] as const;

for (const [name, shown, answer] of cases)
  test(name, () => assert.equal(showsTwoFactors(shown, ["mfa", "https://refeds.org/profile/mfa"]), answer));
