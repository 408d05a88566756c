import { ActionForm } from "../../design/ActionForm.tsx";
import { Card } from "../../design/Card.tsx";
import { LinkButton } from "../../design/LinkButton.tsx";
import type { Day } from "../../kit/day.ts";
import { doorways } from "../../pathway/signal/frontDoor.ts";
import type { Relative } from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";
import type { PartnerHomeData } from "../server/readPortal.ts";
import { AskCard } from "./AskedPages.tsx";
import { Call, PortalFrame } from "./PortalFrame.tsx";

/** A partner's first page: his own choices, help for himself, whom to call. Of hers only what she shares [domain 6.3]. */
export function PartnerHomePage({ me, data: { inviter, consents, asks } }: Readonly<{ me: Relative; data: PartnerHomeData }>) {
  const texts = portalTexts[me.language];
  const { partner, nav } = texts;
  return (
    <PortalFrame language={me.language} heading={texts.home.hello(me.name)} sub={partner.sub} me={me}>
      {!me.hasLoss && !me.ended && asks.map((ask) => <AskCard key={ask.id} me={me} ask={ask} />)}
      <Card title={partner.plan}>
        <p>{me.readsPlan ? partner.planShared : partner.planNot}</p>
        {me.readsPlan && <LinkButton href="/mijn/plan">{partner.lookPlan}</LinkButton>}
      </Card>
      <Card title={nav.consents}>
        <p>{partner.consents(consents.length)}</p>
        <LinkButton href="/mijn/toestemming">{partner.lookConsents}</LinkButton>
      </Card>
      <Card title={partner.helpTitle}>
        <p>{partner.helpText}</p>
        <LinkButton href={doorways[me.language].base}>{partner.help}</LinkButton>
      </Card>
      {inviter !== null && (
        <Card title={texts.home.contact}>
          <p>
            <b>{inviter.organisation}</b>. {inviter.phone === null ? texts.people.noPhone : <Call number={inviter.phone} />}
          </p>
        </Card>
      )}
    </PortalFrame>
  );
}

/** Whether her partner may read her plan: she decides, and he is told of neither answer. */
export function PartnerCard({ me, since }: Readonly<{ me: Relative; since: Day | null }>) {
  const texts = portalTexts[me.language];
  const { partner } = texts;
  if (since === null && me.ended) return null;
  return (
    <Card title={partner.askTitle}>
      <p>{since === null ? partner.askText : partner.sharedSince(texts.day(since))}</p>
      <p>{partner.quiet}</p>
      {since === null ? (
        <ActionForm action="/mijn/toestemming/partner/ja" button={partner.yes} />
      ) : (
        <ActionForm action="/mijn/toestemming/partner/nee" button={partner.no} />
      )}
    </Card>
  );
}
