import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { StudyStanding } from "../../letters/letter.ts";

interface Row {
  readonly state: "taking_part" | "undecided";
  readonly t0: "open" | "completed" | "declined" | "expired" | null;
  readonly arm: "intervention" | "control" | null;
  readonly until: Day | null;
}

/**
 * Where she stands towards the studies, taken together: the strictest counts. A list that is open comes before everything, then her time to think, then
 * the arm: that of the comparison in any study keeps a letter in [domain 5.2].
 */
export async function findStudyStanding(db: Db, trajectoryId: string): Promise<StudyStanding> {
  const { rows } = await sql<Row>`select state, t0, arm, until from study.standing(${trajectoryId})`.execute(db);
  const open = rows.filter(({ t0 }) => t0 === "open");
  const thinking = rows.filter(({ state }) => state === "undecided");
  if (open.length > 0) return { state: "taking_part", t0: "open", arm: null, until: latest(open) };
  if (thinking.length > 0) return { state: "undecided", until: latest(thinking) };
  const [first] = rows;
  if (!first) return { state: "none" };
  const arm = rows.some((row) => row.arm === "control") ? "control" : rows.some((row) => row.arm === null) ? null : "intervention";
  return { state: "taking_part", t0: first.t0 ?? "expired", arm };
}

/** The last of the days; null when one of them is not known yet. */
const latest = (rows: readonly Row[]): Day | null =>
  rows.reduce<Day | null>((last, { until }) => (last === null || until === null ? null : until > last ? until : last), "0000-01-01");
