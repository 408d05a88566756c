import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import type { Line } from "../line.ts";
import { birthProblem, gestation, type BirthProblem } from "../rules/plausibleDates.ts";
import { gestationalDays } from "../rules/pregnancyWeek.ts";
import type { BirthPlace } from "../trajectory.texts.ts";
import { insertBirth, saveBirth, takeBackBirth } from "./birth.store.ts";
import { changingLine, savedOrChanged, type ChangedMeanwhile, type WholeLine } from "./changingLine.ts";
import { touchLine } from "./lineChanges.store.ts";

/** A child as someone types it after a birth. */
export interface TypedChild {
  readonly givenName: string | null;
  readonly prefix: string | null;
  /** Empty: the mother's. */
  readonly familyName: string | null;
  readonly bornOn: Day;
  /** Empty: as the due date says. */
  readonly gestationalDays: number | null;
  readonly weightGrams: number | null;
  readonly smallForAge: boolean | null;
}
export type BirthRefusal = Refusal<"birth-date"> & { readonly facts: { readonly child: number; readonly problem: BirthProblem } };

/** Records a birth: each child (twins are two) becomes a member of the family. */
export function recordBirth(
  actor: Actor,
  trajectoryId: string,
  typed: { children: readonly TypedChild[]; place: BirthPlace; version: number },
): Promise<Done | BirthRefusal | ChangedMeanwhile> {
  return changingLine(actor, "birth.recorded", trajectoryId, async (whole, { db }) => {
    for (const [child, { bornOn }] of typed.children.entries()) {
      const problem = birthProblem(bornOn, whole.line, whole.today);
      if (problem !== null) return { code: "birth-date", facts: { child, problem } };
    }
    // Two colleagues who record the same birth would make two children: the second is told.
    if (!(await touchLine(db, { id: trajectoryId, version: typed.version }))) return refuse("changed-meanwhile");
    for (const child of typed.children) await insertBirth(db, whole.line, { ...child, ...filledIn(child, whole), place: typed.place });
    return done({});
  });
}

export function changeBirth(
  actor: Actor,
  ids: { trajectory: string; birth: string },
  typed: TypedChild & { place: BirthPlace; version: number },
): Promise<Done | BirthRefusal | ChangedMeanwhile> {
  return changingLine(actor, "birth.changed", ids.trajectory, async (whole, { db }) => {
    const birth = whole.details.births.find(({ id }) => id === ids.birth);
    if (!birth) throw new NotFound();
    const problem = birthProblem(typed.bornOn, whole.line, whole.today);
    if (problem !== null) return { code: "birth-date", facts: { child: 0, problem } };
    return savedOrChanged(await saveBirth(db, { ...birth, version: typed.version }, { ...typed, ...filledIn(typed, whole) }));
  });
}

/** The birth was recorded by mistake. */
export function undoBirth(actor: Actor, ids: { trajectory: string; birth: string }, version: number): Promise<Done | ChangedMeanwhile> {
  return changingLine(actor, "birth.taken-back", ids.trajectory, async ({ details, today }, { db }) => {
    const birth = details.births.find(({ id }) => id === ids.birth);
    if (!birth) throw new NotFound();
    return savedOrChanged(await takeBackBirth(db, { ...birth, version }, today));
  });
}

/** What needs not be typed: the mother's name, and the length of the pregnancy by the due date. */
function filledIn(
  child: TypedChild,
  { family, line }: WholeLine,
): { prefix: string | null; familyName: string; gestationalDays: number | null } {
  const mother = family.members.find(({ kind }) => kind === "mother");
  const name =
    child.familyName === null
      ? { prefix: mother?.prefix ?? null, familyName: mother?.familyName ?? "?" }
      : { prefix: child.prefix, familyName: child.familyName };
  return { ...name, gestationalDays: child.gestationalDays ?? byDueDate(line, child.bornOn) };
}

function byDueDate({ dueDate }: Pick<Line, "dueDate">, bornOn: Day): number | null {
  if (dueDate === null) return null;
  const days = gestationalDays(dueDate, bornOn);
  return days >= gestation.shortest && days <= gestation.longest ? days : null;
}
