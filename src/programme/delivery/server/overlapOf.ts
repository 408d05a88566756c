import type { Moment } from "../../../kit/moment.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import { decideOverlap } from "../rules/overlaps.ts";
import type { CareVisit, VisitRefusal } from "../visit.ts";
import { listBusy, listVisitsOfLine, lockVisitsOf } from "./visit.store.ts";

interface Wanted {
  readonly trajectoryId: string;
  readonly visitId: string;
  readonly assistantId: string;
  readonly from: Moment;
  readonly until: Moment;
  readonly why: string | null;
}
type AlsoPlanned = Pick<Wanted, "assistantId" | "from" | "until"> & { readonly id: string };

/** Is anyone in two places, or are two in one? Locks the visits of this assistant until the transaction ends. `beside`: planned in the same go. */
export async function overlapOf({ db }: Work, wanted: Wanted, beside: readonly AlsoPlanned[] = []): Promise<VisitRefusal | "go"> {
  const { trajectoryId, visitId, assistantId, from, until, why } = wanted;
  await lockVisitsOf(db, assistantId);
  const busy = (await listBusy(db, assistantId, from, until)).filter((other) => other.visitId !== visitId);
  const samePlan = beside.filter((other) => other.assistantId === assistantId).map((other) => ({ ...other, visitId: other.id }));
  const ofFamily = (await listVisitsOfLine(db, trajectoryId))
    .filter((other) => other.id !== visitId && other.assistantId !== assistantId)
    .flatMap(stretchOf);
  return decideOverlap({ from, until }, { ofAssistant: [...busy, ...samePlan], ofFamily, why });
}

const stretchOf = (visit: CareVisit) => {
  const [from, until] = [visit.startedAt ?? visit.plannedFrom, visit.endedAt ?? visit.plannedUntil];
  const there = visit.state === "planned" || visit.state === "delivered";
  return there && from !== null && until !== null ? [{ visitId: visit.id, from, until, assistant: visit.assistant }] : [];
};
