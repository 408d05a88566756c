import type { Day } from "../../../kit/day.ts";
import type { DeclineReason, GivenWay, Handover, HandoverState, HandoverStatus, Signature, WithdrawReason } from "../handover.ts";

type Signed = { readonly [Key in keyof Omit<Signature, "on">]: Signature[Key] | null };

/** A handover as the database gives it. */
export interface HandoverRow extends Omit<Handover, "status"> {
  readonly state: HandoverState;
  readonly answerBy: Day | null;
  readonly offeredOn: Day | null;
  readonly acceptedOn: Day | null;
  readonly heldOn: Day | null;
  readonly heldBy: "sender" | "receiver" | null;
  readonly endedOn: Day | null;
  readonly outsideTo: string | null;
  readonly outsideWay: GivenWay | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly signedFrom: Signed;
  readonly signedTo: Signed;
}

export function handoverOf(row: HandoverRow): Handover {
  const {
    state: _state,
    answerBy: _by,
    offeredOn: _o,
    acceptedOn: _a,
    heldOn: _h,
    heldBy: _hb,
    endedOn: _e,
    outsideTo: _ot,
    outsideWay: _ow,
    reason: _r,
    note: _n,
    signedFrom: _f,
    signedTo: _t,
    ...rest
  } = row;
  return { ...rest, status: statusOf(row) };
}

/** The row is checked by its constraints; a state that lacks what it must have is a fault. */
function statusOf(row: HandoverRow): HandoverStatus {
  const need = <Value>(value: Value | null): Value => {
    if (value === null) throw new Error(`A handover in state ${row.state} lacks what that state must have.`);
    return value;
  };
  const signature = ({ membershipId, name, role }: Signed, on: Day | null): Signature => ({
    membershipId: need(membershipId),
    name: need(name),
    role: need(role),
    on: need(on),
  });
  const from = () => signature(row.signedFrom, row.offeredOn);
  const to = () => signature(row.signedTo, row.acceptedOn);
  switch (row.state) {
    case "prepared":
      return { state: "prepared" };
    case "offered":
      return { state: "offered", from: from(), answerBy: need(row.answerBy) };
    case "accepted":
      return { state: "accepted", from: from(), to: to() };
    case "held":
      return { state: "held", from: from(), to: to(), heldOn: need(row.heldOn), heldBy: need(row.heldBy) };
    case "given":
      return { state: "given", from: from(), outside: { to: need(row.outsideTo), way: need(row.outsideWay) } };
    case "declined":
      return { state: "declined", from: from(), endedOn: need(row.endedOn), reason: need(row.reason) as DeclineReason, note: row.note };
    case "withdrawn":
      return {
        state: "withdrawn",
        endedOn: need(row.endedOn),
        reason: need(row.reason) as WithdrawReason,
        note: row.note,
        wasOffered: row.offeredOn !== null,
      };
  }
}
