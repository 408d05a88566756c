import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { blocksFor } from "../rules/publish.ts";
import { firstDayOf, monthOf, monthsBetween } from "../rules/months.ts";
import type { Month } from "../steering.ts";
import { chooseProgramme } from "./chooseProgramme.ts";
import { keepPublication, listPending, listPublications } from "./publication.store.ts";
import { decideMoment, endAction, keepAction, keepExpectation, keepMoment } from "./steering.store.ts";

export type SteeringRefusal = Refusal<
  "no-programme" | "not-visible" | "changed-meanwhile" | "day-taken" | "nobody-of-programme" | "not-publishable" | "nothing-set"
>;

/** What is expected, the same for each month of a span. */
export interface Expectation {
  readonly programmeCode: string;
  readonly from: Month;
  readonly until: Month;
  readonly reason: string;
  readonly monthly: readonly { readonly pillar: 1 | 2; readonly municipality: string; readonly tenths: number }[];
}

/** A next version of the pattern: these months are as given, all others stay as they were [001 7.1]. */
export const expectInflow = (actor: Actor, { programmeCode, from, until, reason, monthly }: Expectation): Promise<Done | SteeringRefusal> =>
  withActor(actor, "steering.expected", async ({ db }) => {
    const programme = await chooseProgramme(db, programmeCode);
    if (!programme) return refuse("no-programme");
    const own = monthly.filter(({ municipality }) => programme.settings.area.municipalities.includes(municipality));
    if (own.length === 0) return refuse("nothing-set");
    const pattern = monthsBetween(from, until).flatMap((month) => own.map((one) => ({ ...one, month: firstDayOf(month) })));
    await keepExpectation(db, programme.id, reason, pattern);
    return done({});
  });

export const decideAction = (
  actor: Actor,
  one: { programmeCode: string; deviation: string; action: string; owner: string; dueOn: Day },
): Promise<Done | SteeringRefusal> =>
  withActor(actor, "steering.action-decided", async ({ db }) => {
    const programme = await chooseProgramme(db, one.programmeCode);
    if (!programme) return refuse("no-programme");
    return (await keepAction(db, { ...one, programmeId: programme.id })) === null ? refuse("nobody-of-programme") : done({});
  });

export const finishAction = (actor: Actor, one: { id: string; version: number; outcome: string }): Promise<Done | SteeringRefusal> =>
  withActor(actor, "steering.action-done", async ({ db }) => {
    const code = await endAction(db, one);
    return code === "done" ? done({}) : refuse(code);
  });

export const planMoment = (actor: Actor, one: { programmeCode: string; on: Day; about: string }): Promise<Done | SteeringRefusal> =>
  withActor(actor, "steering.moment-planned", async ({ db }) => {
    const programme = await chooseProgramme(db, one.programmeCode);
    if (!programme) return refuse("no-programme");
    const code = await keepMoment(db, { ...one, programmeId: programme.id });
    return code === "done" ? done({}) : refuse(code);
  });

export const noteDecision = (actor: Actor, one: { id: string; version: number; decision: string }): Promise<Done | SteeringRefusal> =>
  withActor(actor, "steering.moment-decided", async ({ db }) => {
    const code = await decideMoment(db, one);
    return code === "done" ? done({}) : refuse(code);
  });

/** Publishes a month that is over: what small numbers would give away waits. */
export const publishMonth = (
  actor: Actor,
  { programmeCode, month }: { programmeCode: string; month: Month },
): Promise<Done | SteeringRefusal> =>
  withActor(actor, "steering.published", async ({ db, today }) => {
    const programme = await chooseProgramme(db, programmeCode);
    if (!programme) return refuse("no-programme");
    const [newest] = await listPublications(db, programme.id);
    if (month >= monthOf(today) || (newest !== undefined && month <= newest.month)) return refuse("not-publishable");
    const pending = await listPending(db, programme.id, firstDayOf(month));
    const code = await keepPublication(db, programme.id, firstDayOf(month), blocksFor(pending, month));
    return code === "done" ? done({}) : refuse(code);
  });
