import { historyTables, partNouns } from "../history.texts.ts";

type Columns = Readonly<Record<string, string | number | boolean | null>>;

/** A record as it was and became. */
export interface Change {
  readonly table: string;
  readonly part: string;
  readonly was: Columns | null;
  readonly became: Columns;
}

/** One line of the history: "Adres gewijzigd", with what it was and became. */
export interface Told {
  readonly title: string;
  readonly details: readonly string[];
}

/** Says a change in plain words; null when nothing that people read changed. `nouns`: what other concepts call their records. */
export function describeChange(change: Change, nouns: Readonly<Record<string, string>> = {}): Told | null {
  const known = historyTables[change.table];
  const noun = known?.noun ?? nouns[change.table] ?? partNouns[change.part] ?? "Gegevens";
  const title = `${noun} ${change.was === null ? "vastgelegd" : "gewijzigd"}`;
  if (!known) return { title, details: [] };
  const details = Object.entries(known.columns).flatMap(([column, [label, say]]) => {
    const [was, became] = [change.was?.[column] ?? null, change.became[column] ?? null];
    if (was === became || (change.was === null && (became === null || became === false))) return [];
    const now = became === null ? "leeg" : say(became);
    return [change.was === null ? `${label}: ${now}` : `${label}: ${was === null ? "leeg" : say(was)} werd ${now}`];
  });
  return change.was !== null && details.length === 0 ? null : { title, details };
}
