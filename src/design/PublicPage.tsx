import type { ReactNode } from "react";
import { DocumentHead } from "./DocumentHead.tsx";
import type { Errors } from "./Errors.ts";
import { usePage } from "./PageContext.ts";
import { useWords } from "./useWords.ts";
import { directionOf } from "./words.ts";

type Props = Readonly<{
  title: string;
  /** The heading on the page; the title when left out. */
  heading?: ReactNode;
  /** Such as "Vraag 2 van 5", above the heading. */
  above?: ReactNode;
  sub?: ReactNode;
  /** Always in view at the end: what to do in danger. */
  footer?: ReactNode;
  /** Where "Snel weg" goes: an everyday site that explains itself to someone who looks over a shoulder. */
  leaveTo?: string;
  errors?: Errors | undefined;
  /** The parts of someone's own pages, below the bar; gives the page their looks. */
  nav?: ReactNode;
  /** Only where a device is asked something; every form still works without. */
  script?: boolean;
  children?: ReactNode;
}>;

const everydaySite = "https://www.knmi.nl/nederland-nu/weer/verwachtingen";

/** A whole page of the front door: for anybody, on any phone, without a script. */
export function PublicPage({
  title,
  heading = title,
  above,
  sub,
  footer,
  leaveTo = everydaySite,
  errors,
  nav,
  script = false,
  children,
}: Props) {
  const words = useWords();
  const page = usePage();
  const own = nav !== undefined;
  const wrong = errors !== undefined && Object.keys(errors).length > 0;
  return (
    <html lang={page.language} dir={directionOf(page.language)}>
      <DocumentHead
        title={wrong ? `${words.titleError}: ${title}` : title}
        css={own ? page.assets.ownCss : page.assets.publicCss}
        js={script ? page.assets.js : []}
      />
      <body className={own ? "wieg wieg--public wieg--own" : "wieg wieg--public"} data-turbo={script ? "false" : undefined}>
        <header className="wieg-top">
          <div className="wieg-top__inner">
            <span className="wieg-top__mark">Wieg</span>
            <a className="wieg-leave" href={leaveTo} rel="noreferrer" title={words.leaveHint}>
              {words.leave}
            </a>
          </div>
        </header>
        {nav}
        <main id="inhoud" className="wieg-main wieg-main--narrow">
          {above !== undefined && <p className="wieg-sub">{above}</p>}
          <h1>{heading}</h1>
          {sub !== undefined && <p className="wieg-sub">{sub}</p>}
          <div className="wieg-main__body">{children}</div>
        </main>
        {(footer !== undefined || page.demonstration) && (
          <footer className="wieg-foot">
            {footer}
            {page.demonstration && <p>{words.demonstration}</p>}
          </footer>
        )}
      </body>
    </html>
  );
}
