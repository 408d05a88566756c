import type { Db } from "../../../../platform/db/withActor.ts";
import type { WorkFacts } from "../../../trajectory/workKind.ts";
import type { Candidate } from "../referral.ts";
import { workOfCandidate, type ReferralWork } from "../rules/referralWork.ts";
import { listTaken, setWork } from "./referral.store.ts";

/** Days, codes and names of organisations: never who the family is. */
export const factsOf = ({ offer, asked, asking, status, ...candidate }: Candidate): WorkFacts => ({
  offer: offer.name,
  asked: asked.organisation,
  asking: asking.organisation,
  requestedOn: candidate.requestedOn,
  answerBy: candidate.answerBy,
  urgent: candidate.urgent ? 1 : 0,
  municipality: candidate.municipality,
  state: status.state,
  way: candidate.way,
  expectedOn: "expectedOn" in status ? status.expectedOn : null,
  reason: "reason" in status ? status.reason : null,
  by: "by" in status ? status.by : null,
});

/** Puts before everyone what this state asks of them, and takes away what the state before asked. */
export async function followReferral(
  db: Db,
  candidate: Candidate,
  besides: readonly (ReferralWork | { kind: string; for: string; side: string; dueOn: string })[] = [],
): Promise<void> {
  await setWork(db, candidate.id, [...workOfCandidate(candidate), ...besides], factsOf(candidate));
}

/** Another accepted: who was asked too is told so, and no more than that. */
export async function tellOthers(db: Db, accepted: Candidate, today: string): Promise<void> {
  for (const { id, way } of await listTaken(db, accepted.id)) {
    const items = workOfCandidate({ ...accepted, way, status: { state: "taken", endedOn: today } });
    await setWork(db, id, items, {
      requestedOn: accepted.requestedOn,
      municipality: accepted.municipality,
      asking: accepted.asking.organisation,
    });
  }
}
