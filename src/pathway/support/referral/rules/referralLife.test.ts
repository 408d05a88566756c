import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  openStates,
  referralMoves,
  answerWays,
  type AnswerWay,
  type CandidateState,
  type CandidateStatus,
  type ReferralMove,
} from "../referral.ts";
import { decideMove, moves } from "./referralMoves.ts";
import { workOfCandidate } from "./referralWork.ts";

// Any order of events over any number of candidates: no referral without an owner, never two helpers, no access without a ground.

const day = "2026-11-09";
const helper = { membershipId: "cora", name: "Cora" };
const statuses: Readonly<Record<CandidateState, CandidateStatus>> = {
  requested: { state: "requested" },
  waitlisted: { state: "waitlisted", answeredOn: day, expectedOn: day, bridge: null },
  accepted: { state: "accepted", answeredOn: day, helper },
  started: { state: "started", startedOn: day, reportedOn: null, helper },
  completed: { state: "completed", endedOn: day, helper },
  stopped: { state: "stopped", endedOn: day, helper, reason: "other", note: null },
  declined: { state: "declined", endedOn: day, reason: "other", note: null },
  withdrawn: { state: "withdrawn", endedOn: day, by: "family", side: "asking", helper: null },
  taken: { state: "taken", endedOn: day },
};

interface One {
  readonly way: AnswerWay;
  state: CandidateState;
}
type Event = readonly [candidate: number, move: ReferralMove, asked: boolean, consent: boolean];

/** What the database does at a move: the one changes; acceptance lets the others go. */
function apply(all: readonly One[], [at, move, asked, inForce]: Event): boolean {
  const one = all[at % all.length];
  if (!one) return false;
  const consent = { inForce, withdrawnOn: null, parts: ["identity"] };
  if (decideMove(move, { state: one.state, way: one.way, sides: { asked, asking: !asked }, consent }) !== "go") return false;
  one.state = moves[move].to;
  if (move === "accept")
    for (const other of all) if (other !== one && ["requested", "waitlisted"].includes(other.state)) other.state = "taken";
  return true;
}

const events = fc.array(fc.tuple(fc.nat(4), fc.constantFrom(...referralMoves), fc.boolean(), fc.boolean()), { maxLength: 40 });
const ways = fc.array(fc.constantFrom(...answerWays), { minLength: 1, maxLength: 5 });
const workOf = ({ way, state }: One) => workOfCandidate({ way, answerBy: day, feedbackAllowed: true, status: statuses[state] });

test("in every order of events, whatever is open is someone's own work, and who asked sees it", () =>
  fc.assert(
    fc.property(ways, events, (chosen, happened) => {
      const all = chosen.map((way): One => ({ way, state: "requested" }));
      for (const event of happened) {
        apply(all, event);
        for (const one of all.filter(({ state }) => openStates.includes(state))) {
          const work = workOf(one);
          assert.ok(
            work.some(({ side }) => side === "mine"),
            `nobody owns ${one.way} ${one.state}`,
          );
          assert.ok(
            work.some((item) => item.for === "asker"),
            `who asked does not see ${one.way} ${one.state}`,
          );
          assert.ok(one.way === "wieg" || work.every((item) => item.for === "asker"), "who has no account has no list");
        }
      }
    }),
  ));

test("never two who help with the same referral", () =>
  fc.assert(
    fc.property(ways, events, (chosen, happened) => {
      const all = chosen.map((way): One => ({ way, state: "requested" }));
      for (const event of happened) apply(all, event);
      assert.ok(all.filter(({ state }) => ["accepted", "started", "completed"].includes(state)).length <= 1);
    }),
  ));

test("without consent nobody comes to help: acceptance and start are the only ways in", () =>
  fc.assert(
    fc.property(ways, events, (chosen, happened) => {
      const all = chosen.map((way): One => ({ way, state: "requested" }));
      for (const [at, move, asked] of happened) apply(all, [at, move, asked, false]);
      assert.ok(all.every(({ state }) => !["accepted", "started", "completed", "stopped"].includes(state)));
    }),
  ));

test("what ended tells the other side, and moves no more", () => {
  for (const way of answerWays)
    for (const state of ["completed", "stopped", "declined"] as const)
      assert.ok(
        workOf({ way, state }).some((item) => item.for === "asker" && item.side === "mine"),
        state,
      );
  for (const state of ["completed", "stopped", "declined", "withdrawn", "taken"] as const)
    for (const move of referralMoves) assert.equal(apply([{ way: "paper", state }], [0, move, true, true]), false, `${state} ${move}`);
});
