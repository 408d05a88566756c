import { addWorkingDays } from "../../../kit/workingDays.ts";
import type { Day } from "../../../kit/day.ts";
import type { LeadMove, LeadTransfer, TransferState } from "../caseLead.ts";

/** From which state each move is possible, to which it leads, and who makes it. Only accepting changes who leads [domain 3.9]. */
export const leadMoves: Readonly<Record<LeadMove, { from: TransferState; to: TransferState; by: "asked" | "asking"; reason: boolean }>> = {
  accept: { from: "offered", to: "accepted", by: "asked", reason: false },
  decline: { from: "offered", to: "declined", by: "asked", reason: true },
  withdraw: { from: "offered", to: "withdrawn", by: "asking", reason: false },
};

/** Working days in which a transfer is to be answered; then the coordinator of the Knooppunt is told [domain 3.9]. */
export const answerWorkingDays = 3;
export const answerBy = (offeredOn: Day): Day => addWorkingDays(offeredOn, answerWorkingDays);

interface Asker {
  readonly organisationId: string;
  readonly membershipId: string;
  readonly role: string;
}

/** May this professional make this move now? */
export function mayMove(move: LeadMove, transfer: Pick<LeadTransfer, "state" | "from" | "to">, asker: Asker): boolean {
  const { from, by } = leadMoves[move];
  return transfer.state === from && (by === "asked" ? isAsked(transfer.to, asker) : transfer.from.organisationId === asker.organisationId);
}

const isAsked = (to: LeadTransfer["to"], { organisationId, role, membershipId }: Asker): boolean =>
  to.organisationId === organisationId && to.role === role && (to.membershipId === null || to.membershipId === membershipId);
