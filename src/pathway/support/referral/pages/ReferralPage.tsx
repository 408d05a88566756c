import { ActionForm } from "../../../../design/ActionForm.tsx";
import { Alert } from "../../../../design/Alert.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { Columns } from "../../../../design/Columns.tsx";
import { Facts } from "../../../../design/Facts.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Page } from "../../../../design/Page.tsx";
import { Tag } from "../../../../design/Tag.tsx";
import { formatDay } from "../../../../kit/day.ts";
import { openStates } from "../referral.ts";
import { candidateStateNames, standInWords } from "../referral.texts.ts";
import { referralTerms } from "../rules/referralTerms.ts";
import type { ReferralData } from "../server/readReferral.ts";
import { CandidateTable } from "./CandidateTable.tsx";
import { ReferralActions } from "./ReferralActions.tsx";
import { languageWords, momentWords } from "./referralWords.ts";

/** One referral as this side sees it: where it stands, what can be done now, and with whom to speak. */
export function ReferralPage({ data }: Readonly<{ data: ReferralData }>) {
  const { candidate, family, question, plan, reports, others } = data;
  const { status, trajectoryId, offer } = candidate;
  const state = candidateStateNames[status.state];
  return (
    <Page
      title="Verwijzing"
      heading={`Verwijzing naar ${offer.name}`}
      tags={<Tag tone={state.tone}>{state.text}</Tag>}
      sub={family ?? `Een gezin in ${candidate.municipality ?? "de regio"}. Wie het is, ziet u als u het aanneemt.`}
      back={
        family === null ? { href: "/werk", label: "Mijn werk" } : { href: `/gezinnen/${trajectoryId}/verwijzingen`, label: "Verwijzingen" }
      }
    >
      <Columns asideLabel="Over deze verwijzing" aside={<Aside data={data} />}>
        <ConsentAlert data={data} />
        {data.room === 0 && data.allowed && (
          <Alert title="Alle plaatsen zijn bezet" tone="soon">
            <p>
              Zet het gezin op de wachtlijst. Is er toch plaats? Verander dan eerst het aantal plaatsen bij{" "}
              <a href={`/sociale-kaart/${offer.id}`}>{offer.name}</a>.
            </p>
          </Alert>
        )}
        <Card title="Zo staat het ervoor" tone={openStates.includes(status.state) ? "info" : undefined}>
          <p>{standInWords(candidate)}</p>
          {"note" in status && status.note !== null && (
            <p>
              <q>{status.note}</q>
            </p>
          )}
          <ReferralActions data={data} />
        </Card>
        <OutsideCard data={data} />
        {question !== null && (
          <Card title="Wat is gevraagd">
            <p>
              <q>{question}</q>
            </p>
          </Card>
        )}
        {plan !== null && (
          <Card title="Uit het gezinsplan">
            <p>
              <a href={`/gezinnen/${trajectoryId}/plan#${plan.about}`}>{plan.wording}</a>
            </p>
          </Card>
        )}
        {reports.length > 0 && (
          <Card title="Hoe het gaat">
            <Facts facts={reports.map(({ onDay, words, by }) => ({ label: formatDay(onDay), value: `${words} (${by})` }))} />
          </Card>
        )}
        {others.length > 0 && (
          <Card title="Ook gevraagd">
            <CandidateTable candidates={others} />
          </Card>
        )}
        {family !== null && (
          <p>
            <a href={`/gezinnen/${trajectoryId}/berichten/nieuw/verwijzing-${candidate.id}`}>Schrijf elkaar over deze verwijzing</a>
          </p>
        )}
      </Columns>
    </Page>
  );
}

function ConsentAlert({ data: { candidate, allowed, consent, sides, family } }: Readonly<{ data: ReferralData }>) {
  if (allowed || !openStates.includes(candidate.status.state) || !(sides.asked || sides.asking)) return null;
  return (
    <Alert title="Het gezin staat dit nu niet toe" tone="late">
      <p>
        {typeof consent?.withdrawnOn === "string"
          ? `De toestemming is ingetrokken op ${formatDay(consent.withdrawnOn)}. `
          : "Er geldt nu geen toestemming die ver genoeg gaat. "}
        De hulp kan pas verder als het gezin opnieuw ja zegt. Andere steun gaat gewoon door.
      </p>
      {family !== null && <LinkButton href={`/gezinnen/${candidate.trajectoryId}/toestemming`}>Naar toestemming</LinkButton>}
    </Alert>
  );
}

/** For a partner without an account: the link, its code to read out, and the form on paper. */
function OutsideCard({ data: { candidate, sides, link } }: Readonly<{ data: ReferralData }>) {
  const { way, id, trajectoryId, paperCode, status } = candidate;
  if (way === "wieg" || !sides.asking || !["requested", "waitlisted"].includes(status.state)) return null;
  const at = `/gezinnen/${trajectoryId}/verwijzingen/${id}`;
  return (
    <Card title={`${candidate.asked.organisation} werkt niet met Wieg`} tone="soon">
      {way === "link" && (
        <p>
          {link?.works
            ? "De link is per e-mail verstuurd. In de mail staat niet waar het over gaat. Bel de partner en lees deze code voor: "
            : `Stuur een eenmalige link per e-mail. Hij werkt ${referralTerms.linkDays} dagen. Daarna leest u de partner aan de telefoon een code voor.`}
          {link?.works && <b>{link.code}</b>}
          {link?.works && `. De link werkt tot en met ${formatDay(link.until)}.`}
        </p>
      )}
      {link !== null && !link.works && <p>De vorige link werkt niet meer.</p>}
      <p>
        Op papier: print het formulier. Wie het terugkrijgt, voert bij <a href="/verwijzingen/papier">formulier invoeren</a> de code{" "}
        {paperCode} in.
      </p>
      <ButtonRow>
        {way === "link" && (
          <ActionForm
            action={`${at}/link`}
            button={link === null ? "Link versturen" : "Nieuwe link versturen"}
            variant={link?.works ? "secondary" : "primary"}
          />
        )}
        <LinkButton href={`${at}/papier`}>Formulier op papier</LinkButton>
      </ButtonRow>
    </Card>
  );
}

function Aside({ data: { candidate } }: Readonly<{ data: ReferralData }>) {
  const helper = "helper" in candidate.status ? candidate.status.helper : null;
  return (
    <>
      <Card title="Het verzoek" tag={candidate.urgent ? <Tag tone="late">met haast</Tag> : undefined}>
        <Facts
          facts={[
            { label: "Aanbod", value: <a href={`/sociale-kaart/${candidate.offer.id}`}>{candidate.offer.name}</a> },
            { label: "Gevraagd", value: formatDay(candidate.requestedOn) },
            { label: "Antwoord uiterlijk", value: formatDay(candidate.answerBy) },
            { label: "Gemeente", value: candidate.municipality ?? "onbekend" },
            { label: "Toen", value: momentWords(candidate) },
            { label: "Taal", value: languageWords(candidate) },
            { label: "Terugkoppeling", value: candidate.feedbackAllowed ? "mag van het gezin" : "wil het gezin niet" },
          ]}
        />
      </Card>
      <Card title="Wie">
        <Facts
          facts={[
            {
              label: "Vraagt",
              value: (
                <>
                  {candidate.askedBy.name}, {candidate.asking.organisation} <Phone number={candidate.asking.phone} />
                </>
              ),
            },
            {
              label: "Gevraagd",
              value: (
                <>
                  {helper === null ? "" : `${helper.name}, `}
                  {candidate.asked.organisation} <Phone number={candidate.asked.phone} />
                </>
              ),
            },
          ]}
        />
      </Card>
    </>
  );
}

const Phone = ({ number }: Readonly<{ number: string | null }>) =>
  number === null ? null : <a href={`tel:${number.replace(/[^+\d]/g, "")}`}>{number}</a>;
