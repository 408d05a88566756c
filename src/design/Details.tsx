import type { ReactNode } from "react";

type Props = Readonly<{ summary: ReactNode; open?: boolean; id?: string | undefined; children: ReactNode }>;

/** Something most people skip, one press away. */
export function Details({ summary, open = false, id, children }: Props) {
  return (
    <details className="wieg-details" open={open} id={id}>
      <summary>{summary}</summary>
      <div className="wieg-details__body">{children}</div>
    </details>
  );
}
