import assert from "node:assert/strict";
import { test } from "node:test";
import { visitMoves, type VisitMove, type VisitState } from "../homeVisit.ts";
import { decideAsk, decideMove, moves, type AskFacts, type MoveFacts, type VisitConsent } from "./homeVisitMoves.ts";

const yes: VisitConsent = { inForce: true, withdrawnOn: null, parts: ["identity", "signals", "assessment", "exploration", "plan"] };
const withdrawn: VisitConsent = { ...yes, inForce: false, withdrawnOn: "2026-11-05" };
const asked = { asked: true, asking: false };
const asking = { asked: false, asking: true };
const neither = { asked: false, asking: false };
const facts = (part: Partial<MoveFacts>): MoveFacts => ({ state: "requested", sides: asked, consent: yes, ...part });

const cases: readonly (readonly [string, VisitMove, MoveFacts, string])[] = [
  ["the youth health service accepts a request", "accept", facts({}), "go"],
  ["the midwife cannot accept her own request", "accept", facts({ sides: asking }), "visit-not-your-organisation"],
  ["a youth health service that asks itself accepts too", "accept", facts({ sides: { asked: true, asking: true } }), "go"],
  ["a visit that was reported is not accepted again", "accept", facts({ state: "reported" }), "visit-not-in-state"],
  ["without consent nobody accepts", "accept", facts({ consent: withdrawn }), "visit-no-consent"],
  ["where nobody asked the family, nobody accepts", "accept", facts({ consent: null }), "visit-no-consent"],
  [
    "a consent that hides who the family is, is too narrow for a visit",
    "accept",
    facts({ consent: { ...yes, parts: ["exploration"] } }),
    "visit-consent-too-narrow",
  ],
  ["a request is declined without consent too", "decline", facts({ consent: withdrawn }), "go"],
  ["an accepted visit is not declined but cancelled", "decline", facts({ state: "accepted" }), "visit-not-in-state"],
  ["an accepted visit is planned", "schedule", facts({ state: "accepted" }), "go"],
  ["a planned visit gets another day", "schedule", facts({ state: "scheduled" }), "go"],
  ["after nobody was home a new day is planned", "schedule", facts({ state: "no_show" }), "go"],
  ["without consent nobody plans a visit", "schedule", facts({ state: "accepted", consent: withdrawn }), "visit-no-consent"],
  ["the midwife does not plan it", "schedule", facts({ state: "accepted", sides: asking }), "visit-not-your-organisation"],
  ["nobody was home", "missed", facts({ state: "scheduled" }), "go"],
  ["a visit that was not planned was not missed", "missed", facts({ state: "accepted" }), "visit-not-in-state"],
  ["a planned visit is held", "hold", facts({ state: "scheduled" }), "go"],
  ["a held visit is reported", "report", facts({ state: "held" }), "go"],
  ["no report without consent", "report", facts({ state: "held", consent: withdrawn }), "visit-no-consent"],
  ["a visit may be cancelled after consent was withdrawn", "cancel", facts({ state: "scheduled", consent: withdrawn }), "go"],
  ["the midwife cancels what she asked for", "cancel", facts({ state: "accepted", sides: asking }), "go"],
  ["who was asked declines a request, and has nothing to cancel yet", "cancel", facts({}), "visit-not-in-state"],
  ["who asked takes her request back", "cancel", facts({ sides: asking }), "go"],
  ["a held visit without consent is closed without a report", "cancel", facts({ state: "held", consent: withdrawn }), "go"],
  ["a reported visit is not cancelled", "cancel", facts({ state: "reported" }), "visit-not-in-state"],
  ["another organisation cancels nothing", "cancel", facts({ sides: neither }), "visit-not-your-organisation"],
];
for (const [sentence, move, given, expected] of cases)
  test(sentence, () => {
    const outcome = decideMove(move, given);
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });

const asks: readonly (readonly [string, Partial<AskFacts>, string])[] = [
  ["a prenatal visit is asked in the pregnancy", {}, "go"],
  ["nothing is asked on a line that ended", { line: { state: "ended", bornOn: null } }, "visit-line-ended"],
  [
    "that it ended is told before anything else",
    { line: { state: "ended", bornOn: null }, consent: null, known: false },
    "visit-line-ended",
  ],
  ["after the birth no prenatal visit", { line: { state: "open", bornOn: "2026-11-01" } }, "visit-not-prenatal"],
  ["before the birth no postnatal visit", { kind: "postnatal" }, "visit-not-postnatal"],
  ["of someone who is no youth health service", { known: false }, "visit-nobody-asked"],
  ["not without the family's yes", { consent: withdrawn }, "visit-no-consent"],
];
for (const [sentence, change, expected] of asks)
  test(sentence, () => {
    const outcome = decideAsk({ kind: "prenatal", line: { state: "open", bornOn: null }, known: true, consent: yes, ...change });
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });

const states: readonly VisitState[] = ["requested", "accepted", "scheduled", "no_show", "held", "reported", "declined", "cancelled"];
test("every move from every state: exactly what the table says, and nothing for another organisation", () => {
  for (const move of visitMoves)
    for (const state of states) {
      assert.equal(
        decideMove(move, facts({ state, sides: { asked: true, asking: true } })) === "go",
        moves[move].from.includes(state),
        `${move} from ${state}`,
      );
      assert.notEqual(decideMove(move, facts({ state, sides: neither })), "go", `${move} from ${state} by another`);
    }
});

test("each state but the last ones can be left, and each can be reached", () => {
  const left = new Set(Object.values(moves).flatMap(({ from }) => from));
  const reached = new Set(Object.values(moves).map(({ to }) => to));
  assert.deepEqual(
    states.filter((state) => !left.has(state)),
    ["reported", "declined", "cancelled"],
  );
  assert.deepEqual(
    states.filter((state) => !reached.has(state)),
    ["requested"],
  );
});
