import type { ReactNode } from "react";

/** Buttons side by side, the main one first; below each other where there is no room. */
export function ButtonRow({ children }: Readonly<{ children: ReactNode }>) {
  return <div className="wieg-row">{children}</div>;
}
