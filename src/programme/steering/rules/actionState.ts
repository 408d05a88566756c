import type { Day } from "../../../kit/day.ts";
import type { ActionState, SteeringAction } from "../steering.ts";

/** An action is late from the day after its day. */
export const actionState = ({ doneOn, dueOn }: Pick<SteeringAction, "doneOn" | "dueOn">, today: Day): ActionState =>
  doneOn === null ? (dueOn < today ? "late" : "open") : "done";
