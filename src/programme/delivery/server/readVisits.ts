import { addDays, type Day } from "../../../kit/day.ts";
import { dayOfMoment, momentAt } from "../../../kit/moment.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import type { Contents } from "../../configuration/settings/contents.ts";
import { mayPlan } from "../rules/whoPlans.ts";
import { weekOf } from "../rules/weekOf.ts";
import type { CareVisit } from "../visit.ts";
import { findContents } from "./contents.ts";
import { findVisitedFamilies, type VisitedFamily } from "./familyOfVisit.store.ts";
import { findNow, findVisit, listAssistants, listVisitsOfAssistant, listVisitsOfLine, listVisitsOfOrganisation } from "./visit.store.ts";

export interface Board {
  readonly today: Day;
  /** Monday to Sunday. */
  readonly days: readonly Day[];
  readonly visits: readonly CareVisit[];
  readonly families: ReadonlyMap<string, VisitedFamily>;
  readonly assistants: readonly { readonly id: string; readonly name: string }[];
}

/** The week of the own organisation: who is where, and what was agreed. */
export const readBoard = (actor: Actor, week: unknown): Promise<Board> =>
  withActor(actor, "visits.board-read", async ({ db, today, about }) => {
    const days = weekOf(week, today);
    const [first = today] = days;
    const between = { from: momentAt(first, "00:00"), until: momentAt(addDays(first, 7), "00:00") };
    const visits = await listVisitsOfOrganisation(db, actor.organisationId, between);
    const trajectories = [...new Set(visits.map(({ trajectoryId }) => trajectoryId))];
    about({ trajectories, part: "maternity_care" });
    return {
      today,
      days,
      visits,
      families: await findVisitedFamilies(db, trajectories),
      assistants: await listAssistants(db, actor.organisationId),
    };
  });

export interface MyDays {
  readonly today: Day;
  readonly tomorrow: Day;
  /** Of today and tomorrow, in the order of the day. */
  readonly visits: readonly CareVisit[];
  /** Planned in the past two weeks, and nobody recorded yet what became of it. */
  readonly open: readonly CareVisit[];
  readonly families: ReadonlyMap<string, VisitedFamily>;
}

/** An assistant's own families of today and tomorrow, and what she still has to record. */
export const readMyDays = (actor: Actor): Promise<MyDays> =>
  withActor(actor, "visits.read", async ({ db, today, about }) => {
    const tomorrow = addDays(today, 1);
    const between = { from: momentAt(addDays(today, -14), "00:00"), until: momentAt(addDays(today, 2), "00:00") };
    const all = await listVisitsOfAssistant(db, actor.professionalId, between);
    const visits = all.filter((visit) => dayOf(visit) >= today && visit.state !== "cancelled");
    const families = await findVisitedFamilies(
      db,
      all.map(({ trajectoryId }) => trajectoryId),
    );
    // After a loss nothing asks for anything, also not for what was not recorded [domain 3.10].
    const open = all.filter((one) => dayOf(one) < today && one.state === "planned" && families.get(one.trajectoryId)?.lossOn === null);
    about({ trajectories: [...new Set([...visits, ...open].map(({ trajectoryId }) => trajectoryId))], part: "maternity_care" });
    return { today, tomorrow, visits, open, families };
  });

export const dayOf = (visit: Pick<CareVisit, "startedAt" | "plannedFrom">): Day => dayOfMoment(visit.startedAt ?? visit.plannedFrom ?? "");

/** A family's visits, with what a form about them needs. */
export interface FamilyVisits {
  readonly line: Line;
  readonly family: Family;
  readonly today: Day;
  readonly visits: readonly CareVisit[];
  readonly assistants: readonly { readonly id: string; readonly name: string }[];
  readonly contents: Contents["list"];
  readonly mayPlan: boolean;
  readonly me: string;
  readonly now: string;
}

async function gather(work: Work, actor: Actor, trajectoryId: string): Promise<FamilyVisits | null> {
  const { db, today, about } = work;
  const line = await findLine(db, trajectoryId);
  const family = line && (await findFamilyOfLine(db, line.id));
  if (!line || !family) return null;
  about({ trajectories: [line.id], part: "maternity_care" });
  return {
    line,
    family,
    today,
    visits: await listVisitsOfLine(db, line.id),
    assistants: await listAssistants(db, actor.organisationId),
    contents: await findContents(work, line.id),
    mayPlan: mayPlan(actor.role),
    me: actor.professionalId,
    now: await findNow(db),
  };
}

/** For a new visit: planned, or recorded without a plan. */
export const readFamilyVisits = (actor: Actor, trajectoryId: string): Promise<FamilyVisits | null> =>
  withActor(actor, "visits.read", (work) => gather(work, actor, trajectoryId));

export type OneVisit = FamilyVisits & { readonly visit: CareVisit };

/** One visit; null when it is not there, not this family's, or not the asker's to see. */
export const readVisit = (actor: Actor, { trajectory, visit: visitId }: { trajectory: string; visit: string }): Promise<OneVisit | null> =>
  withActor(actor, "visits.read", async (work) => {
    const visit = await findVisit(work.db, visitId);
    const all = visit?.trajectoryId === trajectory ? await gather(work, actor, trajectory) : null;
    return all && visit && { ...all, visit };
  });
