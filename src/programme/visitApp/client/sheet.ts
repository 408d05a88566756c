import type { DaySheet, PhoneFamily, PhoneVisit } from "../visitApp.ts";
import type { Draft } from "./draft.ts";
import type { OutboxItem } from "./outbox.ts";
import { dayAfter, dayOf, rightNow, type Contact } from "./phoneClock.ts";

/** What may stand on the phone now: families of today and tomorrow, and nothing at all when there was no contact for too long. */
export function pruneSheet(sheet: DaySheet, contact: Contact, phone: number, keepHours: number): DaySheet | null {
  const now = rightNow(contact, phone);
  if (now - contact.server > keepHours * 3_600_000) return null;
  const today = dayOf(now);
  const visits = sheet.visits.filter((visit) => [today, dayAfter(today)].includes(dayOfVisit(visit)));
  const seen = new Set(visits.map(({ trajectoryId }) => trajectoryId));
  return {
    ...sheet,
    today,
    tomorrow: dayAfter(today),
    visits,
    families: sheet.families.filter(({ trajectoryId }) => seen.has(trajectoryId)),
  };
}

export const dayOfVisit = (visit: Pick<PhoneVisit, "plannedFrom" | "startedAt">): string =>
  dayOf(Date.parse(visit.plannedFrom ?? visit.startedAt ?? ""));

/** A visit that nobody planned, as long as Wieg does not have it: of what she is noting, and of what she saved. */
export function unplannedVisits(
  sheet: DaySheet,
  outbox: readonly OutboxItem[],
  drafts: Readonly<Record<string, Draft>>,
): readonly PhoneVisit[] {
  const known = new Set(sheet.visits.map(({ id }) => id));
  const noted = Object.entries(drafts).flatMap(([id, { unplanned }]) => (unplanned ? [{ id, ...unplanned }] : []));
  const saved = outbox
    .filter(({ entry, sending }) => entry.sawVersion === null && sending.state !== "let-go")
    .map(({ entry }) => ({ id: entry.visitId, trajectoryId: entry.trajectoryId, at: entry.started?.at ?? entry.enteredAt }));
  const all = new Map([...noted, ...saved].filter(({ id }) => !known.has(id)).map((one) => [one.id, one]));
  return [...all.values()].map(({ id, trajectoryId, at }) => ({ ...nobodyPlanned, id, trajectoryId, startedAt: at }));
}

/** Its version is 0: it stands nowhere but here. */
const nobodyPlanned: Omit<PhoneVisit, "id" | "trajectoryId" | "startedAt"> = {
  kind: "maternity",
  state: "planned",
  plannedFrom: null,
  plannedUntil: null,
  agreed: "",
  endedAt: null,
  breakMinutes: 0,
  contents: [],
  observation: "",
  whyCode: null,
  why: "",
  recordedBy: "",
  version: 0,
};
export const isUnplanned = ({ version }: Pick<PhoneVisit, "version">): boolean => version === 0;

/** One line of her day: what was planned, and what she made of it. */
export interface DayLine {
  readonly visit: PhoneVisit;
  readonly family: PhoneFamily;
  /** What she saved last on this phone, sent or not; null when nothing, or when Wieg has something newer. */
  readonly mine: OutboxItem | null;
}

/** Her visits of a day in the order of the day, those that nobody planned among them. */
export function dayLines(
  sheet: DaySheet,
  outbox: readonly OutboxItem[],
  day: string,
  drafts: Readonly<Record<string, Draft>> = {},
): readonly DayLine[] {
  const lines: DayLine[] = [];
  for (const visit of [...sheet.visits, ...unplannedVisits(sheet, outbox, drafts)]) {
    if (dayOfVisit(visit) !== day) continue;
    const family = sheet.families.find(({ trajectoryId }) => trajectoryId === visit.trajectoryId);
    if (family) lines.push({ visit, family, mine: lastOf(outbox, visit) });
  }
  return lines.sort((one, other) => begin(one.visit).localeCompare(begin(other.visit)));
}

const begin = (visit: PhoneVisit): string => new Date(visit.plannedFrom ?? visit.startedAt ?? 0).toISOString();

/** The last that she saved of a visit. What Wieg changed after it was sent counts more. */
export function lastOf(outbox: readonly OutboxItem[], visit: Pick<PhoneVisit, "id" | "version">): OutboxItem | null {
  const all = outbox.filter(({ entry, sending }) => entry.visitId === visit.id && sending.state !== "let-go");
  const last = all.sort((one, other) => one.entry.enteredAt.localeCompare(other.entry.enteredAt)).at(-1) ?? null;
  return last?.sending.state === "sent" && last.sending.version < visit.version ? null : last;
}
