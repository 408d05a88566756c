import { dayOfMoment } from "../../../kit/moment.ts";
import { isDone, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Factor } from "../../../pathway/signal/signal.ts";
import { listFactors, noteSignal } from "../../../pathway/signal/server/door.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import type { CareVisit, VisitRefusal } from "../visit.ts";
import { readFamilyVisits, readVisit, type FamilyVisits } from "./readVisits.ts";
import { correctVisit, recordVisit, type RecordedInput } from "./recordVisit.ts";

export interface RecordForm extends FamilyVisits {
  readonly visit: CareVisit | null;
  /** What may be made a signal of. */
  readonly factors: readonly Factor[];
}

/** The form of a visit that was planned or recorded, or of one that nobody planned. */
export async function readRecordForm(actor: Actor, trajectory: string, visitId: string | null): Promise<RecordForm | null> {
  const data = visitId === null ? await readFamilyVisits(actor, trajectory) : await readVisit(actor, { trajectory, visit: visitId });
  if (!data) return null;
  const factors = await withActor(actor, "visits.read", ({ db }) => listFactors(db));
  return { visit: null, ...data, factors: factors.filter(mayBeChosen) };
}

const mayBeChosen = ({ kind, selectable }: Factor): boolean => selectable && kind !== "context";

export interface RecordSave extends RecordedInput {
  readonly trajectoryId: string;
  readonly id: string;
  readonly assistantId?: string;
  /** What she saw becomes a signal too, with the same words. */
  readonly factorCodes: readonly string[];
  readonly discussed: boolean;
}
type Saved = Done<{ readonly visitId: string }> | VisitRefusal | Refusal<"signal-refused">;

/** Records a visit from the page, and the signal of what she saw: nothing is typed twice. */
export const saveRecord = (actor: Actor, { factorCodes, discussed, ...input }: RecordSave): Promise<Saved> =>
  withActor(actor, "visit.recorded", async (work): Promise<Saved> => {
    const line = await findLine(work.db, input.trajectoryId);
    if (!line) return refuse("not-visible");
    const known = new Set((await listFactors(work.db)).filter(mayBeChosen).map(({ code }) => code));
    const signals = factorCodes.length > 0;
    if (signals && (line.state === "ended" || factorCodes.some((code) => !known.has(code)))) return refuse("signal-refused");
    const outcome = await recordVisit(work, actor, input);
    if (!isDone(outcome) || !signals) return outcome;
    await noteSignal(work, actor, {
      trajectoryId: line.id,
      aboutPerson: line.motherId,
      factorCodes,
      seen: input.observation,
      observedOn: dayOfMoment(input.startedAt) > work.today ? work.today : dayOfMoment(input.startedAt),
      discussedOn: null,
      discussedToday: discussed,
      urgent: false,
    });
    return outcome;
  });

/** Corrects a visit from the page. */
export const saveCorrection = (
  actor: Actor,
  {
    trajectoryId,
    visitId,
    version,
    ...input
  }: RecordedInput & { trajectoryId: string; visitId: string; version: number; assistantId?: string },
): Promise<Saved> =>
  withActor(actor, "visit.corrected", (work) =>
    correctVisit(work, actor, { trajectoryId, visitId, version }, { ...input, why: input.why ?? "" }),
  );
