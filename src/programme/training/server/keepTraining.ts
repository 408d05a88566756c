import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { trainedRoles } from "../../configuration/settings/training.ts";
import { viewOf } from "../rules/whoSees.ts";
import type { TrainingRefusal } from "../training.ts";
import { isFor, listModules } from "./readTraining.ts";
import {
  endAmbassador,
  findSession,
  insertElsewhere,
  insertSession,
  leaveSeat,
  listAmbassadors,
  listColleagues,
  nameAmbassador,
  noteAttendance,
  takeSeat,
  updateSession,
  type NewSession,
} from "./training.store.ts";
import { trainingJob } from "./trainingTask.ts";

type Answer<Extra extends object = object> = Promise<Done<Extra> | TrainingRefusal>;

/** A session of a module, or a peer review. */
export const planSession = (actor: Actor, input: NewSession): Answer<{ sessionId: string }> =>
  withActor(actor, "training.session-planned", async ({ db, today }) => {
    if (viewOf(actor.role) !== "keeps") return refuse("not-your-role");
    const problem = await checkModule(db, input);
    if (problem) return problem;
    if (input.onDay < today) return refuse("over");
    return done({ sessionId: await insertSession(db, actor.organisationId, input) });
  });

/** Another day or place, fewer or more seats, or not at all. */
export const changeSession = (
  actor: Actor,
  input: NewSession & { readonly id: string; readonly version: number; readonly cancelled: boolean },
): Answer =>
  withActor(actor, "training.session-changed", async (work) => {
    const { db } = work;
    const session = await findSession(db, input.id);
    if (!session || session.organisationId !== actor.organisationId) return refuse("session-not-found");
    if (viewOf(actor.role) !== "keeps") return refuse("not-your-role");
    const problem = await checkModule(db, input);
    if (problem) return problem;
    if (input.seats < session.taken) return refuse("fewer-than-taken", { taken: session.taken });
    if (!(await updateSession(db, input.id, input.version, input))) return refuse("changed-meanwhile");
    await followLater(work);
    return done({});
  });

async function checkModule(db: Work["db"], { kind, module }: Pick<NewSession, "kind" | "module">): Promise<TrainingRefusal | null> {
  if (kind === "peer_review") return null;
  return (await listModules(db)).some(({ code }) => code === module) ? null : refuse("unknown-module");
}

/** Signs oneself up, or a colleague by the coordinator. */
export const signUp = (actor: Actor, input: { sessionId: string; professionalId: string }): Answer =>
  withActor(actor, "training.signed-up", async ({ db }) => {
    const session = await findSession(db, input.sessionId);
    if (!session || viewOf(actor.role) === "steers") return refuse("session-not-found");
    if (!isFor(session, actor, await listModules(db))) return refuse("not-open-to-you");
    const answer = await takeSeat(db, input.sessionId, input.professionalId);
    return answer === "done" ? done({}) : refuse(answer as "full");
  });

export const signOff = (actor: Actor, sessionId: string): Answer =>
  withActor(actor, "training.signed-off", async ({ db }) => ((await leaveSeat(db, sessionId)) ? done({}) : refuse("seat-not-found")));

/** Who was there. Noted again, it is mended; whoever it concerns is trained, or is not any more. */
export const recordAttendance = (actor: Actor, input: { sessionId: string; seatIds: readonly string[] }): Answer =>
  withActor(actor, "training.attended", async (work) => {
    const answer = await noteAttendance(work.db, input.sessionId, input.seatIds);
    if (answer !== "done") return refuse(answer as "not-yet-held");
    await followLater(work);
    return done({});
  });

/** A training that a colleague finished somewhere else. */
export const recordElsewhere = (actor: Actor, input: { professionalId: string; module: string; doneOn: Day }): Answer =>
  withActor(actor, "training.recorded", async (work) => {
    const { db, today } = work;
    if (viewOf(actor.role) !== "keeps") return refuse("not-your-role");
    if (input.doneOn > today) return refuse("day-to-come");
    const problem = await checkModule(db, { kind: "module", module: input.module });
    if (problem) return problem;
    if (!(await isColleague(db, actor, input.professionalId))) return refuse("not-a-colleague");
    await insertElsewhere(db, { ...input, organisationId: actor.organisationId });
    await followLater(work);
    return done({});
  });

/** Who goes first and teaches the others; named, or no longer. */
export const changeAmbassador = (actor: Actor, input: { professionalId: string; ambassador: boolean }): Answer =>
  withActor(actor, "training.ambassador-changed", async ({ db, today }) => {
    if (viewOf(actor.role) !== "keeps") return refuse("not-your-role");
    if (!(await isColleague(db, actor, input.professionalId))) return refuse("not-a-colleague");
    const isOne = (await listAmbassadors(db)).some(({ professionalId }) => professionalId === input.professionalId);
    if (isOne === input.ambassador) return refuse("already");
    if (input.ambassador) await nameAmbassador(db, actor.organisationId, input.professionalId);
    else await endAmbassador(db, input.professionalId, today);
    return done({});
  });

const isColleague = async (db: Work["db"], actor: Actor, professionalId: string): Promise<boolean> =>
  (await listColleagues(db, actor.organisationId, trainedRoles)).some((one) => one.professionalId === professionalId);

/** The work of who still has to learn something follows once this is committed. */
const followLater = ({ enqueue }: Work): Promise<void> => enqueue(trainingJob, {});
