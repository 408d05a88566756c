import type { ReactNode } from "react";

/** Words only for who listens. */
export function VisuallyHidden({ children }: Readonly<{ children: ReactNode }>) {
  return <span className="ams-visually-hidden">{children}</span>;
}
