import assert from "node:assert/strict";
import { test } from "node:test";
import { routes } from "../../main/routes.ts";
import { mayUse } from "../../trust/access/route.ts";
import { roles } from "../../trust/access/rules/policy.ts";

// What is cut (a released answer, /cijfers) must not lie beside what it was cut from: only the research desk opens its uncut pages.

const research = routes.filter(({ address }) => address.startsWith("/onderzoek"));
const released = (address: string): boolean => address.startsWith("/onderzoek/antwoord");
const keepers = (address: string): boolean => address.startsWith("/onderzoek/sleutel");

test("every page of the research desk is its own: no other role has an uncut number to lay beside a released one", () => {
  const uncut = research.filter(({ address }) => !released(address) && !keepers(address));
  assert.ok(uncut.length > 30, `only ${uncut.length} addresses`);
  for (const { address, rule } of uncut)
    for (const role of roles) assert.equal(mayUse(role, rule.may), role === "research_desk", `${role} ${address}`);
});

test("who holds the key sees no number and no answer, and who sees answers holds no key", () => {
  for (const { address, rule } of research.filter((one) => keepers(one.address)))
    for (const role of roles) assert.equal(mayUse(role, rule.may), role === "key_keeper", `${role} ${address}`);
  assert.equal(mayUse("key_keeper", "figures"), false);
});

test("only the research desk releases an answer, or takes the script with it", () => {
  const [release, script] = ["/vrijgeven", "/script.R"].map((end) =>
    research.find(({ address }) => released(address) && address.endsWith(end)),
  );
  assert.ok(release && script);
  for (const { rule } of [release, script])
    assert.deepEqual(
      roles.filter((role) => mayUse(role, rule.may)),
      ["research_desk"],
    );
});
