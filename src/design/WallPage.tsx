import type { ReactNode } from "react";
import { DocumentHead } from "./DocumentHead.tsx";
import { usePage } from "./PageContext.ts";
import { useWords } from "./useWords.ts";
import { directionOf } from "./words.ts";

interface Step {
  readonly href: string;
  readonly label: string;
}
type Props = Readonly<{
  /** In the browser's tab; no names. */
  title: string;
  /** Such as "Casus 2 van 7". */
  above: string;
  heading: ReactNode;
  /** Arrow keys and Page Up and Down go there too. */
  previous?: Step | null;
  next?: Step | null;
  /** Back to where the screen was opened from: also by Escape. */
  close: Step;
  actions?: ReactNode;
  children?: ReactNode;
}>;

/** One thing at a time, in large type, for a beamer: read from the back of a room, moved through with the keyboard. */
export function WallPage({ title, above, heading, previous, next, close, actions, children }: Props) {
  const words = useWords();
  const page = usePage();
  return (
    <html lang={page.language} dir={directionOf(page.language)}>
      <DocumentHead title={title} css={page.assets.css} js={page.assets.js} />
      <body className="wieg wieg--wall" data-session-ends={page.user === null ? undefined : page.sessionSeconds}>
        <main id="inhoud" className="wieg-wall" tabIndex={-1}>
          <p className="wieg-wall__above">{above}</p>
          <h1>{heading}</h1>
          {children}
        </main>
        <nav className="wieg-wall__nav" aria-label={words.menu}>
          {previous ? (
            <a href={previous.href} rel="prev" data-key="previous">
              {previous.label}
            </a>
          ) : (
            <span />
          )}
          <span className="wieg-wall__do">
            {actions}
            <a href={close.href} data-key="close">
              {close.label}
            </a>
          </span>
          {next ? (
            <a href={next.href} rel="next" data-key="next">
              {next.label}
            </a>
          ) : (
            <span />
          )}
        </nav>
      </body>
    </html>
  );
}
