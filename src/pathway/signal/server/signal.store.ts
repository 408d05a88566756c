import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { MemberKind } from "../../../registry/family.ts";
import type { CareKind, FactorNow } from "../signal.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";

/** A signal with who recorded it and whom it is about, as far as the asker may see that. */
export interface SignalRow {
  readonly id: string;
  readonly notedTogether: string;
  readonly personKind: MemberKind | null;
  readonly personName: string | null;
  readonly careKind: CareKind;
  readonly factors: readonly string[];
  readonly seen: string | null;
  readonly observedOn: Day;
  readonly urgent: boolean;
  readonly discussedOn: Day | null;
  readonly state: "open" | "withdrawn";
  readonly withdrawnReason: string | null;
  readonly authorRole: string;
  readonly authorOrganisationId: string;
  readonly organisation: string;
  readonly author: string | null;
  readonly recordedOn: Day;
  readonly version: number;
}

export interface NewSignal {
  readonly trajectoryId: string;
  readonly notedTogether: string;
  readonly aboutPerson: string;
  readonly careKind: CareKind;
  readonly factors: readonly string[];
  readonly seen: string | null;
  readonly observedOn: Day;
  readonly urgent: boolean;
  readonly discussedOn: Day | null;
  readonly authorRole: string;
}

export async function insertSignal(db: Db, signal: NewSignal): Promise<void> {
  await db
    .insertInto("signal")
    .values({
      trajectory_id: signal.trajectoryId,
      noted_together: signal.notedTogether,
      about_person: signal.aboutPerson,
      care_kind: signal.careKind,
      factors: [...signal.factors],
      seen: signal.seen,
      observed_on: signal.observedOn,
      urgent: signal.urgent,
      discussed_on: signal.discussedOn,
      author_role: signal.authorRole,
      author_organisation_id: stampedFromSession,
    })
    .execute();
}

/** The signals of a line that the asker may see, the newest first; with a note only that one. */
export async function listSignals(db: Db, trajectoryId: string, note: string | null = null): Promise<readonly SignalRow[]> {
  const { rows } = await sql<SignalRow>`
    select s.id, s.noted_together as "notedTogether", m.kind as "personKind", m.given_name as "personName", s.care_kind as "careKind", s.factors, s.seen,
      s.observed_on as "observedOn", s.urgent, s.discussed_on as "discussedOn", s.state, s.withdrawn_reason as "withdrawnReason", s.author_role as "authorRole",
      s.author_organisation_id as "authorOrganisationId", o.name as organisation, p.display_name as author, s.recorded_on as "recordedOn", s.version
    from signal s join organisation o on o.id = s.author_organisation_id
    left join professional p on p.id = s.author_id left join family_member m on m.id = s.about_person
    where s.trajectory_id = ${trajectoryId} and (${note}::uuid is null or s.noted_together = ${note}::uuid)
    order by s.observed_on desc, s.created_at desc, s.care_kind limit 500`.execute(db);
  return rows;
}

/** Changes all that was noted together; the number of records that were still as the asker saw them. */
export async function updateNote(
  db: Db,
  note: { notedTogether: string; version: number },
  change: { discussedOn?: Day; state?: "open" | "withdrawn"; withdrawnReason?: string | null },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("signal")
    .set((signal) => ({
      ...(change.discussedOn === undefined ? {} : { discussed_on: change.discussedOn }),
      ...(change.state === undefined ? {} : { state: change.state, withdrawn_reason: change.withdrawnReason ?? null }),
      version: signal("version", "+", 1),
    }))
    .where("noted_together", "=", note.notedTogether)
    .where("version", "=", note.version)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Reminds the author as long as this is neither discussed nor withdrawn, and stops when it is. */
export async function watchSignals(db: Db, notedTogether: string, termDays: number): Promise<void> {
  await sql`select trust.watch_signals(${notedTogether}, ${termDays})`.execute(db);
}

/** What stands now, by factor: open, and discussed or of one's own organisation, as row-level security lets the asker see it. */
export async function listCurrentFactors(db: Db, trajectoryId: string): Promise<readonly FactorNow[]> {
  const { rows } = await sql<FactorNow>`
    select s.id as "signalId", f.code as "factorCode", f.label, f.kind, f.domain, (f.kind = 'risk' and (f.urgent or s.urgent)) as urgent, s.observed_on as "observedOn"
    from signal s cross join lateral unnest(s.factors) named join factor_now f on f.code = named
    where s.trajectory_id = ${trajectoryId} and s.state = 'open' order by f.kind, f.label, s.observed_on desc`.execute(db);
  return rows;
}

/** For a social partner: how many medical circumstances there are and the day of the newest; null when there are none or she sees them. */
export async function findHiddenMedical(db: Db, trajectoryId: string): Promise<{ howMany: number; newestOn: Day } | null> {
  const { rows } = await sql<{ howMany: number; newestOn: Day | null }>`
    select how_many as "howMany", newest_on as "newestOn" from trust.hidden_medical_signals(${trajectoryId})`.execute(db);
  const [found] = rows;
  return found && found.newestOn !== null ? { howMany: found.howMany, newestOn: found.newestOn } : null;
}
