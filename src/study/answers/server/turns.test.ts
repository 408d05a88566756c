import assert from "node:assert/strict";
import { test } from "node:test";
import { Turns } from "./turns.ts";

const patient = () => new AbortController().signal;

test("so many at once; who comes later waits, and the first who waited is next", async () => {
  const turns = new Turns({ atOnce: 2, mostWaiting: 10 });
  const [one, two] = [await turns.take(patient()), await turns.take(patient())];
  const order: string[] = [];
  const third = turns.take(patient()).then((done) => (order.push("third"), done));
  const fourth = turns.take(patient()).then((done) => (order.push("fourth"), done));
  one?.();
  one?.(); // calling it twice gives no second turn away
  const done = await third;
  assert.deepEqual(order, ["third"]);
  two?.();
  done?.();
  await fourth;
  assert.deepEqual(order, ["third", "fourth"]);
});

test("whose patience is over leaves the row, and her place goes to who comes after her", async () => {
  const turns = new Turns({ atOnce: 1, mostWaiting: 10 });
  const first = await turns.take(patient());
  const leaves = new AbortController();
  const second = turns.take(leaves.signal);
  const third = turns.take(patient());
  leaves.abort();
  assert.equal(await second, null);
  first?.();
  assert.notEqual(await third, null);
});

test("a row that is full takes nobody else: she is told at once", async () => {
  const turns = new Turns({ atOnce: 1, mostWaiting: 1 });
  const first = await turns.take(patient());
  const second = turns.take(patient());
  assert.equal(await turns.take(patient()), null);
  first?.();
  assert.notEqual(await second, null);
});
