import assert from "node:assert/strict";
import { test } from "node:test";
import type { FlowFacts, Stage } from "../flow.ts";
import { stageOf } from "./stageOf.ts";

const fresh: FlowFacts = {
  over: false,
  category: null,
  visit: "none",
  plan: false,
  placeIn1: false,
  placeIn2: false,
  noPlace: false,
  care: false,
};

const cases: readonly (readonly [sentence: string, facts: Partial<FlowFacts>, stage: Stage | null])[] = [
  ["just registered: the midwife talks about all of life", {}, "intake"],
  ["self-reliant: usual care goes on, alert to what is new", { category: "a" }, "self_reliant"],
  ["potentially vulnerable: the home visit is talked about", { category: "b" }, "ask_visit"],
  ["asked for, and not yet held", { category: "c", visit: "asked" }, "visit_asked"],
  ["visited: agreements are made together", { category: "c", visit: "held" }, "agreements"],
  ["a plan in category b: support that fits", { category: "b", visit: "held", plan: true }, "support"],
  ["a plan in category c: can the programme be part of it?", { category: "c", visit: "held", plan: true }, "decision"],
  ["a place, and the child is still to come", { category: "d", visit: "held", plan: true, placeIn1: true }, "placed"],
  ["a place, and the assistant came", { category: "d", visit: "held", placeIn1: true, care: true }, "maternity"],
  ["gone on to pillar 2", { category: "d", placeIn1: true, placeIn2: true, care: true }, "flexible"],
  ["seen in the maternity week only: straight into pillar 2", { category: "c", placeIn2: true }, "flexible"],
  ["no place: the usual support", { category: "c", visit: "held", noPlace: true }, "support"],
  ["a no of pillar 1 does not undo a place in pillar 2", { category: "c", noPlace: true, placeIn2: true }, "flexible"],
  ["with a place a later category changes nothing", { category: "a", placeIn1: true }, "placed"],
  ["the line ended, or a child was lost: the route asks nothing more", { over: true, category: "c", placeIn1: true }, null],
];
for (const [sentence, facts, stage] of cases) test(sentence, () => assert.equal(stageOf({ ...fresh, ...facts }), stage));
