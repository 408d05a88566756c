import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { handoverMoves, openStates, type HandoverMove, type HandoverState, type HandoverStatus } from "../handover.ts";
import { decideMove, moves, responsibleSide } from "./handoverMoves.ts";
import { workOfHandover } from "./handoverWork.ts";
import { letsGo } from "./letsGo.ts";

// Any order of events on one family and three organisations: never a family with nobody responsible, never access without a ground.

const day = "2026-11-09";
const sign = { membershipId: "m", name: "M", role: "midwife", on: day };
const statuses: Readonly<Record<HandoverState, HandoverStatus>> = {
  prepared: { state: "prepared" },
  offered: { state: "offered", from: sign, answerBy: day },
  accepted: { state: "accepted", from: sign, to: sign },
  held: { state: "held", from: sign, to: sign, heldOn: day, heldBy: "receiver" },
  given: { state: "given", from: sign, outside: { to: "Praktijk in een andere streek", way: "family" } },
  declined: { state: "declined", from: sign, endedOn: day, reason: "other", note: null },
  withdrawn: { state: "withdrawn", endedOn: day, reason: "mistake", note: null, wasOffered: true },
};

interface Handed {
  readonly from: number;
  readonly to: number;
  readonly stays: boolean;
  state: HandoverState;
}
interface World {
  readonly handed: Handed[];
  /** By organisation: has an open care relation; may know the family and read its plan; takes part. */
  readonly involved: boolean[];
  readonly allowed: boolean[];
  readonly active: boolean[];
  responsible: number;
  lead: number;
}
const newWorld = (): World => ({
  handed: [],
  involved: [true, false, false],
  allowed: [false, false, false],
  active: [true, true, true],
  responsible: 0,
  lead: 0,
});

const organisation = fc.nat(2);
/** Mostly moves, and mostly on what was begun last, so that long lives are walked. */
const event = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant("prepare" as const), from: organisation, to: organisation, stays: fc.boolean() }) },
  {
    weight: 14,
    arbitrary: fc.record({ what: fc.constant("move" as const), at: fc.nat(3), move: fc.constantFrom(...handoverMoves), by: organisation }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ what: fc.constantFrom("allow", "allow", "forbid", "close", "open", "open", "lead"), by: organisation }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;

/** What the database does at each event. */
function apply(world: World, one: Event): void {
  if (one.what === "prepare") {
    if (one.from !== one.to && world.involved[one.from] && world.active[one.from])
      world.handed.push({ from: one.from, to: one.to, stays: one.stays, state: "prepared" });
  } else if (one.what === "move") {
    const handed = world.handed.at(-1 - (one.at % Math.max(1, world.handed.length)));
    if (handed && world.active[one.by]) moveOne(world, handed, one.move, one.by);
  } else if (one.what === "lead") {
    if (world.involved[one.by] && world.allowed[one.by]) world.lead = one.by;
  } else if (one.what === "allow" || one.what === "forbid") world.allowed[one.by] = one.what === "allow";
  else world.active[one.by] = one.what === "open";
  for (const handed of world.handed) if (handed.state === "held") letGo(world, handed);
}

function moveOne(world: World, handed: Handed, move: HandoverMove, by: number): void {
  const consent = { inForce: world.allowed[handed.to] ?? false, withdrawnOn: null, parts: ["identity", "plan"] };
  const sides = { sender: by === handed.from, receiver: by === handed.to && handed.state !== "prepared" };
  if (decideMove(move, { state: handed.state, sides, consent }) !== "go") return;
  handed.state = moves[move].to;
  if (move !== "accept") return;
  world.involved[handed.to] = true;
  // Who answered for the family is relieved; who had handed it on already is not asked again.
  if (world.responsible === handed.from) world.responsible = handed.to;
}

function letGo(world: World, handed: Handed): void {
  const { from, to, stays, state } = handed;
  const later = world.handed.slice(world.handed.indexOf(handed) + 1);
  const receivedSince = later.some((one) => one.to === from && responsibleSide(one.state) === "receiver");
  const facts = {
    state,
    senderStays: stays,
    senderLeads: world.lead === from,
    receiverInvolved: (world.involved[to] && world.active[to]) ?? false,
    receivedSince,
  };
  if (letsGo(facts) === "goes") world.involved[from] = false;
}

const readsWords = (world: World, { to, state }: Handed): boolean =>
  (state === "accepted" || state === "held") && (world.involved[to] ?? false) && (world.allowed[to] ?? false);

const walk = (check: (world: World) => void) =>
  fc.assert(
    fc.property(fc.array(event, { minLength: 20, maxLength: 120, size: "max" }), (events) => {
      const world = newWorld();
      for (const one of events) {
        apply(world, one);
        check(world);
      }
    }),
    { numRuns: 1500 },
  );

test("in every order of events somebody is responsible, and is involved; and so is who leads", () =>
  walk((world) => {
    assert.equal(world.involved[world.responsible], true, "nobody is responsible");
    assert.equal(world.involved[world.lead], true, "the lead is not involved");
  }));

test("until it is accepted the sender is responsible, and whatever is open is someone's own work, seen by both sides once it is offered", () =>
  walk((world) => {
    for (const { state } of world.handed) {
      if (responsibleSide(state) === "receiver") assert.ok(state === "accepted" || state === "held");
      if (!openStates.includes(state)) continue;
      const work = workOfHandover({ momentOn: day, senderStays: true, status: statuses[state] }, { senderLeads: false });
      assert.ok(
        work.some(({ side }) => side === "mine"),
        `nobody owns ${state}`,
      );
      if (state !== "prepared")
        assert.deepEqual(
          [...new Set(work.map((item) => item.for))].toSorted((a, b) => (a < b ? -1 : 1)),
          ["receiver", "sender"],
        );
    }
  }));

test("nobody reads its words without having accepted, without a relation, or without consent; nobody comes in without consent", () =>
  walk((world) => {
    for (const handed of world.handed) {
      if (!readsWords(world, handed)) continue;
      assert.ok(world.allowed[handed.to] && world.involved[handed.to] && responsibleSide(handed.state) === "receiver");
    }
    for (const [one, involved] of world.involved.entries())
      assert.ok(
        !involved || one === 0 || world.handed.some(({ to, state }) => to === one && ["accepted", "held"].includes(state)),
        "a relation without a ground",
      );
  }));

test("without consent nobody comes in, whatever else happens", () =>
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const world = newWorld();
      for (const one of events) if (one.what !== "allow") apply(world, one);
      assert.deepEqual(world.involved, [true, false, false]);
    }),
  ));

test("what ended tells the other side, and moves no more", () => {
  const both = { sender: true, receiver: true };
  const consent = { inForce: true, withdrawnOn: null, parts: ["identity", "plan"] };
  for (const state of ["held", "declined", "withdrawn"] as const) {
    const work = workOfHandover({ momentOn: day, senderStays: true, status: statuses[state] }, { senderLeads: false });
    assert.ok(work.every(({ side }) => side === "mine") && work.length === 1, state);
    for (const move of handoverMoves) assert.notEqual(decideMove(move, { state, sides: both, consent }), "go", `${state} ${move}`);
  }
});

test("who leads and does not stay is asked to give the lead on as well", () => {
  const kinds = (senderLeads: boolean, senderStays: boolean) =>
    workOfHandover({ momentOn: day, senderStays, status: statuses.accepted }, { senderLeads }).map(({ kind }) => kind);
  assert.ok(kinds(true, false).includes("handover.lead"));
  assert.ok(!kinds(true, true).includes("handover.lead") && !kinds(false, false).includes("handover.lead"));
});
