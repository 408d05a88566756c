import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Line } from "../line.ts";
import type { Loss } from "../trajectory.texts.ts";
import { pregnancyStart } from "./pregnancyWeek.ts";

export type LossRefusal = Refusal<"loss-in-future" | "loss-before-pregnancy" | "loss-before-birth" | "no-pregnancy" | "not-born">;

/** May this loss be recorded on this line? The day must fit; a child can only be lost after its birth. */
export function decideLoss(line: Pick<Line, "dueDate" | "bornOn">, loss: { kind: Loss; on: Day }, today: Day): LossRefusal | null {
  if (loss.on > today) return refuse("loss-in-future");
  if (line.dueDate === null && line.bornOn === null) return refuse("no-pregnancy");
  if (loss.kind === "child" && line.bornOn === null) return refuse("not-born");
  if (loss.kind === "child" && line.bornOn !== null && loss.on < line.bornOn) return refuse("loss-before-birth");
  return line.dueDate !== null && loss.on < pregnancyStart(line.dueDate) ? refuse("loss-before-pregnancy") : null;
}
