import type { Shape } from "./dataset.ts";
import type { Refusal } from "../../kit/refusal.ts";

/** A file that can be taken of a frozen version. */
export const fileFormats = ["csv", "sav", "r", "codebook"] as const;
export type FileFormat = (typeof fileFormats)[number];
export const shapes: readonly Shape[] = ["long", "wide"];

export type FreezeRefusal = Refusal<"withdrawn-meanwhile" | "nobody" | "study-unknown" | "plan-not-locked">;
