import { sameCategory } from "../rules/sameCategory.ts";
import type { Day } from "../../../kit/day.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import { listFactorsNow } from "../../signal/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { Category, Judgements } from "../assessment.ts";
import { routeOf } from "../rules/routeOf.ts";
import { stepsOf } from "../rules/stepsOf.ts";
import { findNewest, insertAssessment } from "./assessment.store.ts";
import { followRoute } from "./followRoute.ts";

/** Who acts: an Actor has all of it. */
export interface By {
  readonly organisationId: string;
  readonly professionalId: string;
  readonly role: string;
}

export interface Decided {
  readonly trajectoryId: string;
  readonly category: Category;
  readonly way: "judged" | "after_visit";
  readonly judgements: Judgements | null;
  readonly proposal: Category | null;
  readonly reason: string | null;
}

/** Keeps an assessment with the factors it rests on, and sets the work of its route. The assessments of the line must be locked. */
export async function recordAssessment(work: Work, by: By, decided: Decided): Promise<string> {
  const { db, today } = work;
  const before = await findNewest(db, decided.trajectoryId);
  const factors = await listFactorsNow(work, decided.trajectoryId);
  const codes = (kind: string) => [...new Set(factors.filter((factor) => factor.kind === kind).map((factor) => factor.factorCode))];
  const stays = sameCategory(before, decided.category);
  const since = stays?.since ?? today;
  const id = await insertAssessment(db, {
    ...decided,
    route: routeOf(decided.category),
    role: by.role,
    assessedOn: today,
    since,
    sinceAt: stays?.sinceAt ?? null,
    conferenceBy: await conferenceBy(work, decided, since),
    factors: {
      risk: codes("risk"),
      protective: codes("protective"),
      context: codes("context"),
      urgent: [...new Set(factors.filter((factor) => factor.kind === "risk" && factor.urgent).map((factor) => factor.factorCode))],
    },
  });
  await followRoute(work, decided.trajectoryId, before);
  return id;
}

/** Route 3: the last day of the sitting, by the terms of the route. */
async function conferenceBy({ db, today }: Work, { trajectoryId, category }: Decided, since: Day): Promise<Day | null> {
  const route = routeOf(category);
  if (route !== 3) return null;
  const line = await findLine(db, trajectoryId);
  const steps = stepsOf(route, {
    category,
    since,
    assessedOn: today,
    today,
    dueDate: line?.dueDate ?? null,
    bornOn: line?.bornOn ?? null,
    settled: [],
  });
  return steps.find(({ step }) => step === "conference")?.dueOn ?? null;
}
