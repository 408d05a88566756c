import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { openStates } from "../handover.ts";
import { headingNames, momentNames, standInWords, stateNames } from "../handover.texts.ts";
import { responsibleSide } from "../rules/handoverMoves.ts";
import type { HandoverData } from "../server/readHandover.ts";
import { HandoverActions } from "./HandoverActions.tsx";
import { HandoverAside } from "./HandoverAside.tsx";

/** One handover as this side sees it: where it stands, who is responsible, what can be done now, what it tells. */
export function HandoverPage({ data, problem }: Readonly<{ data: HandoverData; problem: string | null }>) {
  const { handover, familyName } = data;
  const { status, trajectoryId } = handover;
  const state = stateNames[status.state];
  return (
    <Page
      title="Overdracht"
      heading={momentNames[handover.moment]}
      tags={<Tag tone={state.tone}>{state.text}</Tag>}
      sub={familyName ?? `Een gezin in ${handover.municipality ?? "de regio"}. Wie het is, ziet u als u het overneemt.`}
      back={
        familyName === null
          ? { href: "/werk", label: "Mijn werk" }
          : { href: `/gezinnen/${trajectoryId}/overdrachten`, label: "Overdrachten" }
      }
    >
      <Columns asideLabel="Over deze overdracht" aside={<HandoverAside data={data} />}>
        {problem !== null && (
          <Alert title="Afdrukken kan nu niet" tone="soon">
            {problem}
          </Alert>
        )}
        <ConsentAlert data={data} />
        <NobodyYet data={data} />
        <CloseAfter data={data} />
        <LeadAlert data={data} />
        <Card title="Zo staat het ervoor" tone={openStates.includes(status.state) ? "info" : undefined}>
          <p>{standInWords(handover)}</p>
          {"note" in status && status.note !== null && (
            <p>
              <q>{status.note}</q>
            </p>
          )}
          <p>
            <b>Verantwoordelijk nu:</b>{" "}
            {responsibleSide(status.state) === "sender" ? handover.from.organisation : (handover.to?.organisation ?? "")}
          </p>
          <HandoverActions data={data} />
        </Card>
        <WordsCards data={data} />
      </Columns>
    </Page>
  );
}

function ConsentAlert({ data: { handover, allowed, consent, sides, familyName } }: Readonly<{ data: HandoverData }>) {
  if (allowed || handover.to === null || !openStates.includes(handover.status.state) || !(sides.sender || sides.receiver)) return null;
  const withdrawn = typeof consent?.withdrawnOn === "string" ? `De toestemming is ingetrokken op ${formatDay(consent.withdrawnOn)}. ` : "";
  return (
    <Alert
      title={consent === null ? "Vraag eerst of het gezin dit wil" : "Het gezin staat dit nu niet toe"}
      tone={withdrawn === "" ? "soon" : "late"}
    >
      <p>
        {withdrawn}
        {handover.to.organisation} mag pas weten om wie het gaat en het plan lezen als het gezin ja zegt. Zegt het gezin nee, dan gaat de
        zorg gewoon door bij {handover.from.organisation}.
      </p>
      {familyName !== null && (
        <ButtonRow>
          <LinkButton href={`/gezinnen/${handover.trajectoryId}/toestemming/vragen/delen`} variant="primary">
            Toestemming vragen
          </LinkButton>
        </ButtonRow>
      )}
    </Alert>
  );
}

/** Left empty at the beginning: what that means now, and what can be done. */
function NobodyYet({ data: { handover, sides, mayPrepare } }: Readonly<{ data: HandoverData }>) {
  if (handover.to !== null || handover.status.state !== "prepared" || !sides.sender || !mayPrepare) return null;
  return (
    <Alert title="Er is nog niet gekozen wie het overneemt" tone="soon">
      <p>
        Niemand buiten uw organisatie ziet dit nog, en u blijft verantwoordelijk. Kies bij “Inhoud nalezen” wie het overneemt; daarna kunt u
        het aanbieden. Werkt de ander niet met Wieg? Kies dan “Meegeven buiten Wieg”.
      </p>
    </Alert>
  );
}

/** Handed along to someone outside Wieg: a line of a family that moved is closed next. */
function CloseAfter({ data: { handover, line, mayClose } }: Readonly<{ data: HandoverData }>) {
  if (handover.status.state !== "given" || line?.state !== "open" || !mayClose) return null;
  return (
    <Alert title="Geef het document mee" tone="info">
      <p>
        Haal het hieronder op: op papier (PDF), of als bestand voor het systeem van de ander (FHIR). Is het gezin verhuisd en blijft er
        niemand hier betrokken? Sluit dan de lijn af, met als reden de verhuizing.
      </p>
      <ButtonRow>
        <LinkButton href={`/gezinnen/${handover.trajectoryId}/afsluiten`}>Lijn afsluiten</LinkButton>
      </ButtonRow>
    </Alert>
  );
}

function LeadAlert({ data: { handover, leadGoesAlong } }: Readonly<{ data: HandoverData }>) {
  return leadGoesAlong ? (
    <Alert title="U bent nog casusregisseur" tone="soon">
      <p>Draag ook de casusregie over. Tot iemand anders die aanneemt, blijft uw organisatie betrokken.</p>
      <ButtonRow>
        <LinkButton href={`/gezinnen/${handover.trajectoryId}/regie`} variant="primary">
          Casusregie overdragen
        </LinkButton>
      </ButtonRow>
    </Alert>
  ) : null;
}

function WordsCards({ data: { handover, words, familyName, sides } }: Readonly<{ data: HandoverData }>) {
  const told = words.filter((entry) => entry.words.trim() !== "");
  if (told.length === 0 && handover.status.state === "prepared")
    return (
      <EmptyState title="Er staat nog niets in">
        Het plan en de signalen zeggen nog niets over dit gezin. Schrijf bij “Inhoud nalezen” op wat de ander moet weten.
      </EmptyState>
    );
  const hidden = handover.hasMedical && told.every(({ heading }) => heading !== "medical" && heading !== "next_pregnancy");
  return (
    <>
      {told.map((entry) => (
        <Card key={entry.heading} title={headingNames[entry.heading]}>
          <ul>
            {entry.words
              .split("\n")
              .filter((line) => line.trim() !== "")
              .map((line, at) => (
                <li key={at}>{line}</li>
              ))}
          </ul>
        </Card>
      ))}
      {hidden && familyName !== null && !sides.sender && told.length > 0 && (
        <Card title={headingNames.medical}>
          <p>Een medische omstandigheid. Het gezin staat niet toe dat u die leest.</p>
        </Card>
      )}
    </>
  );
}
