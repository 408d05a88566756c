import { addDays, type Day } from "../../../kit/day.ts";
import type { Handover } from "../handover.ts";
import { handoverTerms, holdBy } from "./handoverTerms.ts";

export const handoverWorkKinds = [
  "handover.finish",
  "handover.answer",
  "handover.awaited",
  "handover.hold",
  "handover.holding",
  "handover.held",
  "handover.lead",
  "handover.declined",
  "handover.withdrawn",
] as const;
export type HandoverWorkKind = (typeof handoverWorkKinds)[number];

export interface HandoverWork {
  readonly kind: HandoverWorkKind;
  readonly for: "sender" | "receiver";
  readonly side: "mine" | "waiting";
  readonly dueOn: Day;
}

/** What is known of who leads the case, beside the handover. */
export interface WorkFactsOf {
  /** The sender leads the case and does not stay: the lead has to go along [domain 3.9]. */
  readonly senderLeads: boolean;
}

/** What waits for whom in each state: in every open state it is someone's own work, and the other side sees that it waits. */
export function workOfHandover(
  handover: Pick<Handover, "momentOn" | "senderStays" | "status">,
  { senderLeads }: WorkFactsOf,
): readonly HandoverWork[] {
  const { status, momentOn, senderStays } = handover;
  const told = (kind: HandoverWorkKind, whom: HandoverWork["for"], on: Day): HandoverWork => ({
    kind,
    for: whom,
    side: "mine",
    dueOn: addDays(on, handoverTerms.readDays),
  });
  const lead = (on: Day): readonly HandoverWork[] => (senderLeads && !senderStays ? [told("handover.lead", "sender", on)] : []);
  switch (status.state) {
    case "prepared":
      return [{ kind: "handover.finish", for: "sender", side: "mine", dueOn: momentOn }];
    case "offered":
      return [
        { kind: "handover.answer", for: "receiver", side: "mine", dueOn: status.answerBy },
        { kind: "handover.awaited", for: "sender", side: "waiting", dueOn: status.answerBy },
      ];
    case "accepted": {
      const dueOn = holdBy(status.to.on, momentOn);
      return [
        { kind: "handover.hold", for: "receiver", side: "mine", dueOn },
        { kind: "handover.holding", for: "sender", side: "waiting", dueOn },
        ...lead(status.to.on),
      ];
    }
    case "held":
      return [told("handover.held", status.heldBy === "sender" ? "receiver" : "sender", status.heldOn), ...lead(status.heldOn)];
    case "given":
      return [];
    case "declined":
      return [told("handover.declined", "sender", status.endedOn)];
    case "withdrawn":
      return status.wasOffered ? [told("handover.withdrawn", "receiver", status.endedOn)] : [];
  }
}
