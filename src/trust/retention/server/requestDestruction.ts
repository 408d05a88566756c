import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import {
  longestTermMonths,
  recordKinds,
  termMonths,
  type Concern,
  type ExtendReason,
  type KeepReason,
  type Mover,
  type RecordKind,
  type RequestMove,
} from "../retention.ts";
import { decideMove, type MoveRefusal } from "../rules/destructionMoves.ts";
import { wronglyDestroyed } from "../rules/proposeKept.ts";
import {
  findRequest,
  insertRequest,
  listOverview,
  listPersons,
  saveConfirmation,
  saveDecision,
  saveExtension,
  saveTold,
  saveWithdrawal,
  type DestructionRequest,
  type Overview,
  type Person,
} from "./request.store.ts";

const part = "identity";
const monthsLater = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString();

export interface AskedDestruction {
  readonly person: string;
  readonly askedBy: "self" | "parent" | "representative";
  readonly checked: "document" | "known";
  readonly concerns: readonly Concern[];
}

/** Takes the request of one person to destroy her own file; the privacy officer has a month [AVG 12 lid 3]. */
export function askDestruction(
  actor: Actor,
  trajectoryId: string,
  asked: AskedDestruction,
): Promise<Done<{ request: string }> | Refusal<"already-asked">> {
  return withActor(actor, "destruction.asked", async ({ db, today, about }) => {
    const persons = await listPersons(db, trajectoryId);
    if (!persons.some(({ id }) => id === asked.person)) throw new NotFound();
    about({ trajectories: [trajectoryId], part });
    const request = await insertRequest(db, { trajectoryId, ...asked, dueOn: monthsLater(today, termMonths) });
    return request === null ? refuse("already-asked") : done({ request });
  });
}

export interface WholeRequest {
  readonly request: DestructionRequest;
  readonly overview: readonly Overview[];
  readonly today: Day;
  /** The one who looks decided it, so another confirms. */
  readonly decidedByMe: boolean;
}

/** A request with what it is about. Null when it is not the asker's to see. */
export function readRequest(actor: Actor, id: string): Promise<WholeRequest | null> {
  return withActor(actor, "destruction.read", async (work) => {
    const request = await findRequest(work.db, id);
    if (!request) return null;
    work.about({ trajectories: [request.trajectoryId], part });
    return {
      request,
      overview: await listOverview(work.db, id),
      today: work.today,
      decidedByMe: request.decidedBy === actor.professionalId,
    };
  });
}

type Moved = Done | Refusal<MoveRefusal | "changed-meanwhile" | "kept-by-law" | "nothing-decided">;

/** Loads, asks the rule, and saves: one way for every move. */
function moving(
  actor: Actor,
  id: string,
  move: RequestMove,
  event: string,
  save: (request: DestructionRequest, work: Work) => Promise<Moved>,
): Promise<Moved> {
  return withActor(actor, event, async (work) => {
    const request = await findRequest(work.db, id);
    if (!request) throw new NotFound();
    work.about({ trajectories: [request.trajectoryId], part });
    const decided = decideMove(move, request.state, moverOf(actor, request));
    return decided === "go" ? save(request, work) : decided;
  });
}

const moverOf = (actor: Actor, request: DestructionRequest): Mover => ({
  side: actor.role === "privacy_officer" ? "officer" : "organisation",
  decided: request.decidedBy === actor.professionalId,
});
const saved = (was: boolean): Moved => (was ? done({}) : refuse("changed-meanwhile"));

/** The privacy officer decides on each kind of record: it goes, or it stays with a reason. */
export function decideRequest(
  actor: Actor,
  id: string,
  answers: Readonly<Partial<Record<RecordKind, KeepReason | "destroy">>>,
): Promise<Moved> {
  const destroyed = recordKinds.filter((kind) => answers[kind] === "destroy");
  const kept = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== "destroy")) as Record<RecordKind, KeepReason>;
  return moving(actor, id, destroyed.length > 0 ? "grant" : "refuse", "destruction.decided", async (request, { db }) => {
    const asked = new Set((await listOverview(db, id)).map(({ kind }) => kind));
    if ([...asked].some((kind) => answers[kind] === undefined)) return refuse("nothing-decided");
    if (wronglyDestroyed(destroyed).length > 0) return refuse("kept-by-law");
    return saved(await saveDecision(db, request, destroyed, kept));
  });
}

/** Once, with a reason that the family is told. */
export const extendRequest = (actor: Actor, id: string, because: ExtendReason): Promise<Moved> =>
  moving(actor, id, "extend", "destruction.extended", async (request, { db }) =>
    saved(await saveExtension(db, request, because, monthsLater(request.askedOn, longestTermMonths))),
  );

/** The second person confirms: from here it cannot be taken back, and the worker carries it out. */
export const confirmRequest = (actor: Actor, id: string): Promise<Moved> =>
  moving(actor, id, "confirm", "destruction.confirmed", async (request, { db }) => {
    const answer = await saveConfirmation(db, request);
    return answer === "done" ? done({}) : refuse(answer);
  });

/** The family takes its request back. */
export const withdrawRequest = (actor: Actor, id: string): Promise<Moved> =>
  moving(actor, id, "withdraw", "destruction.withdrawn", async (request, { db }) => saved(await saveWithdrawal(db, request)));

/** The family was told how it ended: off the list. */
export const tellRequest = (actor: Actor, id: string): Promise<Done> =>
  withActor(actor, "destruction.told", async ({ db, about }) => {
    const request = await findRequest(db, id);
    if (!request) throw new NotFound();
    about({ trajectories: [request.trajectoryId], part });
    await saveTold(db, id);
    return done({});
  });

/** Whose file can be asked for; null when the line is not the asker's to see. */
export const readAsking = (actor: Actor, trajectoryId: string): Promise<{ persons: readonly Person[] } | null> =>
  withActor(actor, "destruction.read", async ({ db, about }) => {
    const persons = await listPersons(db, trajectoryId);
    if (persons.length === 0) return null;
    about({ trajectories: [trajectoryId], part });
    return { persons };
  });
