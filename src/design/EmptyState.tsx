import type { ReactNode } from "react";

type Props = Readonly<{ title: string; children?: ReactNode; action?: ReactNode }>;

/** Nothing here yet: says why, and what to do first. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="wieg-empty">
      <p className="wieg-empty__title">{title}</p>
      {children !== undefined && <div className="wieg-empty__text">{children}</div>}
      {action !== undefined && <div className="wieg-row">{action}</div>}
    </div>
  );
}
