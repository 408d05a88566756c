import type { ReactNode } from "react";

/** What a colour means. The word beside it always says the same. */
export type Tone = "late" | "soon" | "ok" | "info" | "category" | "plain";

/** A short word with a colour: a term, a state, a category. */
export function Tag({ tone = "plain", children }: Readonly<{ tone?: Tone; children: ReactNode }>) {
  return <span className={`wieg-tag wieg-tag--${tone}`}>{children}</span>;
}
