import { ActionForm } from "../../design/ActionForm.tsx";
import { Card } from "../../design/Card.tsx";
import { LinkButton } from "../../design/LinkButton.tsx";
import { PasskeyButton } from "../../design/PasskeyButton.tsx";
import type { Day } from "../../kit/day.ts";
import type { Lead, Look, Relative, TeamMember, Visit } from "../portal.ts";
import { portalTexts, type PortalTexts } from "../portal.texts.ts";
import { sayOrganisationKind, sayRole } from "../portalWords.ts";
import { groupLooks } from "../rules/groupLooks.ts";
import type { HomeData } from "../server/readPortal.ts";
import { Call, PortalFrame } from "./PortalFrame.tsx";
import { WithMessages } from "./WithMessages.tsx";

/** Who comes, what is asked of her, whom to call. After a loss nothing is asked here. */
export function HomePage({ me, data }: Readonly<{ me: Relative; data: HomeData }>) {
  const texts = portalTexts[me.language];
  const { home } = texts;
  const asks = !me.hasLoss && !me.ended;
  const undecided = data.referrals.some(
    ({ state, saidYes }) => !saidYes && ["requested", "waitlisted", "accepted", "started"].includes(state),
  );
  const { stand } = data.plan;
  return (
    <PortalFrame language={me.language} heading={home.hello(me.name)} sub={me.hasLoss ? home.subLoss : home.sub}>
      {asks && data.threads.some(({ unread }) => unread > 0) && (
        <Card title={home.answers} tone="soon">
          <LinkButton href="/mijn/berichten">{texts.nav.messages}</LinkButton>
        </Card>
      )}
      {asks && data.asks.length > 0 && (
        <Card title={home.consentAsked} tone="soon">
          <LinkButton href="/mijn/toestemming">{home.lookAsked}</LinkButton>
        </Card>
      )}
      <Card title={texts.nav.plan} tone={asks && stand === "draft" ? "soon" : undefined}>
        {asks && <p>{stand === "draft" ? home.planDraft : stand === "final" ? home.planFinal : home.planEmpty}</p>}
        <LinkButton href="/mijn/plan" variant={asks && stand === "draft" ? "primary" : "secondary"}>
          {home.lookPlan}
        </LinkButton>
      </Card>
      {asks && undecided && (
        <Card title={home.yesNo} tone="soon">
          <LinkButton href="/mijn/hulp">{home.helpAsked}</LinkButton>
        </Card>
      )}
      {(!me.hasLoss || data.visits.some(({ state }) => state === "scheduled")) && (
        <Card title={home.comes}>
          <Visits visits={me.hasLoss ? data.visits.filter(({ state }) => state === "scheduled") : data.visits} texts={texts} />
        </Card>
      )}
      <Card title={home.contact}>{data.lead ? <LeadLine lead={data.lead} me={me} /> : <p>{home.noLead}</p>}</Card>
    </PortalFrame>
  );
}

function Visits({ visits, texts }: Readonly<{ visits: readonly Visit[]; texts: PortalTexts }>) {
  if (visits.length === 0) return <p>{texts.home.noVisit}</p>;
  return (
    <ul>
      {visits.map((visit) => (
        <li key={`${visit.state} ${visit.day ?? ""} ${visit.organisation}`}>
          {visitWords(visit, texts)} {visit.organisation}
          {visit.phone !== null && (
            <>
              : <Call number={visit.phone} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function visitWords({ state, day, atTime, place, who }: Visit, { visit, day: say }: PortalTexts): string {
  if (state !== "scheduled" || day === null) return state === "requested" ? visit.requested : visit.accepted;
  const at = [atTime === null ? "" : `, ${atTime}`, place === null ? "" : `, ${visit[place]}`].join("");
  return visit.planned(who ?? "", say(day), at);
}

const LeadLine = ({ lead, me }: Readonly<{ lead: Lead; me: Relative }>) => (
  <p>
    <b>{lead.name}</b>, {sayRole(lead.role, me.language)}, {lead.organisation}.{" "}
    {lead.phone === null ? portalTexts[me.language].people.noPhone : <Call number={lead.phone} />}
  </p>
);

export function PeoplePage({ me, lead, team }: Readonly<{ me: Relative; lead: Lead | null; team: readonly TeamMember[] }>) {
  const texts = portalTexts[me.language];
  const { people } = texts;
  return (
    <PortalFrame language={me.language} heading={people.title} sub={people.sub}>
      {lead && (
        <Card title={people.lead}>
          <LeadLine lead={lead} me={me} />
          <p>{people.leadText}</p>
        </Card>
      )}
      <Card title={people.team}>
        {team.length === 0 ? (
          <p>{people.none}</p>
        ) : (
          <ul>
            {team.map(({ organisation, kind, phone, since }) => (
              <li key={organisation}>
                <b>{organisation}</b> ({sayOrganisationKind(kind, me.language)}) {phone === null ? people.noPhone : <Call number={phone} />}
                <small className="wieg-note">
                  {people.since} {texts.day(since)}
                </small>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </PortalFrame>
  );
}

export function LookedPage({ me, looks }: Readonly<{ me: Relative; looks: readonly Look[] }>) {
  const texts = portalTexts[me.language];
  const { looked } = texts;
  const said = looks.map((look) => ({ at: look.at, words: lookWords(look, me, texts) }));
  const grouped = groupLooks(said, dutchDay);
  return (
    <PortalFrame language={me.language} heading={looked.title} sub={looked.sub}>
      <Card>
        {looks.length === 0 ? (
          <p>{looked.none}</p>
        ) : (
          <ul>
            {grouped.map(({ at, words, times }, place) => (
              <li key={`${at.toISOString()} ${place}`}>
                {words}
                <small className="wieg-note">
                  {texts.moment(at)}
                  {times > 1 && `, ${looked.times(times)}`}
                </small>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <p>
        <WithMessages language={me.language} text={looked.question} />
      </p>
    </PortalFrame>
  );
}

const dutchDay = (at: Date): Day => Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO("Europe/Amsterdam").toPlainDate().toString();

function lookWords({ who, role, organisation, event, part, emergency }: Look, me: Relative, { looked }: PortalTexts): string {
  const { partner } = portalTexts[me.language].plan;
  const whom =
    role === "family"
      ? partner
      : [who, role === null ? null : sayRole(role, me.language), organisation].filter((one) => one !== null).join(", ");
  const did = /[.-](?:read|searched|printed|opened|shown|seen|listed)$/.test(event) ? looked.read : looked.changed;
  return `${whom} ${did} ${(part === null ? null : looked.parts[part]) ?? looked.other}${emergency ? ` (${looked.emergency})` : ""}.`;
}

/** How she comes in, and stopping. */
export function AccountPage({ me }: Readonly<{ me: Relative }>) {
  const { own } = portalTexts[me.language];
  return (
    <PortalFrame language={me.language} heading={own.title} sub={own.sub} me={me} script>
      {me.safeEmail && <p>{own.code}</p>}
      <PasskeyButton
        card={{ title: portalTexts[me.language].door.passkeyTitle, text: own.passkeys }}
        ask="/mijn/account/toegangssleutel/begin"
        send="/mijn/account/toegangssleutel"
        use="create"
        button={own.add}
      />
      <Card title={own.stopTitle}>
        <ActionForm action="/mijn/account/stoppen" button={own.stop} confirm={own.stopText} />
      </Card>
    </PortalFrame>
  );
}
