import { type ReactNode, useId } from "react";

type Props = Readonly<{
  title?: ReactNode;
  /** Beside the title: a tag, a date. */
  tag?: ReactNode;
  /** At the end of the title's line: a link or a button. */
  action?: ReactNode;
  /** A coloured edge: what this card is about needs to be seen. */
  tone?: "late" | "soon" | "ok" | "info" | undefined;
  /** The address of this card on the page, for `SectionNav`. */
  id?: string | undefined;
  level?: 2 | 3;
  children?: ReactNode;
}>;

/** One subject on the page. */
export function Card({ title, tag, action, tone, id, level = 2, children }: Props) {
  const titleId = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      className={tone === undefined ? "wieg-card" : `wieg-card wieg-card--${tone}`}
      id={id}
      aria-labelledby={title === undefined ? undefined : titleId}
    >
      {title !== undefined && (
        <div className="wieg-card__top">
          <Heading id={titleId}>{title}</Heading>
          {tag}
          {action !== undefined && <div className="wieg-card__action">{action}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
