import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { familyNews } from "../../../registry/familyNews.texts.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type {
  Addressee,
  CareKind,
  FamilyReader,
  Message,
  Participant,
  Thread,
  ThreadPart,
  ThreadState,
  ThreadSubject,
} from "../messages.ts";

/** The mother has no name in a conversation: it is hers, on her own line. */
const familyName = "de moeder";

const threadRows = sql`
  select t.id, t.trajectory_id as "trajectoryId", p.name as part, t.care_kind as "careKind", t.own_person is not null as "aboutPartner", t.with_person is not null as "withFamily", t.topic, t.state, t.messages,
    t.begun_on as "begunOn", case when t.author_id is not null or t.with_person is null then o.name end as "begunBy", t.last_at as "lastAt", t.version,
    case when t.subject_kind is not null then json_build_object('kind', t.subject_kind, 'id', t.subject_id) end as subject,
    exists (select from work_item w where w.trajectory_id = t.trajectory_id and w.kind = 'message.unread' and w.subject_id = t.id and w.closed_at is null) as unread
  from message_thread t join part p on p.code = t.part join organisation o on o.id = t.author_organisation_id`;

/** The conversations of a line that the asker may read, the newest first; with words only those in which they stand. */
export async function listThreads(db: Db, trajectoryId: string, limit: number, words: string | null = null): Promise<readonly Thread[]> {
  if (holdsNone(db, trajectoryId, "message_thread")) return [];
  const sought = words === null ? null : `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<Thread>`${threadRows}
    where t.trajectory_id = ${trajectoryId} and (${sought}::text is null or t.topic ilike ${sought}
      or exists (select from message m where m.thread_id = t.id and app.plain_text(m.words) like app.plain_text(${sought})))
    order by t.last_at desc limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

export async function findThread(db: Db, trajectoryId: string, threadId: string): Promise<Thread | null> {
  const { rows } = await sql<Thread>`${threadRows} where t.trajectory_id = ${trajectoryId} and t.id = ${threadId}`.execute(db);
  return rows[0] ?? null;
}

/** Of one conversation, a page of its messages, in their order; `mine` sees who read her own. */
export async function listMessages(
  db: Db,
  threadId: string,
  mine: string,
  page: { from: number; to: number },
): Promise<readonly Message[]> {
  const { rows } = await sql<Message>`
    select m.id, m.number, m.kind, m.words, (select c.number from message c where c.id = m.corrects) as corrects,
      (select max(n.number) from message n where n.corrects = m.id) as "correctedBy", case when m.author_person is null then coalesce(p.display_name, 'Onbekend') else ${familyName} end as author,
      m.author_id as "authorId", m.author_person is not null as "fromFamily", o.name as organisation,
      (select coalesce(f.display_name, 'het team van ' || g.name) from message_participant a join organisation g on g.id = a.organisation_id
        left join membership b on b.id = a.membership_id left join professional f on f.id = b.professional_id where a.id = m.about_participant) as about,
      m.created_at as at,
      (select coalesce(json_agg(json_build_object('name', coalesce(q.display_name, ${familyName}), 'at', r.created_at) order by r.created_at), '[]')
        from message_receipt r left join professional q on q.id = r.author_id
        where r.message_id = m.id and m.author_id = ${mine}) as "readBy"
    from message m join organisation o on o.id = m.author_organisation_id left join professional p on p.id = m.author_id
    where m.thread_id = ${threadId} and m.number between ${page.from} and ${page.to} order by m.number`.execute(db);
  return rows;
}

/** The number of the last message; 0 when there is none to see. */
export async function lastNumber(db: Db, threadId: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(number), 0) as last from message where thread_id = ${threadId}`.execute(
    db,
  );
  return rows[0]?.last ?? 0;
}

/** What the own organisation wrote in conversations that the asker can't read (any more): it stays its own record. */
export async function listOwnElsewhere(
  db: Db,
  trajectoryId: string,
): Promise<readonly { id: string; at: string; author: string; words: string }[]> {
  const { rows } = await sql<{ id: string; at: string; author: string; words: string }>`
    select m.id, m.created_at as at, coalesce(p.display_name, 'Onbekend') as author, m.words from message m left join professional p on p.id = m.author_id
    where m.trajectory_id = ${trajectoryId} and m.author_organisation_id = trust.my_organisation() and m.kind = 'words' and m.author_person is null
      and not exists (select from message_thread t where t.id = m.thread_id) order by m.created_at desc limit 50`.execute(db);
  return rows;
}

export async function listPeople(db: Db, threadId: string): Promise<readonly Participant[]> {
  const { rows } =
    await sql<Participant>`select id, membership_id as "membershipId", organisation_id as "organisationId", organisation, role, name, since, reads, works
    from trust.thread_people(${threadId})`.execute(db);
  return rows;
}

/** Whether the mother has pages of her own now; null for who is not involved. */
export async function findFamilyReader(db: Db, trajectoryId: string): Promise<FamilyReader | null> {
  const { rows } =
    await sql<FamilyReader>`select reads, mailed, after_loss as "afterLoss" from trust.family_reader(${trajectoryId})`.execute(db);
  return rows[0] ?? null;
}

/** How far the mother read a conversation with her, and when; null: not yet. */
export async function findFamilyRead(db: Db, threadId: string): Promise<{ number: number; at: string } | null> {
  const { rows } = await sql<{ number: number; at: string }>`select m.number, r.created_at as at
    from message_receipt r join message m on m.id = r.message_id where r.thread_id = ${threadId} and r.reader_person is not null order by m.number desc limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Off the asker's own list, and a receipt for who wrote. */
export async function markRead(db: Db, threadId: string): Promise<void> {
  await sql`select trust.read_thread(${threadId})`.execute(db);
}

export async function takeForTeam(db: Db, threadId: string): Promise<number> {
  const { rows } = await sql<{ taken: number }>`select trust.take_thread(${threadId}) as taken`.execute(db);
  return rows[0]?.taken ?? 0;
}

/** A conversation to begin. */
export interface NewThread {
  readonly trajectoryId: string;
  readonly part: ThreadPart;
  readonly ownPerson: string | null;
  readonly withFamily: boolean;
  readonly careKind: CareKind;
  readonly subject: ThreadSubject | null;
  readonly topic: string;
  readonly words: string;
  readonly to: readonly number[];
}

/** Null when it was to be with the mother, and she has no pages of her own any more. */
export async function insertThread(db: Db, thread: NewThread, dueOn: Day): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select trust.begin_thread(${thread.trajectoryId}, trust.part(${thread.part}), ${thread.ownPerson}, ${thread.careKind},
    ${thread.subject?.kind ?? null}, ${thread.subject?.id ?? null}, ${thread.topic}, ${thread.words}, ${[...thread.to]}::integer[], ${thread.withFamily},
    ${dueOn}::date, ${JSON.stringify(familyNews)}::jsonb) as id`.execute(db);
  return rows[0]?.id ?? null;
}

export async function insertMessage(db: Db, threadId: string, words: string, corrects: string | null, dueOn: Day): Promise<void> {
  await sql`select trust.send_message(${threadId}, ${words}, ${corrects}, ${dueOn}::date, ${JSON.stringify(familyNews)}::jsonb)`.execute(
    db,
  );
}

export async function insertParticipant(db: Db, threadId: string, principal: number, dueOn: Day): Promise<boolean> {
  const { rows } = await sql<{ added: boolean }>`select trust.add_to_thread(${threadId}, ${principal}, ${dueOn}::date) as added`.execute(
    db,
  );
  return rows[0]?.added ?? false;
}

export async function updateState(db: Db, threadId: string, state: ThreadState, version: number): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`select trust.move_thread(${threadId}, ${state}, ${version}) as moved`.execute(db);
  return rows[0]?.moved ?? false;
}

/** What decides who may be addressed. */
export interface About {
  readonly trajectoryId: string;
  readonly part: ThreadPart;
  readonly partnerId: string | null;
  readonly subject: ThreadSubject | null;
}

/** Whom the asker can address about this; nobody when she may not read it herself. */
export async function listAddressees(db: Db, { trajectoryId, part, partnerId, subject }: About): Promise<readonly Addressee[]> {
  const { rows } =
    await sql<Addressee>`select principal, organisation_id as "organisationId", organisation, role, name, medical, partner, leads, me, near
    from trust.whom_to_write(${trajectoryId}, trust.part(${part}), ${partnerId}, ${subject?.kind ?? null}, ${subject?.id ?? null})`.execute(
      db,
    );
  return rows;
}

/** What the subject says of itself, as the asker may see it: null when she may not. */
export interface SubjectNow {
  readonly label: string;
  readonly medical: boolean;
  readonly partner: boolean;
  /** A signal that was not discussed with the family is of one organisation alone [domain 3.1]. */
  readonly discussed: boolean;
}

export async function findSubject(db: Db, trajectoryId: string, { kind, id }: ThreadSubject): Promise<SubjectNow | null> {
  const rows = {
    signal: sql<SubjectNow>`select 'Signaal van ' || to_char(min(s.observed_on), 'FMDD-FMMM-YYYY') as label, bool_or(s.care_kind = 'medical') as medical,
      bool_or(s.own_person is not null) as partner, bool_and(s.discussed_on is not null) as discussed
      from signal s where s.trajectory_id = ${trajectoryId} and s.noted_together = ${id} having count(*) > 0`,
    referral: sql<SubjectNow>`select 'Verwijzing naar ' || o.name as label, false as medical, false as partner, true as discussed
      from referral_candidate c join support_offer o on o.id = c.offer_id where c.trajectory_id = ${trajectoryId} and c.id = ${id}`,
    plan: sql<SubjectNow>`select 'Gezinsplan' as label, false as medical, false as partner, true as discussed from trajectory t where t.id = ${trajectoryId} and t.id = ${id}`,
  };
  return (await rows[kind].execute(db)).rows[0] ?? null;
}

export async function followConsent(db: Db, trajectoryId: string): Promise<void> {
  await sql`select trust.follow_message_consent(${trajectoryId})`.execute(db);
}

/** For the job: what may no longer be read waits for nobody. */
export async function forgetUnreadable(db: Db): Promise<void> {
  await sql`select trust.forget_unreadable(null)`.execute(db);
}
