import { addDays, type Day } from "../../../kit/day.ts";
import type { HomeVisit, VisitState } from "../homeVisit.ts";
import { visitTerms } from "./visitTerms.ts";

export const visitWorkKinds = [
  "home-visit.answer",
  "home-visit.answer-awaited",
  "home-visit.plan",
  "home-visit.interpreter",
  "home-visit.hold",
  "home-visit.awaited",
  "home-visit.report",
  "home-visit.report-awaited",
  "home-visit.read",
  "home-visit.declined",
  "home-visit.cancelled",
  "home-visit.consent-gone",
  "home-visit.moved",
] as const;
export type VisitWorkKind = (typeof visitWorkKinds)[number];

/** For whom: the team that is asked, the nurse who took it on, or who asked. */
export type VisitWorker = "asked-team" | "nurse" | "asker";

export interface VisitWork {
  readonly kind: VisitWorkKind;
  readonly for: VisitWorker;
  readonly side: "mine" | "waiting";
  readonly dueOn: Day;
}

/** What is put by the database, and stays whatever state of these the visit comes in: the family moved, and nobody said yet who goes. */
const staysIn: Readonly<Partial<Record<VisitWorkKind, readonly VisitState[]>>> = {
  "home-visit.moved": ["requested", "accepted", "scheduled", "no_show"],
};

/** What leaves the lists when a visit comes in this state. */
export const goneWork = (state: VisitState, wanted: readonly VisitWork[]): readonly VisitWorkKind[] =>
  visitWorkKinds.filter((kind) => !wanted.some((one) => one.kind === kind) && staysIn[kind]?.includes(state) !== true);

/** What waits for whom in each state: of what was sent, its sender sees the state until it is closed [screens.md 5]. */
export function workOfVisit(visit: HomeVisit, confirmationOpened = false): readonly VisitWork[] {
  const { status } = visit;
  const nurse = (kind: VisitWorkKind, dueOn: Day): VisitWork => ({ kind, for: "nurse", side: "mine", dueOn });
  const waits = (kind: VisitWorkKind, dueOn: Day): VisitWork => ({ kind, for: "asker", side: "waiting", dueOn });
  const interpreter = (dueOn: Day): readonly VisitWork[] =>
    visit.interpreterNeeded && visit.interpreterBookedOn === null ? [nurse("home-visit.interpreter", dueOn)] : [];
  switch (status.state) {
    case "requested":
      return [
        { kind: "home-visit.answer", for: "asked-team", side: "mine", dueOn: visit.answerBy },
        waits("home-visit.answer-awaited", visit.answerBy),
      ];
    case "accepted":
    case "no_show":
      return [
        nurse("home-visit.plan", visit.visitBefore),
        ...interpreter(visit.visitBefore),
        waits("home-visit.awaited", visit.visitBefore),
      ];
    case "scheduled":
      return [nurse("home-visit.hold", status.on), ...interpreter(status.on), waits("home-visit.awaited", status.on)];
    case "held": {
      const dueOn = addDays(status.heldOn, visitTerms.reportDays);
      return [nurse("home-visit.report", dueOn), waits("home-visit.report-awaited", dueOn)];
    }
    case "reported":
      return confirmationOpened
        ? []
        : [{ kind: "home-visit.read", for: "asker", side: "mine", dueOn: addDays(status.reportedOn, visitTerms.readDays) }];
    case "declined":
      return [{ kind: "home-visit.declined", for: "asker", side: "mine", dueOn: addDays(status.endedOn, visitTerms.readDays) }];
    case "cancelled": {
      const told = status.by === "asked" ? "asker" : status.nurse ? "nurse" : "asked-team";
      return [{ kind: "home-visit.cancelled", for: told, side: "mine", dueOn: addDays(status.endedOn, visitTerms.readDays) }];
    }
  }
}
