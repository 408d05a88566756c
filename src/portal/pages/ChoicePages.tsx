import { ActionForm } from "../../design/ActionForm.tsx";
import { ButtonRow } from "../../design/ButtonRow.tsx";
import { Card } from "../../design/Card.tsx";
import { LinkButton } from "../../design/LinkButton.tsx";
import type { StudyConsentWords } from "../../study/design/studyConsent.ts";
import type { OwnConsent, OwnReferral, Relative } from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";
import { sayRole } from "../portalWords.ts";
import type { OwnConsents } from "../server/readPortal.ts";
import { AskCard } from "./AskedPages.tsx";
import { StudyCard } from "./StudyPages.tsx";
import { PartnerCard } from "./PartnerPages.tsx";
import { Call, PortalFrame } from "./PortalFrame.tsx";
import { WithMessages } from "./WithMessages.tsx";

const open = ["requested", "waitlisted", "accepted", "started"];
/** She can still say yes or no to it. */
export const isOpen = ({ state }: Pick<OwnReferral, "state">): boolean => open.includes(state);

/** Help that was asked for her: yes, or no. */
export function HelpPage({ me, referrals }: Readonly<{ me: Relative; referrals: readonly OwnReferral[] }>) {
  const { help } = portalTexts[me.language];
  return (
    <PortalFrame language={me.language} heading={help.title} sub={help.sub}>
      {referrals.length === 0 && (
        <p>
          <WithMessages language={me.language} text={help.none} />
        </p>
      )}
      {referrals.map((one) => (
        <HelpCard key={one.id} me={me} one={one} />
      ))}
    </PortalFrame>
  );
}

function HelpCard({ me, one }: Readonly<{ me: Relative; one: OwnReferral }>) {
  const { help, day } = portalTexts[me.language];
  const decides = isOpen(one) && !me.ended;
  return (
    <Card title={`${one.offer}, ${one.organisation}`}>
      <p>
        <b>{help.states[one.state]}</b>
        {one.state === "waitlisted" && one.expectedOn !== null && ` ${help.expected(day(one.expectedOn))}`}
      </p>
      {one.question !== null && (
        <p>
          {help.question}: {one.question}
        </p>
      )}
      <p>
        {help.askedBy}: {one.askedBy}, {day(one.requestedOn)}.{one.helper !== null && ` ${help.helper}: ${one.helper}.`}
      </p>
      {one.phone !== null && isOpen(one) && (
        <p>
          {help.call}: <Call number={one.phone} />
        </p>
      )}
      {one.saidYes && <p>{help.saidYes}</p>}
      {decides && (
        <ButtonRow>
          {!one.saidYes && (
            <ActionForm
              action={`/mijn/hulp/${one.id}/ja`}
              button={help.yes}
              label={`${help.yes}: ${one.offer}`}
              variant={me.hasLoss ? "secondary" : "primary"}
            />
          )}
          <LinkButton href={`/mijn/hulp/${one.id}/nee`} label={`${help.no}: ${one.offer}`}>
            {help.no}
          </LinkButton>
        </ButtonRow>
      )}
    </Card>
  );
}

/** What a no means is said before she says it. */
export function NoHelpPage({ me, one }: Readonly<{ me: Relative; one: OwnReferral }>) {
  const { help } = portalTexts[me.language];
  return (
    <PortalFrame language={me.language} heading={help.noTitle} sub={`${one.offer}, ${one.organisation}`}>
      <p>{help.noText}</p>
      <ButtonRow>
        <ActionForm
          action={`/mijn/hulp/${one.id}/nee`}
          hidden={{ versie: String(one.version) }}
          button={help.noConfirm}
          variant="primary"
        />
        <LinkButton href="/mijn/hulp">{help.back}</LinkButton>
      </ButtonRow>
    </PortalFrame>
  );
}

const toWhom = (one: OwnConsent, me: Relative): string =>
  one.recipient ??
  (one.recipientRole === null || one.recipientRole === "conference"
    ? portalTexts[me.language].consents.everyone
    : sayRole(one.recipientRole, me.language));

/** What is asked of her first, then what she allows. */
export function ConsentsPage({
  me,
  consents,
  asks,
  partner,
  study,
  words: studyWords,
}: Readonly<{ me: Relative; words: StudyConsentWords }> & OwnConsents) {
  const texts = portalTexts[me.language];
  const words = texts.consents;
  return (
    <PortalFrame language={me.language} heading={words.title} sub={words.sub} me={me}>
      {!me.ended && asks.map((ask) => <AskCard key={ask.id} me={me} ask={ask} />)}
      {consents.length === 0 && <p>{words.none}</p>}
      {consents.map((one) => (
        <Card key={one.id} title={words.purposes[one.purpose]}>
          <p>
            {words.withWhom}: <b>{toWhom(one, me)}</b>
          </p>
          {one.parts.length > 0 && (
            <>
              <p>{words.what}:</p>
              <ul>
                {one.parts.map((part) => (
                  <li key={part}>{words.parts[part]}</li>
                ))}
              </ul>
            </>
          )}
          <p>
            {words.since} {texts.day(one.givenOn)}.{one.until !== null && ` ${words.until} ${texts.day(one.until)}.`}
          </p>
          <ButtonRow>
            <LinkButton
              href={`/mijn/toestemming/${one.id}`}
              label={`${words.takeBack}: ${words.purposes[one.purpose]}, ${toWhom(one, me)}`}
            >
              {words.takeBack}
            </LinkButton>
          </ButtonRow>
        </Card>
      ))}
      {study !== null && !me.hasLoss && <StudyCard me={me} study={study} words={studyWords} />}
      {partner !== null && <PartnerCard me={me} since={partner.planSharedSince} />}
      <p>{me.isMother ? <WithMessages language={me.language} text={words.renew} /> : texts.partner.renew}</p>
    </PortalFrame>
  );
}

/** What it means is said before she takes it back. */
export function TakeBackPage({ me, one }: Readonly<{ me: Relative; one: OwnConsent }>) {
  const words = portalTexts[me.language].consents;
  return (
    <PortalFrame language={me.language} heading={words.takeBackTitle} sub={`${words.purposes[one.purpose]}: ${toWhom(one, me)}`} me={me}>
      <Card title={words.means}>
        <p>{words.follows[one.purpose]}</p>
      </Card>
      <ButtonRow>
        <ActionForm
          action={`/mijn/toestemming/${one.id}`}
          hidden={{ versie: String(one.version) }}
          button={words.confirm}
          variant="primary"
        />
        <LinkButton href="/mijn/toestemming">{words.back}</LinkButton>
      </ButtonRow>
    </PortalFrame>
  );
}
