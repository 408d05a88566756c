import { addDays } from "../../../kit/day.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import { closeWork, putWork } from "../../trajectory/server/door.ts";
import type { Category, Side } from "../assessment.ts";
import { rolesOfSide, sideOf } from "../rules/confirmTogether.ts";
import { routeTerms } from "../rules/routeTerms.ts";
import { findNewest, lockAssessments } from "./assessment.store.ts";
import { findConfirmation, findOtherSide, insertConfirmation, supersede } from "./confirmation.store.ts";
import { confirmedByBoth } from "./readRoute.ts";
import { recordAssessment, type By } from "./recordAssessment.ts";

export interface Proposed {
  readonly trajectoryId: string;
  readonly proposedCategory: Category;
  /** Who proposes: the actor. Her own side has spoken with it. */
  readonly by: By;
  /** Why, where it differs from the category so far. */
  readonly reason?: string | null;
  /** The organisation to ask; found by itself when left out. */
  readonly askedOrganisationId?: string;
}

/**
 * Puts a category before the other side, after the home visit: the proposal counts as the answer of the one who makes it. Another category
 * than the present one is an assessment of hers. Null when there is nobody to ask, or her role does not confirm.
 */
export async function openConfirmation(
  work: Work,
  { trajectoryId, proposedCategory, by, reason = null, askedOrganisationId }: Proposed,
): Promise<string | null> {
  const { db } = work;
  const side = sideOf(by.role);
  if (side === null) return null;
  await lockAssessments(db, trajectoryId);
  if ((await findNewest(db, trajectoryId))?.category !== proposedCategory)
    await recordAssessment(work, by, {
      trajectoryId,
      category: proposedCategory,
      way: "after_visit",
      judgements: null,
      proposal: null,
      reason,
    });
  const newest = await findNewest(db, trajectoryId);
  if (!newest) return null;
  const earlier = await findConfirmation(db, trajectoryId);
  if (earlier && confirmedByBoth(earlier, newest)) return earlier.id;
  await takeAwayOpen(work, trajectoryId);
  const other: Side = side === "youth" ? "obstetric" : "youth";
  const asked = askedOrganisationId ?? (await findOtherSide(db, trajectoryId, other, by.organisationId));
  if (asked === null) return null;
  return ask(work, { trajectoryId, assessmentId: newest.assessmentId, category: proposedCategory, asked, side, other, by });
}

/** A newer assessment takes the place of a question that was still open, and of its work. */
export async function takeAwayOpen({ db }: Work, trajectoryId: string): Promise<void> {
  for (const subjectId of await supersede(db, trajectoryId))
    for (const kind of ["assessment.confirm", "assessment.differs"])
      await closeWork(db, { trajectoryId, kind, subjectId, why: "superseded" });
}

async function ask(
  { db, today }: Work,
  one: { trajectoryId: string; assessmentId: string; category: Category; asked: string; side: Side; other: Side; by: By },
): Promise<string> {
  const { trajectoryId, by } = one;
  const dueOn = addDays(today, routeTerms.confirmDays);
  const id = await insertConfirmation(db, {
    trajectoryId,
    assessmentId: one.assessmentId,
    category: one.category,
    askedOrganisationId: one.asked,
    dueOn,
    side: one.side,
    opinion: {
      category: one.category,
      organisationId: by.organisationId,
      professionalId: by.professionalId,
      role: by.role,
      on: today,
      reason: null,
    },
  });
  const item = { trajectoryId, kind: "assessment.confirm", subjectId: id, dueOn, facts: { since: today } };
  for (const role of rolesOfSide(one.other)) await putWork(db, { ...item, for: { organisationId: one.asked, role } });
  await putWork(db, { ...item, for: { organisationId: by.organisationId, role: by.role }, side: "waiting" });
  return id;
}
