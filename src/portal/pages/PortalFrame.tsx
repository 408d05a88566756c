import { Fragment, type ReactNode } from "react";
import { ActionForm } from "../../design/ActionForm.tsx";
import type { Errors } from "../../design/Errors.ts";
import { Notice } from "../../design/Notice.tsx";
import { PublicPage } from "../../design/PublicPage.tsx";
import { SectionNav } from "../../design/SectionNav.tsx";
import type { PortalLanguage, Relative } from "../portal.ts";
import { portalLanguages, portalTexts, type PortalTexts } from "../portal.texts.ts";

type Props = Readonly<{
  language: PortalLanguage;
  heading: string;
  sub?: ReactNode;
  errors?: Errors | undefined;
  /** Before she is signed in there are no parts to go to. */
  signedIn?: boolean;
  /** Her partner finds only what is his own, and her plan while she shares it. */
  me?: Pick<Relative, "isMother" | "readsPlan"> | undefined;
  script?: boolean;
  children?: ReactNode;
}>;

/** Every screen of the family's own pages: the way out and who to call always in view. The title in her history says nothing. */
export function PortalFrame({ language, heading, sub, errors, signedIn = true, me, script = false, children }: Props) {
  const texts = portalTexts[language];
  const { danger, nav } = texts;
  return (
    <PublicPage
      title={texts.tab}
      heading={heading}
      sub={sub}
      errors={errors}
      leaveTo="/mijn/weg"
      script={script}
      nav={
        <SectionNav
          label={nav.label}
          items={
            signedIn
              ? me === undefined || me.isMother
                ? partsOf(nav)
                : partnersPartsOf(texts, me.readsPlan)
              : [
                  { href: "/mijn/aanmelden", label: texts.door.signIn },
                  { href: "/mijn/beginnen", label: texts.door.code },
                ]
          }
        />
      }
      footer={
        <>
          <p>
            {danger.now} <Call number="112" />. {danger.notSafe} <Call number="0800 2000" /> {danger.free}
          </p>
          <p>
            {texts.otherLanguage}{" "}
            {(["nl", "en"] as const)
              .filter((other) => other !== language)
              .map((other) => (
                <Fragment key={other}>
                  <a href={`/mijn/taal/${other}`} lang={other} hrefLang={other}>
                    {portalLanguages[other]}
                  </a>{" "}
                </Fragment>
              ))}
          </p>
          {signedIn && <ActionForm action="/mijn/afmelden" button={nav.signOut} variant="quiet" />}
        </>
      }
    >
      <Notice />
      {children}
    </PublicPage>
  );
}

type Nav = (typeof portalTexts)["nl"]["nav"];
const partsOf = (nav: Nav) => [
  { href: "/mijn", label: nav.home },
  { href: "/mijn/plan", label: nav.plan },
  { href: "/mijn/berichten", label: nav.messages },
  { href: "/mijn/hulp", label: nav.help },
  { href: "/mijn/mensen", label: nav.people },
  { href: "/mijn/toestemming", label: nav.consents },
  { href: "/mijn/inzage", label: nav.looked },
  { href: "/mijn/account", label: nav.own },
];

const partnersPartsOf = ({ nav, partner }: PortalTexts, readsPlan: boolean) => [
  { href: "/mijn", label: nav.home },
  ...(readsPlan ? [{ href: "/mijn/plan", label: partner.plan }] : []),
  { href: "/mijn/toestemming", label: nav.consents },
  { href: "/mijn/account", label: nav.own },
];

/** A number that a phone calls at one press. */
export const Call = ({ number }: { number: string }) => (
  <a href={`tel:${number.replace(/[^\d+]/g, "")}`}>
    <b>{number}</b>
  </a>
);
