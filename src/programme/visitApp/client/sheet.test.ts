import assert from "node:assert/strict";
import { test } from "node:test";
import type { DaySheet, PhoneFamily, PhoneVisit, VisitEntry } from "../visitApp.ts";
import type { OutboxItem } from "./outbox.ts";
import { emptyDraft } from "./draft.ts";
import { dayLines, isUnplanned, pruneSheet, unplannedVisits } from "./sheet.ts";

const visit = (id: string, plannedFrom: string, line = id): PhoneVisit => ({
  id,
  trajectoryId: line,
  kind: "flexible",
  state: "planned",
  plannedFrom,
  plannedUntil: null,
  agreed: "",
  startedAt: null,
  endedAt: null,
  breakMinutes: 0,
  contents: [],
  observation: "",
  whyCode: null,
  why: "",
  recordedBy: "",
  version: 3,
});
const family = (trajectoryId: string) => ({ trajectoryId, name: trajectoryId }) as PhoneFamily;
const sheet: DaySheet = {
  today: "2026-11-22",
  tomorrow: "2026-11-23",
  families: [family("a"), family("b")],
  visits: [visit("b", "2026-11-23T08:00:00Z"), visit("a", "2026-11-22T13:00:00+01:00"), visit("early", "2026-11-22T08:00:00Z", "a")],
  contents: [],
  factors: [],
  refusedReasons: [],
  missedReasons: [],
};
const contact = { server: Date.parse("2026-11-22T07:00:00Z"), phone: Date.parse("2026-11-22T07:00:00Z") };
const later = (hours: number) => contact.phone + hours * 3_600_000;

test("today and tomorrow stay", () => assert.equal(pruneSheet(sheet, contact, later(2), 36)?.families.length, 2));

test("tomorrow, the families of today are gone by themselves", () => {
  const tomorrow = pruneSheet(sheet, contact, later(24), 36);
  assert.deepEqual(
    tomorrow?.families.map(({ name }) => name),
    ["b"],
  );
});

test("without contact for too long there is nothing left", () => assert.equal(pruneSheet(sheet, contact, later(37), 36), null));

test("a clock that was put back keeps nothing longer than it would have", () =>
  assert.equal(pruneSheet(sheet, contact, later(-99), 36)?.today, "2026-11-22"));

test("the order of the day is that of the clock, whatever zone a moment was written in", () =>
  assert.deepEqual(
    dayLines(sheet, [], "2026-11-22").map((line) => line.visit.id),
    ["early", "a"],
  ));

test("what she sent shows until Wieg has something newer", () => {
  const sent = (version: number): OutboxItem => ({
    entry: { entryId: "1", visitId: "a", enteredAt: "2026-11-22T12:00:00Z" } as VisitEntry,
    sending: { state: "sent", version, note: null, on: "2026-11-22T12:00:00Z" },
    tried: true,
  });
  const mine = (item: OutboxItem) => dayLines(sheet, [item], "2026-11-22").find((line) => line.visit.id === "a")?.mine;
  assert.ok(mine(sent(3)));
  assert.equal(mine(sent(2)), null);
});

test("a visit that nobody planned stands in her day from its first press until Wieg has it", () => {
  const drafts = { new: { ...emptyDraft, unplanned: { trajectoryId: "a", at: "2026-11-22T09:30:00Z" } } };
  const noting = dayLines(sheet, [], "2026-11-22", drafts);
  assert.deepEqual(
    noting.map(({ visit: { id } }) => id),
    ["early", "new", "a"],
  );
  assert.ok(noting[1] && isUnplanned(noting[1].visit));
  const entry = {
    visitId: "new",
    trajectoryId: "a",
    sawVersion: null,
    started: { at: "2026-11-22T07:00:00Z", by: "typed" },
    enteredAt: "2026-11-22T10:00:00Z",
  };
  const saved = [{ entry: entry as VisitEntry, sending: { state: "waiting" }, tried: false }] as readonly OutboxItem[];
  assert.deepEqual(
    dayLines(sheet, saved, "2026-11-22").map(({ visit: { id }, mine }) => [id, mine?.sending.state]),
    [
      ["new", "waiting"],
      ["early", undefined],
      ["a", undefined],
    ],
  );
  const inWieg = { ...sheet, visits: [...sheet.visits, { ...visit("new", "2026-11-22T07:00:00Z", "a"), version: 1 }] };
  assert.deepEqual(unplannedVisits(inWieg, saved, drafts), [], "then it is a visit as any other");
});
