import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { dueDateProblem, type DueDateProblem } from "../rules/plausibleDates.ts";
import { changingLine, savedOrChanged, type ChangedMeanwhile } from "./changingLine.ts";
import { hasOpenPregnancy, insertNextLine, saveDueDate } from "./lineChanges.store.ts";
import { saveMaternityCare } from "./registerFamily.store.ts";

export type DateRefusal = Refusal<"due-date"> & { readonly facts: { readonly problem: DueDateProblem } };

/** The expected day, first known or mended. */
export function changeDueDate(
  actor: Actor,
  trajectoryId: string,
  typed: { dueDate: Day; version: number },
): Promise<Done | DateRefusal | ChangedMeanwhile> {
  return changingLine(actor, "due-date.changed", trajectoryId, async ({ line, today }, { db }) => {
    const problem = line.bornOn === null ? dueDateProblem(typed.dueDate, today) : null;
    if (problem !== null) return { code: "due-date", facts: { problem } };
    return savedOrChanged(await saveDueDate(db, { id: line.id, version: typed.version }, typed.dueDate));
  });
}

/** A next pregnancy of a family that is known: a line of its own, on the same people and addresses. */
export function beginNextLine(
  actor: Actor,
  trajectoryId: string,
  typed: { dueDate: Day | null; parity: string | null },
): Promise<Done<{ trajectoryId: string }> | DateRefusal | Refusal<"already-expecting">> {
  return changingLine(actor, "line.begun", trajectoryId, async ({ line, today }, { db, about }) => {
    const problem = typed.dueDate && dueDateProblem(typed.dueDate, today);
    if (problem) return { code: "due-date", facts: { problem } };
    if (await hasOpenPregnancy(db, line.familyId)) return refuse("already-expecting");
    const next = await insertNextLine(db, line.familyId, typed.dueDate, typed.parity);
    about({ trajectories: [next] });
    return done({ trajectoryId: next });
  });
}

/** With whom the family registered for maternity care. */
export function recordMaternityCare(
  actor: Actor,
  trajectoryId: string,
  typed: { organisationId: string | null; text: string | null; on: Day | null; version: number },
): Promise<Done | ChangedMeanwhile> {
  return changingLine(actor, "maternity-care.registered", trajectoryId, async (_whole, { db }) =>
    savedOrChanged(await saveMaternityCare(db, { trajectoryId, ...typed })),
  );
}
