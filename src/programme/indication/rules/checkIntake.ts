import type { Day } from "../../../kit/day.ts";
import { refuse } from "../../../kit/refusal.ts";
import type { IndicationRefusal, Intake } from "../indication.ts";

/** Whether an intake may be recorded: it was held, and a family that takes less, or nothing at all, said why. */
export function checkIntake(
  intake: Pick<Intake, "onDay" | "acceptedMinutes" | "lessReasons" | "note">,
  indicatedMinutes: number | null,
  today: Day,
): IndicationRefusal | null {
  if (intake.onDay > today) return refuse("day-to-come");
  return takesLess(intake.acceptedMinutes, indicatedMinutes) && intake.lessReasons.length === 0 ? refuse("less-why-needed") : null;
}

/** Takes less than was indicated; with nothing indicated yet only who takes no care at all does. */
export const takesLess = (accepted: number | null, indicated: number | null): boolean =>
  accepted !== null && (accepted === 0 || (indicated !== null && accepted < indicated));
