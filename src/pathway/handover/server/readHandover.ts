import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import type { Family } from "../../../registry/family.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { isRole } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import type { Line } from "../../trajectory/line.ts";
import { findLine, secondBirthday } from "../../trajectory/server/door.ts";
import { moments, openStates, type DueHandover, type Handover, type HandoverMoment, type Heading } from "../handover.ts";
import { decideConsent, type HandoverConsent, type Sides } from "../rules/handoverMoves.ts";
import { dueHandovers } from "../rules/dueHandovers.ts";
import { letsGo } from "../rules/letsGo.ts";
import { newestMove } from "../rules/newestMove.ts";
import { receiversOf } from "../rules/receiversOf.ts";
import { findHandover, listHandovers, listMyWork, listWords, senderLeads } from "./handover.store.ts";
import { findDueFacts, listReceivers, listTeam, type Receiver } from "./handoverSources.store.ts";
import { findConsent, sidesOf, toldKinds } from "./moveHandover.ts";

export type Words = readonly { readonly heading: Heading; readonly words: string }[];

/** A handover as this asker may see it: before acceptance, on the receiving side, the request alone. */
export interface HandoverData {
  readonly handover: Handover;
  readonly sides: Sides;
  readonly today: Day;
  /** Null as long as the asker may not know. */
  readonly family: Family | null;
  readonly familyName: string | null;
  readonly line: Line | null;
  readonly words: Words;
  readonly consent: HandoverConsent | null;
  readonly allowed: boolean;
  /** What the other side did waits to be read. */
  readonly told: boolean;
  /** The sender leads the case, and does not stay. */
  readonly leadGoesAlong: boolean;
  /** For who prepares it: who can receive it, and who works there. */
  readonly receivers: readonly Receiver[];
  /** Her role writes the plan, and so prepares handovers. */
  readonly mayPrepare: boolean;
  /** Her role closes lines. */
  readonly mayClose: boolean;
  readonly team: readonly { readonly membershipId: string; readonly name: string }[];
}

/** Who took it over is there, and did not give it back, as far as a page needs to know. */
const receiving = { receiverInvolved: true, receivedSince: false } as const;

/** In the transaction of who asks: pages, print and export read the same. */
export async function findHandoverData(work: Work, actor: Actor, trajectoryId: string, handoverId: string): Promise<HandoverData | null> {
  const { db, today } = work;
  const handover = await findHandover(db, trajectoryId, handoverId);
  if (!handover) return null;
  work.about({ trajectories: [trajectoryId], part: "plan" });
  const sides = sidesOf(handover, actor);
  const isSide = sides.sender || sides.receiver;
  const family = await findFamilyOfLine(db, trajectoryId);
  const line = await findLine(db, trajectoryId);
  const consent = isSide && openStates.includes(handover.status.state) ? await findConsent(db, handover) : null;
  const prepares = sides.sender && handover.status.state === "prepared" && line !== null;
  const leads = async () => !handover.senderStays && (await senderLeads(db, handoverId));
  return {
    handover,
    sides,
    today,
    family,
    line,
    familyName: family && familyHeading(family.members),
    words: await listWords(db, handoverId),
    consent,
    allowed: decideConsent(consent) === "go",
    told: (await listMyWork(db, handoverId, toldKinds)).length > 0,
    leadGoesAlong:
      sides.sender && letsGo({ ...handover, state: handover.status.state, ...receiving, senderLeads: await leads() }) === "lead-first",
    mayPrepare: isRole(actor.role) && mayRole(actor.role, "plan", "write"),
    mayClose: isRole(actor.role) && mayRole(actor.role, "identity", "write"),
    receivers: prepares ? await receiversFor(work, line, handover.moment, actor) : [],
    team:
      prepares && handover.to !== null && handover.toRole !== null
        ? await listTeam(db, { organisationId: handover.to.organisationId, role: handover.toRole })
        : [],
  };
}

export const readHandover = (actor: Actor, trajectoryId: string, handoverId: string): Promise<HandoverData | null> =>
  withActor(actor, "handover.read", (work) => findHandoverData(work, actor, trajectoryId, handoverId));

const receiversFor = ({ db }: Work, line: Line, moment: HandoverMoment, { organisationKind }: Actor): Promise<readonly Receiver[]> =>
  listReceivers(db, { trajectoryId: line.id, municipality: line.municipality, ...receiversOf(moment, organisationKind) });

/** What is due of the asker's own organisation, by the dates of the line. */
export async function findDue({ db, today }: Work, line: Line, { addresses }: Family, actor: Actor): Promise<readonly DueHandover[]> {
  const move = newestMove(addresses);
  const { bornInHospital, ...facts } = await findDueFacts(db, line.id, move);
  const { state, dueDate, bornOn, lossOn } = line;
  const dates = { state, dueDate, bornOn, lossOn, bornInHospital, secondBirthday: bornOn === null ? null : secondBirthday(bornOn) };
  return dueHandovers({ ...facts, move, today, line: dates }).filter(({ organisationId }) => organisationId === actor.organisationId);
}

export interface HandoversData {
  readonly line: Line;
  readonly family: string;
  readonly today: Day;
  readonly handovers: readonly Handover[];
  readonly due: readonly DueHandover[];
}

/** Every handover of a family, and what is due. */
export const readHandovers = (actor: Actor, trajectoryId: string): Promise<HandoversData | null> =>
  withActor(actor, "handover.read", async (work) => {
    const { db, today, about } = work;
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family) return null;
    about({ trajectories: [trajectoryId], part: "plan" });
    return {
      line,
      family: familyHeading(family.members),
      today,
      handovers: await listHandovers(db, trajectoryId),
      due: await findDue(work, line, family, actor),
    };
  });

export interface BeginData {
  readonly line: Line;
  readonly family: string;
  readonly moment: HandoverMoment;
  readonly dueOn: Day | null;
  readonly receivers: readonly Receiver[];
}

/** What a new handover of this moment asks: who receives it. */
export const readBegin = (actor: Actor, trajectoryId: string, wanted: unknown): Promise<BeginData | null> =>
  withActor(actor, "handover.read", async (work) => {
    const { db, about } = work;
    const moment = moments.find((one) => one === wanted) ?? "other";
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family || line.state !== "open") return null;
    about({ trajectories: [trajectoryId], part: "plan" });
    const dueOn = (await findDue(work, line, family, actor)).find((one) => one.moment === moment)?.dueOn ?? null;
    return { line, family: familyHeading(family.members), moment, dueOn, receivers: await receiversFor(work, line, moment, actor) };
  });
