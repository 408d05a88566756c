import assert from "node:assert/strict";
import { test } from "node:test";
import { decideRequest, wayOf, type RequestFacts } from "./decideRequest.ts";

const facts = (part: Partial<RequestFacts>, offer: Partial<RequestFacts["offer"]> = {}): RequestFacts => ({
  offer: { name: "Schuldhulp", status: "active", organisationId: "bank", available: 3, ...offer },
  askingOrganisationId: "practice",
  consent: { inForce: true, withdrawnOn: null, parts: ["identity"] },
  openAlready: false,
  evenIfFull: false,
  ...part,
});

const cases = [
  ["with consent it may be asked", facts({}), "go"],
  ["the family said no to sharing", facts({ consent: { inForce: false, withdrawnOn: "2026-11-05", parts: [] } }), "referral-no-consent"],
  ["the family was never asked", facts({ consent: null }), "referral-no-consent"],
  ["the offer has just filled up", facts({}, { available: 0 }), "referral-offer-full"],
  ["full, and asked for the waiting list", facts({ evenIfFull: true }, { available: 0 }), "go"],
  ["of which nobody knows how many places there are", facts({}, { available: null }), "go"],
  ["the offer stopped meanwhile", facts({}, { status: "defunct" }), "referral-offer-gone"],
  ["nobody gives it here", facts({}, { organisationId: null }), "referral-offer-gone"],
  ["one does not refer to oneself", facts({}, { organisationId: "practice" }), "referral-own-organisation"],
  ["the same is not asked twice", facts({ openAlready: true }), "referral-asked-already"],
] as const;

for (const [sentence, given, expected] of cases)
  test(sentence, () => {
    const outcome = decideRequest(given);
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });

test("who has no account answers by link, and on paper where there is no address", () =>
  assert.deepEqual([wayOf(true, null), wayOf(false, "a@example.org"), wayOf(false, null)], ["wieg", "link", "paper"]));
