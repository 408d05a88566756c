import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Day } from "../../../kit/day.ts";
import type { ItemMove, ItemState, OffBecause, SittingMove, SittingRefusal, SittingState } from "../sitting.ts";

/** The life of a sitting: from which states each move is possible, and to which it leads; null: it stays. All are the chair's. */
export const sittingMoveTable: Readonly<
  Record<
    SittingMove,
    { readonly from: readonly SittingState[]; readonly to: SittingState | null; readonly on?: "its-day" | "until-its-day" }
  >
> = {
  set_agenda: { from: ["planned", "agenda_set"], to: "agenda_set", on: "until-its-day" },
  order: { from: ["agenda_set", "open"], to: null, on: "until-its-day" },
  move: { from: ["planned", "agenda_set"], to: null },
  invite: { from: ["planned", "agenda_set", "open"], to: null },
  open: { from: ["agenda_set", "open"], to: "open", on: "its-day" },
  decide: { from: ["open"], to: null },
  close: { from: ["open"], to: "held" },
  cancel: { from: ["planned", "agenda_set", "open"], to: "cancelled" },
};

/** A case on the agenda. Off it goes back to the list and may come on another agenda; what was discussed is off the list. */
export const itemMoveTable: Readonly<
  Record<ItemMove, { readonly from: ItemState; readonly to: ItemState; readonly sitting: readonly SittingState[] }>
> = {
  decide: { from: "on_agenda", to: "discussed", sitting: ["open"] },
  take_off: { from: "on_agenda", to: "off", sitting: ["planned", "agenda_set", "open", "cancelled", "held"] },
};

/** Moves of a sitting that take every case off that is still on its agenda, and why. */
export const takesOff: Readonly<Partial<Record<SittingMove, OffBecause>>> = { close: "not_reached", cancel: "sitting" };

/** In these the table sees the cases of the agenda, as long as the family allows it, until the day itself has passed [domain 3.7]. */
export const tableSees: readonly SittingState[] = ["agenda_set", "open"];

/** May the chair make this move now? */
export function decideSitting(
  move: SittingMove,
  { state, heldOn, today }: { readonly state: SittingState; readonly heldOn: Day; readonly today: Day },
): Refusal<SittingRefusal> | "go" {
  const { from, on } = sittingMoveTable[move];
  if (!from.includes(state)) return refuse("not-in-state", { state });
  if (on === "its-day" && heldOn !== today) return refuse("not-today", { heldOn });
  if (on === "until-its-day" && heldOn < today) return refuse("day-passed", { heldOn });
  return "go";
}

/** Whether someone at the table sees a case now. */
export const seesCase = (
  sitting: { readonly state: SittingState; readonly heldOn: Day },
  item: ItemState,
  allowed: boolean,
  today: Day,
): boolean => tableSees.includes(sitting.state) && sitting.heldOn >= today && item !== "off" && allowed;
