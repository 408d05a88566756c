import type { EntryKind, MeldcodeEntry, MeldcodeStep } from "../meldcode.ts";
import { meldcodeSteps } from "../meldcode.ts";

/** Which entries belong to which step. A question to the officer is no consultation until she answers. */
export const stepOf: Readonly<Record<EntryKind, MeldcodeStep | null>> = {
  signals: 1,
  consult_veilig_thuis: 2,
  consult_officer: 2,
  consult_colleague: 2,
  ask_officer: null,
  advice: 2,
  talked: 3,
  not_talked: 3,
  weighed: 4,
  decided: 5,
  closed: null,
  reopened: null,
};

export interface StepNow {
  readonly step: MeldcodeStep;
  readonly state: "done" | "now" | "later";
  readonly entries: readonly MeldcodeEntry[];
}

/** How far the five steps are. Their order may be left: what is done counts, the first that is not is on now. */
export function stepsDone(entries: readonly MeldcodeEntry[]): readonly StepNow[] {
  const of = (step: MeldcodeStep) => entries.filter(({ kind }) => stepOf[kind] === step);
  const first = meldcodeSteps.find((step) => of(step).length === 0);
  return meldcodeSteps.map((step) => ({ step, entries: of(step), state: of(step).length > 0 ? "done" : step === first ? "now" : "later" }));
}
