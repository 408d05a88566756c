import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { ClosingReason, HelpRequest, HelpState } from "../helpRequest.ts";

const columns = sql`r.id, r.reference, r.municipality_code as municipality, g.name as "municipalityName", r.topics, r.words, r.given_name as "givenName", r.channel, r.contact,
  r.safe_moments as "safeMoments", r.moment_words as "momentWords", r.others_may_answer as "othersMayAnswer", r.speaks, r.door_language as language,
  r.received_on as "receivedOn", r.due_on as "dueOn", r.state, r.taken_by as "takenBy", p.display_name as "takenByName", r.answered_on as "answeredOn",
  r.trajectory_id as "trajectoryId", r.closed_reason as "closedReason", r.version`;
const from = sql`help_request r join municipality g on g.code = r.municipality_code
  left join membership m on m.id = r.taken_by left join professional p on p.id = m.professional_id`;

/** Questions of the asker's organisation, those that wait longest first; closed ones of the last 30 days. */
export async function listHelpRequests(db: Db): Promise<readonly HelpRequest[]> {
  const { rows } = await sql<HelpRequest>`select ${columns} from ${from}
    where r.state <> 'closed' or r.received_on > app.today() - 30 order by array_position(array['waiting', 'taken', 'answered', 'closed'], r.state), r.due_on, r.created_at limit 300`.execute(
    db,
  );
  return rows;
}

/** Null when there is none, or it is another organisation's. */
export async function findHelpRequest(db: Db, id: string): Promise<HelpRequest | null> {
  const { rows } = await sql<HelpRequest>`select ${columns} from ${from} where r.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Questions that belong to this line. */
export async function listHelpRequestsOfLine(
  db: Db,
  trajectoryId: string,
): Promise<readonly { id: string; reference: string; receivedOn: Day }[]> {
  const { rows } = await sql<{ id: string; reference: string; receivedOn: Day }>`
    select id, reference, received_on as "receivedOn" from help_request where trajectory_id = ${trajectoryId} order by received_on desc`.execute(
    db,
  );
  return rows;
}

export const helpEventKinds = [
  "taken",
  "taken_over",
  "released",
  "no_contact",
  "spoke",
  "linked",
  "registered",
  "forwarded",
  "closed",
] as const;
export type HelpEventKind = (typeof helpEventKinds)[number];

export interface HelpEvent {
  readonly id: number;
  readonly kind: HelpEventKind;
  readonly onDay: Day;
  readonly note: string | null;
  readonly who: string;
  readonly organisation: string;
  readonly to: string | null;
}

/** What was done with a question, in its order. */
export async function listHelpEvents(db: Db, requestId: string): Promise<readonly HelpEvent[]> {
  const { rows } = await sql<HelpEvent>`
    select e.id, e.kind, e.on_day as "onDay", e.note, p.display_name as who, o.name as organisation, t.name as "to"
    from help_request_event e join professional p on p.id = e.professional_id join organisation o on o.id = e.organisation_id
    left join organisation t on t.id = e.to_organisation_id where e.request_id = ${requestId} order by e.id`.execute(db);
  return rows;
}

export async function addHelpEvent(
  db: Db,
  event: { requestId: string; organisationId: string; kind: HelpEventKind; onDay: Day; note: string | null },
): Promise<void> {
  await db
    .insertInto("help_request_event")
    .values({ request_id: event.requestId, organisation_id: event.organisationId, kind: event.kind, on_day: event.onDay, note: event.note })
    .execute();
}

export interface HelpChange {
  readonly state?: HelpState;
  readonly takenBy?: string | null;
  readonly answeredOn?: Day;
  readonly trajectoryId?: string;
  readonly closedReason?: ClosingReason;
}

/** False when someone else changed it meanwhile. */
export async function changeHelpRequest(db: Db, request: { id: string; version: number }, change: HelpChange): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("help_request")
    .set((row) => ({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.takenBy === undefined ? {} : { taken_by: change.takenBy }),
      ...(change.answeredOn === undefined ? {} : { answered_on: change.answeredOn }),
      ...(change.trajectoryId === undefined ? {} : { trajectory_id: change.trajectoryId }),
      ...(change.closedReason === undefined ? {} : { closed_reason: change.closedReason }),
      version: row("version", "+", 1),
    }))
    .where("id", "=", request.id)
    .where("version", "=", request.version)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}

/** False when someone else was first. Raises insufficient_privilege when nobody there answers questions. */
export async function forwardHelpRequest(db: Db, request: { id: string; version: number; to: string; why: string }): Promise<boolean> {
  const { rows } = await sql<{
    forwarded: boolean;
  }>`select trust.forward_help_request(${request.id}, ${request.version}, ${request.to}, ${request.why}) as forwarded`.execute(db);
  return rows[0]?.forwarded ?? false;
}

export interface Forwarded {
  readonly reference: string;
  readonly to: string;
  readonly onDay: Day;
  readonly state: HelpState;
}

/** What became of questions that were forwarded. */
export async function listForwarded(db: Db): Promise<readonly Forwarded[]> {
  const { rows } =
    await sql<Forwarded>`select reference, to_organisation as "to", on_day as "onDay", state from trust.forwarded_help_requests()`.execute(
      db,
    );
  return rows;
}

/** Other organisations that answer questions, those of this municipality first. */
export async function listOtherReceivers(
  db: Db,
  municipality: string,
  own: string,
): Promise<readonly { id: string; name: string; near: boolean }[]> {
  const { rows } = await sql<{ id: string; name: string; near: boolean }>`
    select o.id, o.name, exists (select from organisation_area a where a.organisation_id = o.id and a.municipality_code = ${municipality}) as near
    from organisation o where o.active and o.id <> ${own} and exists (select from membership m where m.organisation_id = o.id and trust.receives_help_requests(m.role)
      and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()) order by near desc, o.name`.execute(db);
  return rows;
}

/** The weekday (1 is Monday) and the hour now, in the Netherlands. */
export async function findMoment(db: Db): Promise<{ weekday: number; hour: number }> {
  const { rows } = await sql<{ weekday: number; hour: number }>`
    select extract(isodow from now() at time zone 'Europe/Amsterdam')::int as weekday, extract(hour from now() at time zone 'Europe/Amsterdam')::int as hour`.execute(
    db,
  );
  return rows[0] ?? { weekday: 1, hour: 0 };
}
