import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Colleague, Seat, Session, Training } from "../training.ts";

const columns = sql`s.id, s.kind, s.module_code as module, s.on_day as "onDay", s.begins, s.ends, s.place, s.trainer, s.with_expert as "withExpert",
  s.open_to_partners as "openToPartners", s.seats, s.cancelled, s.organisation_id as "organisationId", s.version,
  (select e.state from training_seat e where e.session_id = s.id and e.professional_id = (select trust.my_professional())) as mine`;

/** Sessions that the asker may see: those to come first, and after them the newest that were held. */
export async function listSessions(db: Db): Promise<readonly Session[]> {
  const { rows } = await sql<Session>`
    with shown as (select ${columns} from training_session s where s.on_day >= app.today() - 400 order by s.on_day desc limit 60)
    select s.*, coalesce(t.taken, 0) as taken from shown s
    left join trust.seats_taken(array(select id from shown)) t on t.session_id = s.id order by s."onDay", s.begins, s.id`.execute(db);
  return rows;
}

export async function findSession(db: Db, id: string): Promise<Session | null> {
  const { rows } = await sql<Session>`
    select ${columns}, coalesce((select t.taken from trust.seats_taken(array[s.id]) t), 0) as taken from training_session s where s.id = ${id}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Who signed up, as far as the asker may see: of her own session the coordinator everybody, else oneself. */
export async function listSeats(db: Db, sessionId: string): Promise<readonly Seat[]> {
  const { rows } = await sql<Seat>`
    select e.id, e.session_id as "sessionId", e.professional_id as "professionalId", p.display_name as name, o.name as organisation, e.state, e.version
    from training_seat e join professional p on p.id = e.professional_id join organisation o on o.id = e.membership_organisation_id
    where e.session_id = ${sessionId} order by p.display_name, e.id`.execute(db);
  return rows;
}

/** Trainings that these professionals finished, as far as the asker may see them. */
export async function listTrainings(db: Db, professionalIds: readonly string[]): Promise<readonly Training[]> {
  const { rows } = await sql<Training>`
    select e.professional_id as "professionalId", s.module_code as module, s.on_day as "doneOn" from training_seat e
      join training_session s on s.id = e.session_id and s.kind = 'module' and not s.cancelled
      where e.state = 'attended' and e.professional_id = any(${professionalIds}::uuid[])
    union all
    select x.professional_id, x.module_code, x.done_on from training_elsewhere x where not x.taken_back and x.professional_id = any(${professionalIds}::uuid[])`.execute(
    db,
  );
  return rows;
}

/** When each of them last took part in a peer review. */
export async function listPeerReviews(db: Db, professionalIds: readonly string[]): Promise<readonly { professionalId: string; on: Day }[]> {
  const { rows } = await sql<{ professionalId: string; on: Day }>`
    select e.professional_id as "professionalId", max(s.on_day) as on from training_seat e
      join training_session s on s.id = e.session_id and s.kind = 'peer_review' and not s.cancelled
      where e.state = 'attended' and e.professional_id = any(${professionalIds}::uuid[]) group by 1`.execute(db);
  return rows;
}

/** Who works at an organisation today in one of these roles. */
export async function listColleagues(db: Db, organisationId: string, roles: readonly string[]): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select m.professional_id as "professionalId", p.display_name as name, m.role, min(m.since) as since
    from membership m join professional p on p.id = m.professional_id
    where m.organisation_id = ${organisationId} and m.role = any(${roles}::text[]) and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
    group by 1, 2, 3 order by 2`.execute(db);
  return rows;
}

export async function listAmbassadors(db: Db): Promise<readonly { professionalId: string; name: string; since: Day }[]> {
  const { rows } = await sql<{ professionalId: string; name: string; since: Day }>`
    select a.professional_id as "professionalId", p.display_name as name, a.since from training_ambassador a
    join professional p on p.id = a.professional_id where a.until is null order by p.display_name`.execute(db);
  return rows;
}

/** For who steers: how far the training is, without a name. */
export async function listCounted(
  db: Db,
  organisationId: string,
): Promise<readonly { role: string; since: Day; trainings: readonly { module: string; doneOn: Day }[] }[]> {
  const { rows } = await sql<{ role: string; since: Day; trainings: readonly { module: string; doneOn: Day }[] }>`
    select role, since, trainings from trust.training_counts(${organisationId})`.execute(db);
  return rows;
}

export type NewSession = Omit<Session, "id" | "taken" | "cancelled" | "mine" | "organisationId" | "version">;

const row = (one: NewSession) => ({
  kind: one.kind,
  module_code: one.module,
  on_day: one.onDay,
  begins: one.begins,
  ends: one.ends,
  place: one.place,
  trainer: one.trainer,
  with_expert: one.withExpert,
  open_to_partners: one.openToPartners,
  seats: one.seats,
});

export async function insertSession(db: Db, organisationId: string, one: NewSession): Promise<string> {
  const { id } = await db
    .insertInto("training_session")
    .values({ ...row(one), organisation_id: organisationId })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** False when someone else was first. */
export async function updateSession(db: Db, id: string, seen: number, one: NewSession & { cancelled: boolean }): Promise<boolean> {
  const changed = await db
    .updateTable("training_session")
    .set({ ...row(one), cancelled: one.cancelled, version: seen + 1 })
    .where("id", "=", id)
    .where("version", "=", seen)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Its answer: done, full, over, already, not-a-colleague or session-not-found. */
export async function takeSeat(db: Db, sessionId: string, professionalId: string): Promise<string> {
  const { rows } = await sql<{ answer: string }>`select trust.take_seat(${sessionId}, ${professionalId}) as answer`.execute(db);
  return rows[0]?.answer ?? "session-not-found";
}

export async function leaveSeat(db: Db, sessionId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select trust.leave_seat(${sessionId}) as done`.execute(db);
  return rows[0]?.done === true;
}

export async function noteAttendance(db: Db, sessionId: string, seatIds: readonly string[]): Promise<string> {
  const { rows } = await sql<{ answer: string }>`select trust.note_attendance(${sessionId}, ${seatIds}::uuid[]) as answer`.execute(db);
  return rows[0]?.answer ?? "session-not-found";
}

export async function insertElsewhere(
  db: Db,
  one: { organisationId: string; professionalId: string; module: string; doneOn: Day },
): Promise<void> {
  await db
    .insertInto("training_elsewhere")
    .values({ organisation_id: one.organisationId, professional_id: one.professionalId, module_code: one.module, done_on: one.doneOn })
    .execute();
}

export async function nameAmbassador(db: Db, organisationId: string, professionalId: string): Promise<void> {
  await db.insertInto("training_ambassador").values({ organisation_id: organisationId, professional_id: professionalId }).execute();
}

export async function endAmbassador(db: Db, professionalId: string, on: Day): Promise<boolean> {
  const changed = await db
    .updateTable("training_ambassador")
    .set((eb) => ({ until: on, version: eb("version", "+", 1) }))
    .where("professional_id", "=", professionalId)
    .where("until", "is", null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
