import type { Tone } from "../../../design/Tag.tsx";
import type { ActionState, Flag } from "../steering.ts";

/** How loud a deviation is. */
export const flagTones: Readonly<Record<Flag, Tone>> = {
  behind: "late",
  stagnating: "soon",
  as_expected: "ok",
  ahead: "info",
  unknown: "plain",
};
export const actionStateTones: Readonly<Record<ActionState, Tone>> = { open: "info", late: "late", done: "ok" };
