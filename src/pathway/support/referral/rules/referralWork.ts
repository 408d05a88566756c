import { addDays, type Day } from "../../../../kit/day.ts";
import type { Candidate, CandidateStatus } from "../referral.ts";
import { referralTerms } from "./referralTerms.ts";

export const referralWorkKinds = [
  "referral.answer",
  "referral.chase",
  "referral.awaited",
  "referral.waiting",
  "referral.bridge",
  "referral.declined",
  "referral.start",
  "referral.report",
  "referral.running",
  "referral.completed",
  "referral.stopped",
  "referral.withdrawn",
  "referral.taken",
] as const;
export type ReferralWorkKind = (typeof referralWorkKinds)[number];

/** For whom: the organisation that is asked, who took it on there, or who asked. */
export interface ReferralWork {
  readonly kind: ReferralWorkKind;
  readonly for: "asked" | "helper" | "asker";
  readonly side: "mine" | "waiting";
  readonly dueOn: Day;
}

/**
 * What waits for whom in each state. In every state that is not over someone has it as her own work, and who asked sees it until it is closed:
 * nothing disappears silently [domain 3.6]. Who has no account has no list: then who asked keeps it going.
 */
export function workOfCandidate(candidate: Pick<Candidate, "way" | "answerBy" | "feedbackAllowed" | "status">): readonly ReferralWork[] {
  const { way, status } = candidate;
  const outside = way !== "wieg";
  const asker = (kind: ReferralWorkKind, dueOn: Day, side: ReferralWork["side"] = "mine"): ReferralWork => ({
    kind,
    for: "asker",
    side,
    dueOn,
  });
  const told = (kind: ReferralWorkKind, on: Day): ReferralWork => asker(kind, addDays(on, referralTerms.readDays));
  const theirs = (kind: ReferralWorkKind, dueOn: Day, who: "asked" | "helper"): readonly ReferralWork[] =>
    outside ? [asker("referral.chase", dueOn)] : [{ kind, for: who, side: "mine", dueOn }, asker(waitingFor(status), dueOn, "waiting")];
  switch (status.state) {
    case "requested":
      return theirs("referral.answer", candidate.answerBy, "asked");
    case "waitlisted":
      return [
        ...theirs("referral.waiting", status.expectedOn, "asked"),
        ...(status.bridge === null ? [told("referral.bridge", status.answeredOn)] : []),
      ];
    case "accepted":
      return theirs("referral.start", addDays(status.answeredOn, referralTerms.startDays), "helper");
    case "started":
      return theirs("referral.report", addDays(status.reportedOn ?? status.startedOn, referralTerms.reportDays), "helper");
    case "completed":
      return [told("referral.completed", status.endedOn)];
    case "stopped":
      return [told("referral.stopped", status.endedOn)];
    case "declined":
      return [told("referral.declined", status.endedOn)];
    case "withdrawn":
      if (status.side === "asked") return [told("referral.withdrawn", status.endedOn)];
      return outside
        ? []
        : [
            {
              kind: "referral.withdrawn",
              for: status.helper === null ? "asked" : "helper",
              side: "mine",
              dueOn: addDays(status.endedOn, referralTerms.readDays),
            },
          ];
    case "taken":
      return outside
        ? []
        : [{ kind: "referral.taken", for: "asked", side: "mine", dueOn: addDays(status.endedOn, referralTerms.readDays) }];
  }
}

const waitingFor = ({ state }: CandidateStatus): ReferralWorkKind =>
  state === "requested" || state === "waitlisted" ? "referral.awaited" : "referral.running";
