import type { ReactNode } from "react";

/** Things below each other with the usual room between them. */
export function Stack({ children }: Readonly<{ children: ReactNode }>) {
  return <div className="wieg-stack">{children}</div>;
}
