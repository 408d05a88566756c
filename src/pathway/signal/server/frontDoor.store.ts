import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import { database } from "../../../platform/db/connection.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { HelpQuestion } from "../helpRequest.ts";
import type { Receiver } from "../rules/decideReceiver.ts";

/**
 * A transaction of someone who is filling in. It writes no trail: half an answer is no care data, nobody but her can read it, and a
 * flood must not fill the trail. Sending the question does (frontDoor.ts).
 */
export const atFrontDoor = <Result>(run: (db: Db) => Promise<Result>): Promise<Result> => database().transaction().execute(run);

export interface Draft {
  readonly content: Buffer | null;
  readonly sent: boolean;
  readonly reference: string | null;
  readonly organisation: string | null;
  readonly phone: string | null;
  readonly dueOn: Day | null;
  /** She calls herself. */
  readonly calls: boolean | null;
}

export async function findDraft(db: Db, hash: Buffer): Promise<Draft | null> {
  const { rows } =
    await sql<Draft>`select content, sent, reference, organisation, phone, due_on as "dueOn", calls from trust.find_help_draft(${hash})`.execute(
      db,
    );
  return rows[0] ?? null;
}

/** False when the front door takes no more, of this network today or of everyone this hour. */
export async function keepDraft(db: Db, hash: Buffer, content: Buffer, network: string): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`select trust.keep_help_draft(${hash}, ${content}, ${network}) as kept`.execute(db);
  return rows[0]?.kept ?? false;
}

export async function forgetDraft(db: Db, hash: Buffer): Promise<void> {
  await sql`select trust.forget_help_draft(${hash})`.execute(db);
}

export type Delivery = "sent" | "no-draft" | "no-receiver" | "too-many";

export async function deliverQuestion(
  db: Db,
  question: { hash: Buffer; network: string; organisationId: string; reference: string; dueOn: Day; answers: HelpQuestion },
): Promise<Delivery> {
  const { rows } = await sql<{
    delivery: Delivery;
  }>`select trust.send_help_request(${question.hash}, ${question.network}, ${question.organisationId},
    ${question.reference}, ${question.dueOn}, ${JSON.stringify(question.answers)}::jsonb) as delivery`.execute(db);
  return rows[0]?.delivery ?? "no-draft";
}

/** Everyone who could answer questions of this municipality. */
export async function listReceivers(db: Db, municipality: string): Promise<readonly Receiver[]> {
  const { rows } = await sql<Receiver>`
    select o.id, o.kind, array(select a.municipality_code from organisation_area a where a.organisation_id = o.id) as municipalities,
      array(select f.municipality_code from front_door_receiver f where f.organisation_id = o.id) as "chosenFor",
      exists (select from membership m where m.organisation_id = o.id and trust.receives_help_requests(m.role)
        and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()) as answers
    from organisation o where o.active and (exists (select from organisation_area a where a.organisation_id = o.id and a.municipality_code = ${municipality})
      or exists (select from front_door_receiver f where f.organisation_id = o.id and f.municipality_code = ${municipality})) order by o.name`.execute(
    db,
  );
  return rows;
}

export interface Municipality {
  readonly code: string;
  readonly name: string;
}

/** The municipalities of the region by name. */
export async function listMunicipalities(db: Db): Promise<readonly Municipality[]> {
  return db.selectFrom("municipality").select(["code", "name"]).orderBy("name").execute();
}

export async function findOrganisationName(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom("organisation").select("name").where("id", "=", id).executeTakeFirst();
  return row?.name ?? null;
}
