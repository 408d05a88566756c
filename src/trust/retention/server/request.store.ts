import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../access/server/door.ts";
import type { Concern, ExtendReason, KeepReason, RecordKind, RequestState } from "../retention.ts";

export interface DestructionRequest {
  readonly id: string;
  readonly trajectoryId: string;
  readonly about: "mother" | "partner" | "child" | "other";
  readonly askedBy: "self" | "parent" | "representative";
  readonly concerns: readonly Concern[];
  readonly askedOn: Day;
  readonly dueOn: Day;
  readonly extendedBecause: ExtendReason | null;
  readonly state: RequestState;
  readonly kept: Readonly<Partial<Record<RecordKind, KeepReason>>>;
  readonly destroyedKinds: readonly RecordKind[];
  readonly decidedOn: Day | null;
  readonly decidedBy: string | null;
  readonly confirmedOn: Day | null;
  readonly settledOn: Day | null;
  readonly records: number;
  readonly whole: boolean;
  readonly organisation: string;
  readonly organisationId: string;
  readonly version: number;
}

const selected = sql`select r.id, r.trajectory_id as "trajectoryId", r.about, r.asked_by as "askedBy", r.concerns, r.asked_on as "askedOn", r.due_on as "dueOn",
  r.extended_because as "extendedBecause", r.state, r.kept, r.destroyed_kinds as "destroyedKinds", r.decided_on as "decidedOn", r.decided_by as "decidedBy",
  r.confirmed_on as "confirmedOn", r.settled_on as "settledOn", (select coalesce(sum(value::integer), 0)::integer from jsonb_each_text(r.records)) as records, r.whole,
  o.name as organisation, r.author_organisation_id as "organisationId", r.version
  from destruction_request r join organisation o on o.id = r.author_organisation_id`;

/** A request, when the asker took it (her organisation) or is the privacy officer. */
export async function findRequest(db: Db, id: string): Promise<DestructionRequest | null> {
  const { rows } = await sql<DestructionRequest>`${selected} where r.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Requests, what is open first. */
export async function listRequests(db: Db): Promise<readonly DestructionRequest[]> {
  const { rows } =
    await sql<DestructionRequest>`${selected} order by r.state not in ('asked', 'granted', 'confirmed'), r.due_on, r.id limit 200`.execute(
      db,
    );
  return rows;
}

/** The requests on one line that the asker may see. */
export async function listRequestsOf(db: Db, trajectoryId: string): Promise<readonly DestructionRequest[]> {
  if (holdsNone(db, trajectoryId, "destruction_request")) return [];
  const { rows } = await sql<DestructionRequest>`${selected} where r.trajectory_id = ${trajectoryId} order by r.created_at desc`.execute(
    db,
  );
  return rows;
}

export interface Overview {
  readonly kind: RecordKind;
  readonly organisation: string;
  readonly records: number;
  readonly keepUntil: Day | null;
}

/** What a request is about: numbers, no content. Everyone's for the privacy officer, its own for the organisation that took it. */
export async function listOverview(db: Db, request: string): Promise<readonly Overview[]> {
  const { rows } = await sql<Overview>`
    select kind, organisation, records::integer, keep_until as "keepUntil" from trust.destruction_overview(${request})`.execute(db);
  return rows;
}

export interface Person {
  readonly id: string;
  readonly kind: "mother" | "partner" | "child" | "other";
  readonly name: string;
}

/** The people of a line, as far as the asker may see them. */
export async function listPersons(db: Db, trajectoryId: string): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    select m.id, m.kind, concat_ws(' ', m.given_name, m.prefix, m.family_name) as name
    from trajectory t join family_member m on m.family_id = t.family_id where t.id = ${trajectoryId} and m.until is null
    order by array_position(array['mother', 'partner', 'child', 'other'], m.kind), m.created_at`.execute(db);
  return rows;
}

export interface NewRequest {
  readonly trajectoryId: string;
  readonly person: string;
  readonly askedBy: string;
  readonly checked: string;
  readonly concerns: readonly Concern[];
  readonly dueOn: Day;
}

/** Takes a request; null when it was asked already. */
export async function insertRequest(db: Db, request: NewRequest): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select trust.ask_destruction(${request.trajectoryId}, ${request.person}, ${request.askedBy}, ${request.checked},
    ${request.concerns}::text[], ${request.dueOn}) as id`.execute(db);
  return rows[0]?.id ?? null;
}

export async function saveDecision(
  db: Db,
  { id, version }: DestructionRequest,
  destroyed: readonly RecordKind[],
  kept: Readonly<Partial<Record<RecordKind, KeepReason>>>,
): Promise<boolean> {
  const { rows } = await sql<{
    saved: boolean;
  }>`select trust.decide_destruction(${id}, ${destroyed}::text[], ${JSON.stringify(kept)}::jsonb, ${version}) as saved`.execute(db);
  return rows[0]?.saved ?? false;
}

export async function saveExtension(db: Db, { id, version }: DestructionRequest, because: ExtendReason, dueOn: Day): Promise<boolean> {
  const { rows } = await sql<{
    saved: boolean;
  }>`select trust.extend_destruction(${id}, ${because}, ${dueOn}, ${version}) as saved`.execute(db);
  return rows[0]?.saved ?? false;
}

export async function saveConfirmation(db: Db, { id, version }: DestructionRequest): Promise<"done" | "same-person" | "changed-meanwhile"> {
  const { rows } = await sql<{
    answer: "done" | "same-person" | "changed-meanwhile";
  }>`select trust.confirm_destruction(${id}, ${version}) as answer`.execute(db);
  return rows[0]?.answer ?? "changed-meanwhile";
}

export async function saveWithdrawal(db: Db, { id, version }: DestructionRequest): Promise<boolean> {
  const { rows } = await sql<{ saved: boolean }>`select trust.withdraw_destruction(${id}, ${version}) as saved`.execute(db);
  return rows[0]?.saved ?? false;
}

/** The family was told how it ended. */
export async function saveTold(db: Db, id: string): Promise<void> {
  await sql`select trust.tell_destruction(${id})`.execute(db);
}

/** Whom to call, and the language of the family while that is known. */
export async function findContact(
  db: Db,
  professionalId: string,
  organisationId: string,
  trajectoryId: string,
): Promise<{ telephone: string | null; language: string | null }> {
  const { rows } = await sql<{ telephone: string | null; language: string | null }>`
    select (select coalesce(p.phone, o.phone) from professional p, organisation o where p.id = ${professionalId} and o.id = ${organisationId}) as telephone,
      (select f.language from trajectory t join family f on f.id = t.family_id where t.id = ${trajectoryId}) as language`.execute(db);
  return rows[0] ?? { telephone: null, language: null };
}

/** Whether the destruction of this line was confirmed and is about to be carried out. */
export async function isBeingDestroyed(db: Db, trajectoryId: string): Promise<boolean> {
  const { rows } = await sql<{ so: boolean }>`select trust.is_being_destroyed(${trajectoryId}) as so`.execute(db);
  return rows[0]?.so ?? false;
}
