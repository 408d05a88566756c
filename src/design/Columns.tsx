import type { ReactNode } from "react";

type Props = Readonly<{ children: ReactNode; aside: ReactNode; asideLabel?: string | undefined }>;

/** The story on the left, what one looks up beside it; below each other on a small screen. */
export function Columns({ children, aside, asideLabel }: Props) {
  return (
    <div className="wieg-columns">
      <div className="wieg-stack">{children}</div>
      <aside className="wieg-stack" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  );
}
