import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db, type Work } from "../../../platform/db/withActor.ts";
import type { Programme } from "../../configuration/programme.ts";
import { chooseProgramme, listProgrammes } from "../../configuration/server/door.ts";
import { trainedRoles, type TrainingModule } from "../../configuration/settings/training.ts";
import { findGaps, type Gap } from "../rules/findGaps.ts";
import { mayDeliver, neededFor } from "../rules/mayDeliver.ts";
import { viewOf, type TrainingView } from "../rules/whoSees.ts";
import type { Colleague, Seat, Session, Standing, Training } from "../training.ts";
import {
  findSession,
  listAmbassadors,
  listColleagues,
  listCounted,
  listPeerReviews,
  listSeats,
  listSessions,
  listTrainings,
} from "./training.store.ts";

/** A colleague with what she finished and misses. */
export interface ColleagueTraining extends Colleague {
  readonly standing: Standing;
  readonly trainings: readonly Training[];
  readonly gaps: readonly Gap[];
  readonly ambassador: boolean;
  readonly peerReviewOn: Day | null;
}

export interface TrainingOverview {
  readonly today: Day;
  readonly view: TrainingView;
  readonly programme: Programme | null;
  readonly programmes: readonly Programme[];
  /** Of every programme: a session of one is seen, and named, beside those of another. */
  readonly modules: readonly TrainingModule[];
  readonly sessions: readonly Session[];
  /** All colleagues for who plans, oneself for who works there, nobody for others. */
  readonly colleagues: readonly ColleagueTraining[];
  /** How many of those who need a module finished it. */
  readonly counts: readonly { module: TrainingModule; needed: number; trained: number }[];
  readonly ambassadors: number;
}

export const readTraining = (actor: Actor, code: unknown): Promise<TrainingOverview> =>
  withActor(actor, "training.read", async (work) => {
    const { programme, all } = await chooseProgramme(work.db, code);
    const view = viewOf(actor.role);
    const modules = await listModules(work.db);
    const sessions = (await listSessions(work.db)).filter((session) => isFor(session, actor, modules));
    const colleagues = programme ? await findColleagues(work, actor, programme) : [];
    const counted =
      programme && view === "steers" ? await countForSteering(work, programme) : countModules(programme, colleagues, work.today);
    const ambassadors = view === "partner" || view === "steers" ? [] : await listAmbassadors(work.db);
    return {
      today: work.today,
      view,
      programme,
      programmes: all,
      modules,
      sessions,
      colleagues,
      counts: counted,
      ambassadors: ambassadors.length,
    };
  });

/** What a session can be about: the modules of every programme that runs. */
export async function listModules(db: Db): Promise<readonly TrainingModule[]> {
  const all = (await listProgrammes(db)).flatMap(({ settings }) => settings.training.modules);
  return all.filter((one, at) => all.findIndex(({ code }) => code === one.code) === at);
}

/** Own sessions; of another organisation those of a module that is open to this role. */
export function isFor(session: Session, actor: Actor, modules: readonly TrainingModule[]): boolean {
  if (session.organisationId === actor.organisationId) return true;
  const module = modules.find(({ code }) => code === session.module);
  return session.openToPartners && module?.openTo.some((role) => role === actor.role) === true;
}

async function findColleagues({ db, today }: Work, actor: Actor, programme: Programme): Promise<readonly ColleagueTraining[]> {
  const view = viewOf(actor.role);
  if (view === "partner" || view === "steers") return [];
  const asked = trainedRoles.filter((role) => neededFor(programme.settings.training.modules, role).length > 0);
  const all = await listColleagues(db, actor.organisationId, asked);
  const shown = view === "own" ? all.filter(({ professionalId }) => professionalId === actor.professionalId) : all;
  const ids = shown.map(({ professionalId }) => professionalId);
  const [trainings, ambassadors, reviews] = await Promise.all([listTrainings(db, ids), listAmbassadors(db), listPeerReviews(db, ids)]);
  const { training: settings } = programme.settings;
  const gaps = findGaps(shown, trainings, { settings, runsSince: programme.runsSince, today });
  return shown.map((colleague) => {
    const { professionalId, role } = colleague;
    const own = trainings.filter((one) => one.professionalId === professionalId);
    return {
      ...colleague,
      trainings: own,
      standing: mayDeliver(2, own, today, { modules: settings.modules, role }),
      gaps: gaps.filter((gap) => gap.professionalId === professionalId),
      ambassador: ambassadors.some((one) => one.professionalId === professionalId),
      peerReviewOn: reviews.find((one) => one.professionalId === professionalId)?.on ?? null,
    };
  });
}

type Counted = Pick<ColleagueTraining, "role"> & { readonly trainings: readonly Pick<Training, "module" | "doneOn">[] };

function countModules(programme: Programme | null, colleagues: readonly Counted[], today: Day): TrainingOverview["counts"] {
  const modules = programme?.settings.training.modules.filter(({ needed }) => needed !== null) ?? [];
  return modules.map((module) => {
    const asked = colleagues.filter(({ role }) => neededFor([module], role).length > 0);
    const trained = asked.filter(({ trainings, role }) => mayDeliver(2, trainings, today, { modules: [module], role }).code === "trained");
    return { module, needed: asked.length, trained: trained.length };
  });
}

async function countForSteering({ db, today }: Work, programme: Programme): Promise<TrainingOverview["counts"]> {
  return countModules(programme, await listCounted(db, programme.settings.maternityCare.organisationId), today);
}

export interface SessionData {
  readonly today: Day;
  readonly view: TrainingView;
  readonly session: Session;
  readonly seats: readonly Seat[];
  readonly modules: readonly TrainingModule[];
  /** Who could still be signed up by the coordinator. */
  readonly others: readonly Colleague[];
}

/** One session; null when it is not for the asker. */
export const readSession = (actor: Actor, id: string): Promise<SessionData | null> =>
  withActor(actor, "training.read", async ({ db, today }) => {
    const modules = await listModules(db);
    const session = await findSession(db, id);
    if (!session || !isFor(session, actor, modules)) return null;
    const own = session.organisationId === actor.organisationId;
    const view = own || viewOf(actor.role) === "steers" ? viewOf(actor.role) : "partner";
    const seats = await listSeats(db, id);
    const others = view === "keeps" ? await listColleagues(db, actor.organisationId, trainedRoles) : [];
    const taken = new Set(
      seats.filter(({ state }) => state === "signed_up" || state === "attended").map(({ professionalId }) => professionalId),
    );
    return {
      today,
      view,
      session,
      seats,
      modules,
      others: others.filter(({ professionalId }) => !taken.has(professionalId)),
    };
  });

/** What the forms of the coordinator choose from. */
export const readTrainingChoices = (
  actor: Actor,
): Promise<{ modules: readonly TrainingModule[]; colleagues: readonly Colleague[]; today: Day } | null> =>
  withActor(actor, "training.read", async ({ db, today }) => {
    const modules = await listModules(db);
    if (modules.length === 0 || viewOf(actor.role) !== "keeps") return null;
    return { modules, today, colleagues: await listColleagues(db, actor.organisationId, trainedRoles) };
  });
