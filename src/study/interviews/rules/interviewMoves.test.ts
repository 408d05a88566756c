import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { interviewKinds, interviewMoves, interviewStates, type InterviewMove, type InterviewState, type Mover } from "../interviews.ts";
import { decideMove } from "./interviewMoves.ts";

const cases: readonly (readonly [string, InterviewMove, "professional" | "family", InterviewState, Mover, InterviewState | null])[] = [
  ["a professional is invited by the desk", "invite", "professional", "drawn", "desk", "invited"],
  ["a family is not: the desk does not know who it is", "invite", "family", "drawn", "desk", null],
  ["the desk asks the key keeper", "ask", "family", "drawn", "desk", "asked"],
  ["who invites the family", "invite", "family", "asked", "keeper", "invited"],
  ["not before she was asked", "invite", "family", "drawn", "keeper", null],
  ["a professional says yes herself", "agree", "professional", "invited", "self", "agreed"],
  ["and may still say no", "decline", "professional", "agreed", "self", "declined"],
  ["but not after the interview", "decline", "professional", "held", "self", null],
  ["who gave no answer is replaced", "no_answer", "family", "invited", "desk", "no_answer"],
  ["the key keeper does not say that it was held", "hold", "family", "agreed", "keeper", null],
  ["a day is noted once she agreed", "plan", "family", "agreed", "keeper", "agreed"],
];
for (const [sentence, move, kind, state, by, expected] of cases)
  test(sentence, () => assert.equal(decideMove(move, { kind, state }, by), expected));

test("no walk leaves an end, and nobody is spoken to who did not agree", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...interviewKinds),
      fc.array(fc.tuple(fc.constantFrom(...interviewMoves), fc.constantFrom<Mover>("desk", "keeper", "self"))),
      (kind, steps) => {
        let state: InterviewState = "drawn";
        const been: InterviewState[] = [state];
        for (const [move, by] of steps) {
          const to = decideMove(move, { kind, state }, by);
          if (to === null) continue;
          assert.ok(!["held", "declined", "no_answer", "stopped"].includes(state), `${state} is an end`);
          assert.ok(interviewStates.includes(to));
          state = to;
          been.push(state);
        }
        if (been.includes("held")) assert.ok(been.includes("agreed") && (kind === "professional" || been.includes("asked")));
      },
    ),
  ));
