import { isDone } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow } from "../../trajectory/testing/involve.ts";
import { headings, type Handover, type HandoverMoment, type HandoverWords } from "../handover.ts";
import { findHandover, listHandovers } from "../server/handover.store.ts";
import { offerHandover } from "../server/moveHandover.ts";
import { prepareHandover, type PrepareInput } from "../server/prepareHandover.ts";

/** A family that allows these organisations to know who it is and to read its plan. */
export async function aHandoverLine(by: Actor, organisationIds: readonly string[], change: Parameters<typeof aLine>[1] = {}) {
  const line = await aLine(by, change);
  for (const id of new Set(organisationIds)) await allow(by, line, id, ["identity", "plan"]);
  return line;
}

export const words = (change: Partial<HandoverWords> = {}): HandoverWords => ({
  ...(Object.fromEntries(headings.map((heading) => [heading, ""])) as HandoverWords),
  going_on: "Er is veel post die niemand opent",
  ...change,
});

/** As the asker sees it. */
export async function handoverNow(actor: Actor, { id, trajectoryId }: Pick<Handover, "id" | "trajectoryId">): Promise<Handover> {
  const found = await withActor(actor, "handover.read", ({ db }) => findHandover(db, trajectoryId, id));
  if (!found) throw new Error("Not hers to see.");
  return found;
}

export const handoversOf = (actor: Actor, trajectoryId: string): Promise<readonly Handover[]> =>
  withActor(actor, "handover.read", ({ db }) => listHandovers(db, trajectoryId));

/** Prepared by one for a team of another. */
export async function aPreparedHandover(
  by: Actor,
  trajectoryId: string,
  to: Actor,
  moment: HandoverMoment = "other",
  change: Partial<PrepareInput> = {},
): Promise<Handover> {
  const receiver = { organisationId: to.organisationId, role: to.role };
  const made = await prepareHandover(by, { trajectoryId, moment, momentOn: "2026-12-01", receiver, ...change });
  if (!isDone(made)) throw new Error(`${made.code} ${JSON.stringify(made.facts)}`);
  return handoverNow(by, { id: made.handoverId, trajectoryId });
}

export const seenOf = ({ id, trajectoryId, version }: Handover) => ({ handoverId: id, trajectoryId, version });

/** Signed and offered, to a team or to one of it. */
export async function anOfferedHandover(
  by: Actor,
  prepared: Handover,
  discussedOn: string,
  toMembershipId: string | null = null,
): Promise<Handover> {
  const offered = await offerHandover(by, seenOf(prepared), { discussedOn, toMembershipId });
  if (!isDone(offered)) throw new Error(`${offered.code} ${JSON.stringify(offered.facts)}`);
  return handoverNow(by, prepared);
}
