import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { insertFamily, type NewFamily } from "../../../registry/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { ClosingReason, HelpMove, HelpRefusal, HelpRequest } from "../helpRequest.ts";
import { decideHelpMove } from "../rules/helpMoves.ts";
import {
  addHelpEvent,
  changeHelpRequest,
  findHelpRequest,
  forwardHelpRequest,
  listHelpEvents,
  listOtherReceivers,
  type HelpChange,
  type HelpEventKind,
} from "./helpRequest.store.ts";

type Answer = Done | Refusal<HelpRefusal>;

export interface HelpInput {
  readonly id: string;
  readonly version: number;
  readonly day?: Day;
  readonly note?: string;
  readonly reason?: ClosingReason;
}

interface Decided {
  readonly request: HelpRequest;
}

/** Loads the question and decides on the move; the reference stands in the trail, nothing of what she asked. */
async function decide({ db, today, about }: Work, actor: Actor, move: HelpMove, input: HelpInput): Promise<Decided | Refusal<HelpRefusal>> {
  const request = await findHelpRequest(db, input.id);
  if (!request) return refuse("not-visible");
  about({ part: "signals", purpose: request.reference, trajectories: request.trajectoryId ? [request.trajectoryId] : [] });
  const attempts = (await listHelpEvents(db, input.id)).filter(({ kind }) => kind === "no_contact").map(({ onDay }) => onDay);
  const outcome = decideHelpMove(move, { ...request, ...input, actor: actor.membershipId, today, attempts });
  return outcome === "go" ? { request } : outcome;
}

const refused = (decided: Decided | Refusal<HelpRefusal>): decided is Refusal<HelpRefusal> => "code" in decided;

interface Effect {
  readonly kind: HelpEventKind;
  readonly change: (actor: Actor, today: Day, input: HelpInput) => HelpChange;
}

const effects: Readonly<Record<"take" | "takeOver" | "release" | "noContact" | "spoke" | "close", Effect>> = {
  take: { kind: "taken", change: (actor) => ({ state: "taken", takenBy: actor.membershipId }) },
  takeOver: { kind: "taken_over", change: (actor) => ({ takenBy: actor.membershipId }) },
  release: { kind: "released", change: () => ({ state: "waiting", takenBy: null }) },
  noContact: { kind: "no_contact", change: () => ({}) },
  spoke: { kind: "spoke", change: (_actor, today, { day }) => ({ state: "answered", answeredOn: day ?? today }) },
  close: { kind: "closed", change: (_actor, _today, { reason }) => ({ state: "closed", ...(reason && { closedReason: reason }) }) },
};

/** Takes up, gives back, tries, answers or closes a question. Of two who take it up at once, one has it and the other is told who. */
export function moveHelpRequest(actor: Actor, move: keyof typeof effects, input: HelpInput): Promise<Answer> {
  const { kind, change } = effects[move];
  return withActor(actor, `help.${kind}`, async (work) => {
    const decided = await decide(work, actor, move, input);
    if (refused(decided)) return decided;
    if (!(await changeHelpRequest(work.db, input, change(actor, work.today, input)))) return firstWas(work, move, input.id);
    await addHelpEvent(work.db, {
      requestId: input.id,
      organisationId: actor.organisationId,
      kind,
      onDay: input.day ?? work.today,
      note: input.note || null,
    });
    return done({});
  });
}

/** Who was first, for the one who came second. */
async function firstWas({ db }: Work, move: HelpMove, id: string): Promise<Refusal<HelpRefusal>> {
  const now = await findHelpRequest(db, id);
  return move === "take" && now?.takenByName ? refuse("taken-already", { by: now.takenByName }) : refuse("changed-meanwhile");
}

/** Hands it over to another organisation that answers questions: from then on only that one sees it. */
export function forwardQuestion(actor: Actor, input: HelpInput & { to: string; note: string }): Promise<Answer> {
  return withActor(actor, "help.forwarded", async (work) => {
    const decided = await decide(work, actor, "forward", input);
    if (refused(decided)) return decided;
    const others = await listOtherReceivers(work.db, decided.request.municipality, actor.organisationId);
    if (!others.some(({ id }) => id === input.to)) return refuse("no-receiver");
    return (await forwardHelpRequest(work.db, { id: input.id, version: input.version, to: input.to, why: input.note }))
      ? done({})
      : refuse("changed-meanwhile");
  });
}

/** The question belongs to a family that is known already. */
export function linkQuestion(actor: Actor, input: HelpInput & { trajectoryId: string }): Promise<Answer> {
  return withActor(actor, "help.linked", async (work) => {
    const decided = await decide(work, actor, "link", input);
    if (refused(decided)) return decided;
    const line = await findLine(work.db, input.trajectoryId);
    if (!line) return refuse("family-unknown");
    return keepLink(work, actor, input, line.id, "linked");
  });
}

/** A family that asked for help and is not known yet: registered by who answers her. */
export function registerFromQuestion(
  actor: Actor,
  input: HelpInput,
  family: NewFamily,
): Promise<Done<{ trajectoryId: string }> | Refusal<HelpRefusal>> {
  return withActor(actor, "help.registered", async (work) => {
    const decided = await decide(work, actor, "link", input);
    if (refused(decided)) return decided;
    const { request } = decided;
    if (request.trajectoryId !== null) return refuse("changed-meanwhile");
    if (!(await changeHelpRequest(work.db, input, {}))) return refuse("changed-meanwhile"); // from here on it is held by this act alone
    const channel = request.channel === "self" ? null : request.channel;
    const { trajectoryId } = await insertFamily(work.db, {
      ...family,
      contacts:
        channel && request.contact ? [{ channel, value: request.contact, safe: true, safeMoments: family.contactWish ?? null }] : [],
    });
    await keepLink(work, actor, { ...input, version: input.version + 1 }, trajectoryId, "registered");
    return done({ trajectoryId });
  });
}

async function keepLink(
  { db, about, today }: Work,
  actor: Actor,
  input: HelpInput,
  trajectoryId: string,
  kind: "linked" | "registered",
): Promise<Answer> {
  about({ trajectories: [trajectoryId] });
  if (!(await changeHelpRequest(db, input, { trajectoryId }))) return refuse("changed-meanwhile");
  await addHelpEvent(db, { requestId: input.id, organisationId: actor.organisationId, kind, onDay: today, note: null });
  return done({});
}
