import { SkipLink } from "@amsterdam/design-system-react";
import type { ReactNode } from "react";
import { DocumentHead } from "./DocumentHead.tsx";
import type { Errors } from "./Errors.ts";
import { Notice } from "./Notice.tsx";
import { usePage } from "./PageContext.ts";
import { TopBar } from "./TopBar.tsx";
import { useWords } from "./useWords.ts";
import { directionOf } from "./words.ts";

type Props = Readonly<{
  /** Stands in the browser's tab; no personal data, it is kept in the browser's history. */
  title: string;
  /** The heading on the page; the title when left out. `null`: the page draws its own h1. */
  heading?: ReactNode;
  /** Tags beside the heading. */
  tags?: ReactNode;
  /** One quiet sentence below the heading. */
  sub?: ReactNode;
  /** Buttons at the end of the heading's line. */
  actions?: ReactNode;
  width?: "narrow" | "normal" | "wide";
  back?: Readonly<{ href: string; label: string }> | undefined;
  /** Puts the heading on a white band with this below it: the facts and timeline of whoever the page is about. */
  head?: ReactNode;
  /** Puts "Fout:" before the title, so that a screen reader says it first. */
  errors?: Errors | undefined;
  children?: ReactNode;
}>;

/** A whole page for someone who is signed in (or about to be). */
export function Page(props: Props) {
  const { width = "normal", head } = props;
  const words = useWords();
  const page = usePage();
  const wrong = props.errors !== undefined && Object.keys(props.errors).length > 0;
  // Whose drafts these are, so that the next person at this screen does not get them.
  const who = page.user === null ? undefined : `${page.user.name}|${page.user.role}|${page.user.organisation}`;
  return (
    <html lang={page.language} dir={directionOf(page.language)}>
      <DocumentHead title={wrong ? `${words.titleError}: ${props.title}` : props.title} css={page.assets.css} js={page.assets.js} />
      <body className="wieg" data-session-ends={page.user === null ? undefined : page.sessionSeconds} data-who={who}>
        <SkipLink href="#inhoud">{words.skip}</SkipLink>
        <TopBar />
        <main id="inhoud" tabIndex={-1} className={`wieg-main wieg-main--${width}`}>
          {head === undefined ? (
            <Top {...props} />
          ) : (
            <div className="wieg-head">
              <div className="wieg-head__inner">
                <Top {...props} />
                {head}
              </div>
            </div>
          )}
          <div className="wieg-main__body">{props.children}</div>
        </main>
        {page.demonstration && (
          <footer className="wieg-foot">
            <p>{words.demonstration}</p>
          </footer>
        )}
      </body>
    </html>
  );
}

function Top({ title, heading = title, tags, sub, actions, back }: Props) {
  return (
    <>
      <Notice />
      {back !== undefined && (
        <p className="wieg-back">
          <a href={back.href}>{back.label}</a>
        </p>
      )}
      {heading !== null && (
        <div className="wieg-title">
          <div>
            <div className="wieg-title__line">
              <h1>{heading}</h1>
              {tags}
            </div>
            {sub !== undefined && <p className="wieg-sub">{sub}</p>}
          </div>
          {actions !== undefined && <div className="wieg-row">{actions}</div>}
        </div>
      )}
    </>
  );
}
