import { addDays, type Day } from "../../../kit/day.ts";
import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { closeWork, putWork, type WorkFor } from "../../../pathway/trajectory/server/door.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import type { Pillar } from "../../configuration/programme.ts";
import type { Criterion, EnrolmentRefusal } from "../enrolment.ts";
import { toDoOf } from "../rules/toDoOf.ts";
import { mayConfirm, mayDecide } from "../rules/whoDecides.ts";
import { findStanding, testLine } from "./testLine.ts";
import { listInvolved, listOpenToDos } from "./toDo.store.ts";

/** Puts each open question before the one who can answer it, with a term [domain 4.1]. Done again it only takes the new term. */
export const askQuestions = (
  actor: Actor,
  input: { trajectoryId: string; pillar: Pillar },
): Promise<Done<{ asked: number }> | EnrolmentRefusal> =>
  withActor(actor, "programme.asked", async (work) => {
    const standing = await findStanding(work, input.trajectoryId, input.pillar);
    if ("code" in standing) return standing;
    if (!mayDecide(actor.role) && !mayConfirm(actor.role)) return refuse("not-your-role");
    const { line, criteria, programme } = await testLine(work, standing, input.pillar);
    const unknown = criteria.filter(({ outcome }) => outcome === "unknown");
    const dueOn = addDays(work.today, programme.settings.windows.answerDays);
    for (const criterion of unknown) await ask(work, actor, { line, pillar: input.pillar, criterion, dueOn });
    await closeAnswered(work, line.id, criteria);
    return done({ asked: unknown.length });
  });

async function ask(
  { db }: Work,
  actor: Actor,
  { line, pillar, criterion, dueOn }: { line: Line; pillar: Pillar; criterion: Criterion; dueOn: Day },
): Promise<void> {
  const { kind, by } = toDoOf(criterion);
  const item = { trajectoryId: line.id, kind, subjectId: line.id, dueOn, facts: { pillar, reason: criterion.reason } };
  const youth = by === "youth" ? await listInvolved(db, line.id, "youth_health") : [];
  for (const organisationId of youth) await putWork(db, { ...item, for: { organisationId, role: "youth_nurse" } });
  if (youth.length === 0) await putWork(db, { ...item, for: obstetricTeam(actor, line) });
  else if (!mayConfirm(actor.role))
    await putWork(db, { ...item, for: { organisationId: actor.organisationId, role: actor.role }, side: "waiting" });
}

/** The asker's own team where it looks after the pregnancy, else the practice that registered the line. */
const obstetricTeam = (actor: Actor, line: Line): WorkFor =>
  ["midwife", "clinical_midwife", "gynaecologist"].includes(actor.role)
    ? { organisationId: actor.organisationId, role: actor.role }
    : { organisationId: line.organisationId, role: "midwife" };

/** A question that was answered leaves the lists. Costs one look where none was asked. */
export async function closeAnswered({ db }: Work, trajectoryId: string, criteria: readonly Criterion[]): Promise<void> {
  const open = await listOpenToDos(db, trajectoryId);
  const answered = criteria.filter((criterion) => criterion.outcome !== "unknown" && open.includes(toDoOf(criterion).kind));
  for (const criterion of answered) await closeWork(db, { trajectoryId, kind: toDoOf(criterion).kind, subjectId: trajectoryId });
}
