import { dayOfMoment } from "../../../kit/moment.ts";
import { refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import {
  listAssistants,
  planVisits,
  replanVisit,
  sumVisits,
  type Planned,
  type PlanLimits,
  type SeenVisit,
} from "../../delivery/server/door.ts";
import type { CareVisit, SeriesRefusal, VisitRefusal } from "../../delivery/visit.ts";
import { sayMissing } from "../../training/training.texts.ts";
import { findTrained } from "../../training/server/door.ts";
import type { FlexibleRefusal } from "../flexibleCare.ts";
import { decideFlexible } from "../rules/decideFlexible.ts";
import { findFlexible } from "./findFlexible.ts";

/** The hours, days and people of pillar 2. */
const flexibleLimits: PlanLimits<FlexibleRefusal> = async (work, actor, { line, planned }) => {
  const flexible = await findFlexible(work, line, new Set(planned.map(({ id }) => id)));
  if (!flexible) return planned.map(() => refuse("flexible-no-place"));
  const { programme, place, ended, standing, visits } = flexible;
  const assistants = [...new Set(planned.map(({ assistantId }) => assistantId))];
  const last = planned.reduce((day, { from }) => (dayOfMoment(from) > day ? dayOfMoment(from) : day), work.today);
  const trained = await findTrained(work.db, assistants, last, programme.settings.training);
  const untrained = assistants.flatMap((id): [string, string][] => {
    const one = trained.get(id);
    return one?.code === "not-yet" ? [[id, one.missing.map(sayMissing).join(", ")]] : [];
  });
  return decideFlexible(planned, {
    place: place.state,
    ended: ended !== null,
    standing,
    visitAtMostMinutes: programme.settings.flexibleCare.visitAtMostMinutes,
    seriesAtMost: programme.settings.flexibleCare.seriesAtMost,
    familiar: familiarOf(visits, await listAssistants(work.db, actor.organisationId)),
    untrained: new Map(untrained),
  });
};

/** Who was there longest in the maternity week, as long as she works there [001 3.3.2: "hun vertrouwde kraamverzorgende"]. */
export function familiarOf<Person extends { readonly id: string }>(
  visits: readonly CareVisit[],
  assistants: readonly Person[],
): Person | null {
  const hours = (id: string) => sumVisits(visits.filter(({ kind, assistantId }) => kind === "maternity" && assistantId === id)).delivered;
  const [most] = assistants.filter(({ id }) => hours(id) > 0).toSorted((a, b) => hours(b.id) - hours(a.id));
  return most ?? null;
}

type Outcome = Done<{ readonly visitIds: readonly string[] }> | VisitRefusal | SeriesRefusal<FlexibleRefusal | VisitRefusal>;

/** Plans one visit or a series at once. */
export const planFlexible = (actor: Actor, plan: { trajectoryId: string; visits: readonly Planned[] }): Promise<Outcome> =>
  withActor(actor, "visit.planned", (work) => planVisits(work, actor, { ...plan, kind: "flexible" }, flexibleLimits));

/** Another day, time or assistant. */
export const replanFlexible = (actor: Actor, seen: SeenVisit, planned: Omit<Planned, "id">): Promise<Outcome> =>
  withActor(actor, "visit.changed", (work) => replanVisit(work, actor, seen, planned, flexibleLimits));
