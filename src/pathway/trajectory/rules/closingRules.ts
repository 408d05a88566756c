import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { ClosingWay } from "../closing.ts";
import type { EndReason } from "../trajectory.texts.ts";

/** Who was involved still sees what was shared, to finish a report or a handover. */
export const aftercareDays = 28;
/** A line that was closed too early is opened again as it was within this many days; later a new one begins. */
export const reopenDays = 90;

/** Last day on which relations last: a family that stops is not looked at any longer than that day. */
export function relationsUntil(reason: EndReason, today: Day): Day {
  return reason === "family_stopped" ? today : Temporal.PlainDate.from(today).add({ days: aftercareDays }).toString();
}

export const mayReopen = (endedOn: Day, today: Day): boolean =>
  Temporal.PlainDate.compare(Temporal.PlainDate.from(endedOn).add({ days: reopenDays }), today) >= 0;

export interface OpenKind {
  readonly kind: string;
  readonly way: ClosingWay;
}
export type ClosingRefusal = "ends-in-future" | "still-open" | "not-agreed";

/** May this line be closed now? Nothing that has to be settled is lost; what goes on was agreed with the family. */
export function decideClosing(
  open: readonly OpenKind[],
  agreed: readonly string[],
  days: { on: Day; today: Day },
): Refusal<ClosingRefusal> | "go" {
  if (days.on > days.today) return refuse("ends-in-future");
  const unsettled = open.find(({ way }) => way === "settle");
  if (unsettled) return refuse("still-open", { kind: unsettled.kind });
  const silent = open.find(({ way, kind }) => way === "goes_on" && !agreed.includes(kind));
  return silent ? refuse("not-agreed", { kind: silent.kind }) : "go";
}
