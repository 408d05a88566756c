import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { describeChange, type Told } from "../rules/describeChange.ts";
import { changesOnPage, listChanges, type KeptChange } from "./history.store.ts";
import { findLine } from "./line.store.ts";

/** What one person did in one go. */
export interface HistoryEntry {
  readonly at: Date;
  readonly who: string;
  readonly told: readonly Told[];
}

/** What was recorded and changed on this line, newest first. Null when the line is not the asker's to see. */
export function readHistory(
  actor: Actor,
  trajectoryId: string,
  nouns: Readonly<Record<string, string>>,
): Promise<{ entries: readonly HistoryEntry[]; cut: boolean } | null> {
  return withActor(actor, "history.read", async ({ db, about }) => {
    const line = await findLine(db, trajectoryId);
    if (!line) return null;
    about({ trajectories: [trajectoryId], part: "identity" });
    const changes = await listChanges(db, line);
    return { entries: inOneGo(changes, nouns), cut: changes.length === changesOnPage };
  });
}

/** Changes of one transaction have the same moment: they are told together. */
function inOneGo(changes: readonly KeptChange[], nouns: Readonly<Record<string, string>>): readonly HistoryEntry[] {
  const entries = new Map<string, { at: Date; who: string; told: Told[] }>();
  for (const change of changes) {
    const told = describeChange(change, nouns);
    if (!told) continue;
    const who = change.who === null ? "Wieg" : [change.who, change.organisation].filter(Boolean).join(", ");
    const key = `${change.at.getTime()} ${who}`;
    const entry = entries.get(key) ?? { at: change.at, who, told: [] };
    if (!entry.told.some(({ title, details }) => title === told.title && details.join() === told.details.join())) entry.told.push(told);
    entries.set(key, entry);
  }
  return [...entries.values()];
}
