import type pg from "pg";
import { anyRow, putRow } from "./anyRow.ts";

/** Columns that a policy looks at beside the usual ones, so that the row is one that may be shared. */
const shareable = { discussed_on: "2026-01-06", discussed: true, care_kind: "social", own_person: null };

/** Of a handover that is being prepared only its own organisation knows. */
const shownHandover = { state: "withdrawn", reason: "mistake", ended_on: "2026-01-06" };

/** Where a table's own checks want columns to agree with each other. */
const agreeing: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  signal: { factors: ["debt"] },
  consent_ask: { parts: ["identity"] },
  programme_decision: { criteria: "[]" },
  vulnerability_assessment: { way: "after_visit", category: "a" },
  plan_agreement: { responsible_kind: "network", responsible_name: "verzonnen tekst" },
  handover: { ...shownHandover, moment_on: "2026-01-30" },
  handover_entry: { signed: true, heading: "works" },
  plan_evaluation: { outcome: "reached" },
  care_visit: { planned_from: "2026-01-05T10:00:00Z", planned_until: "2026-01-05T12:00:00Z" },
  hour_line: { month: "2026-01-01" },
  flexible_decision: { kind: "ended", outcome: "self_reliant" },
  youth_contact: { on_day: "2026-01-06" },
  study_proposal: { asks: ["study_1"] },
};

/** Of no family themselves, but care data refer to them: each with what its own checks want, and nothing of the family in it. */
const standing: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  conference_series: { name: "Overleg van de regio" },
  conference_sitting: { starts_at: "09:00", ends_at: "10:00", place: "Zaal 1" },
  support_group: { name: "Groep van de regio" },
  group_session: { begins: "10:00", ends: "11:00" },
};

/** A line on which the rows are made, and who recorded it. */
export interface On {
  readonly trajectoryId: string;
  readonly familyId: string;
  readonly motherId: string;
  readonly by: { readonly organisationId: string; readonly professionalId: string; readonly membershipId: string };
}

/** A row of each table, by table; and of which tables no row could be made, with the reason. */
export interface Made {
  readonly rows: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly failed: readonly string[];
}

/** A row in every table, those that others refer to first; tables that refer to one not made yet come later. */
export async function oneOfEach(owner: pg.Client, tables: readonly string[], on: On): Promise<Made> {
  const known = new Map([
    ["trajectory", on.trajectoryId],
    ["family", on.familyId],
    ["family_member", on.motherId],
    ["organisation", on.by.organisationId],
    ["professional", on.by.professionalId],
    ["membership", on.by.membershipId],
  ]);
  const rows = new Map<string, Readonly<Record<string, unknown>>>();
  const problems = new Map<string, string>();
  let waiting = [...Object.keys(standing), ...tables];
  for (let round = 0; waiting.length > 0 && round < 5; round += 1) {
    const left: string[] = [];
    for (const name of waiting) {
      await owner.query("begin");
      try {
        const row =
          name === "trajectory" || name === "family"
            ? { id: known.get(name) }
            : await anyRow(owner, name, known, { ...shareable, ...agreeing[name], ...standing[name] });
        if (!known.has(name) || name === "family_member") await putRow(owner, name, row);
        await owner.query("commit");
        if (!(name in standing)) rows.set(name, row);
        if (!known.has(name)) known.set(name, String(row["id"]));
      } catch (error) {
        await owner.query("rollback");
        left.push(name);
        problems.set(name, String(error));
      }
    }
    waiting = left;
  }
  return { rows, failed: waiting.map((name) => `${name}: ${problems.get(name)}`) };
}
