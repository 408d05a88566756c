import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sittingMoves, type ItemState, type SittingMove, type SittingState } from "../sitting.ts";
import { decideSitting, itemMoveTable, seesCase, sittingMoveTable, takesOff } from "./sittingMoves.ts";

// Any order of events over any number of cases: nobody keeps sight of a case, no case is lost between two sittings, none is decided unseen.

const days = ["2026-03-08", "2026-03-09", "2026-03-10"] as const;
interface World {
  state: SittingState;
  heldOn: string;
  today: string;
  readonly items: { state: ItemState; allowed: boolean; waits: boolean }[];
}
type Event =
  | { readonly is: "move"; readonly move: SittingMove; readonly item: number; readonly day: number }
  | { readonly is: "consent"; readonly item: number; readonly given: boolean }
  | { readonly is: "night" };

const takeOff = (world: World, which: (item: World["items"][number]) => boolean) => {
  for (const item of world.items)
    if (item.state === itemMoveTable.take_off.from && which(item) && itemMoveTable.take_off.sitting.includes(world.state))
      item.state = itemMoveTable.take_off.to;
};

/** What the database does. */
function apply(world: World, event: Event): void {
  const item = event.is === "night" ? undefined : world.items[event.item % world.items.length];
  if (event.is === "night") world.today = days[days.indexOf(world.today as (typeof days)[number]) + 1] ?? world.today;
  if (event.is === "consent" && item) {
    item.allowed = event.given;
    takeOff(world, ({ allowed }) => !allowed);
  }
  if (event.is !== "move" || decideSitting(event.move, world) !== "go") return;
  const { to } = sittingMoveTable[event.move];
  if (event.move === "set_agenda" && item?.waits && item.allowed) item.state = "on_agenda";
  if (event.move === "move") world.heldOn = days[event.day % days.length] ?? world.heldOn;
  if (
    event.move === "decide" &&
    item?.state === itemMoveTable.decide.from &&
    item.allowed &&
    itemMoveTable.decide.sitting.includes(world.state)
  ) {
    item.state = itemMoveTable.decide.to;
    item.waits = false;
  }
  if (event.move === "open") takeOff(world, ({ allowed }) => !allowed);
  world.state = to ?? world.state;
  if (takesOff[event.move]) takeOff(world, () => true);
}

const anEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ is: fc.constant("move" as const), move: fc.constantFrom(...sittingMoves), item: fc.nat(4), day: fc.nat(2) }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant("consent" as const), item: fc.nat(4), given: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ is: "night" as const }) },
);
const life = fc.array(anEvent, { maxLength: 40 });
const start = (count: number): World => ({
  state: "planned",
  heldOn: "2026-03-09",
  today: "2026-03-08",
  items: Array.from({ length: count }, () => ({ state: "off" as ItemState, allowed: true, waits: true })),
});
const walk = (look: (world: World, before: World) => void) =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), life, (count, events) => {
      const world = start(count);
      for (const event of events) {
        const before = structuredClone(world);
        apply(world, event);
        look(world, before);
      }
    }),
    { numRuns: 500 },
  );
const seen = (world: World, item: World["items"][number]) => seesCase(world, item.state, item.allowed, world.today);

test("once a sitting is held or cancelled nobody at its table sees a case, and nothing is left on its agenda", () =>
  walk((world) => {
    if (world.state !== "held" && world.state !== "cancelled") return;
    for (const item of world.items) assert.ok(!seen(world, item) && item.state !== "on_agenda");
  }));

test("a case that the family does not allow is on no agenda", () =>
  walk((world) => {
    for (const item of world.items) assert.ok(item.allowed || item.state !== "on_agenda");
  }));

test("a case either waits or was discussed: none is lost, whatever happens to the sitting", () =>
  walk((world) => {
    for (const item of world.items) assert.equal(item.waits, item.state !== "discussed");
  }));

test("what was decided was decided in an open sitting, on a case that was on its agenda", () =>
  walk((world, before) => {
    world.items.forEach((item, nr) => {
      if (item.state === "discussed" && before.items[nr]?.state !== "discussed")
        assert.deepEqual([before.state, before.items[nr]?.state, before.items[nr]?.allowed], ["open", "on_agenda", true]);
    });
  }));

test("a held or cancelled sitting never begins again", () =>
  walk((world, before) => {
    if (before.state === "held" || before.state === "cancelled") assert.equal(world.state, before.state);
  }));
