import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { Category, Side } from "../assessment.ts";
import type { Opinion } from "../rules/confirmTogether.ts";

export interface Confirmation {
  readonly id: string;
  readonly assessmentId: string;
  readonly category: Category;
  readonly state: "open" | "confirmed" | "differs" | "superseded";
  readonly askedOrganisationId: string;
  readonly dueOn: Day;
  readonly openedOn: Day;
  readonly settledOn: Day | null;
  readonly settledAt: Date | null;
  readonly obstetric: Said | null;
  readonly youth: Said | null;
  readonly version: number;
}

/** What one side came to. */
export interface Said extends Opinion {
  readonly organisation: string;
  readonly professional: string;
}

/** The newest question to both sides that the asker may see. */
export async function findConfirmation(db: Db, trajectoryId: string): Promise<Confirmation | null> {
  if (holdsNone(db, trajectoryId, "category_confirmation")) return null;
  const { rows } = await sql<Confirmation>`
    select c.id, c.assessment_id as "assessmentId", c.category, c.state, c.asked_organisation_id as "askedOrganisationId", c.due_on as "dueOn",
      (c.created_at at time zone 'Europe/Amsterdam')::date as "openedOn", c.settled_on as "settledOn", c.settled_at as "settledAt", c.version,
      case when c.obstetric_category is not null then jsonb_build_object('category', c.obstetric_category, 'organisationId', c.obstetric_organisation_id, 'organisation', oo.name,
        'professionalId', c.obstetric_professional_id, 'professional', op.display_name, 'role', c.obstetric_role, 'on', c.obstetric_on, 'reason', c.obstetric_reason) end as obstetric,
      case when c.youth_category is not null then jsonb_build_object('category', c.youth_category, 'organisationId', c.youth_organisation_id, 'organisation', yo.name,
        'professionalId', c.youth_professional_id, 'professional', yp.display_name, 'role', c.youth_role, 'on', c.youth_on, 'reason', c.youth_reason) end as youth
    from category_confirmation c
    left join organisation oo on oo.id = c.obstetric_organisation_id left join professional op on op.id = c.obstetric_professional_id
    left join organisation yo on yo.id = c.youth_organisation_id left join professional yp on yp.id = c.youth_professional_id
    where c.trajectory_id = ${trajectoryId} order by c.number desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function insertConfirmation(
  db: Db,
  one: {
    trajectoryId: string;
    assessmentId: string;
    category: Category;
    askedOrganisationId: string;
    dueOn: Day;
    side: Side;
    opinion: Opinion;
  },
): Promise<string> {
  const { id } = await db
    .insertInto("category_confirmation")
    .values({
      trajectory_id: one.trajectoryId,
      assessment_id: one.assessmentId,
      category: one.category,
      asked_organisation_id: one.askedOrganisationId,
      due_on: one.dueOn,
      ...columnsOf(one.side, one.opinion),
      author_organisation_id: one.opinion.organisationId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** False when someone else answered or superseded it meanwhile. */
export async function saveOpinion(
  db: Db,
  seen: { id: string; version: number },
  side: Side,
  opinion: Opinion,
  state: "confirmed" | "differs" | "open",
): Promise<boolean> {
  const confirmed = state === "confirmed" ? { settled_on: opinion.on, settled_at: sql<Date>`now()` } : {};
  const result = await db
    .updateTable("category_confirmation")
    .set({ ...columnsOf(side, opinion), state, ...confirmed, version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .where("state", "=", "open")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Takes away what was still open; the ids of it. */
export async function supersede(db: Db, trajectoryId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select trust.supersede_confirmation(${trajectoryId}) as id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The organisation of the other side to ask: one that assessed before, else the one that registered the line, else who was involved last. */
export async function findOtherSide(db: Db, trajectoryId: string, other: Side, notThis: string): Promise<string | null> {
  const kinds = other === "youth" ? ["youth_health"] : ["midwifery_practice", "hospital"];
  const { rows } = await sql<{ id: string }>`
    select r.organisation_id as id from care_relation r join organisation o on o.id = r.organisation_id and o.kind = any(${kinds}::text[]) and o.active
    where r.trajectory_id = ${trajectoryId} and r.organisation_id <> ${notThis} and coalesce(r.until, 'infinity') >= app.today()
    order by exists (select from category_route c where c.trajectory_id = r.trajectory_id and c.author_organisation_id = r.organisation_id) desc, r.basis = 'care' desc, r.since desc limit 1`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

function columnsOf(side: Side, { category, organisationId, professionalId, role, on, reason }: Opinion) {
  return side === "obstetric"
    ? {
        obstetric_category: category,
        obstetric_organisation_id: organisationId,
        obstetric_professional_id: professionalId,
        obstetric_role: role,
        obstetric_on: on,
        obstetric_reason: reason,
      }
    : {
        youth_category: category,
        youth_organisation_id: organisationId,
        youth_professional_id: professionalId,
        youth_role: role,
        youth_on: on,
        youth_reason: reason,
      };
}
