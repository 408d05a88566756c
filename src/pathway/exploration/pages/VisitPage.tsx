import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { languageName } from "../../../registry/family.texts.ts";
import { openVisitStates } from "../homeVisit.ts";
import { moveWords, presentNames, standInWords, visitKindNames, visitStateNames, weeksInWords } from "../homeVisit.texts.ts";
import { mayKeep } from "../rules/homeVisitMoves.ts";
import type { VisitData } from "../server/readVisit.ts";
import { ReportCards } from "./ReportCards.tsx";
import { VisitActions } from "./VisitActions.tsx";
import { VisitSteps } from "./VisitSteps.tsx";

/** One home visit: where it stands, what is next and who does it. Before it is accepted it does not say who the family is. */
export function VisitPage({ data }: Readonly<{ data: VisitData }>) {
  const { visit, family, sides } = data;
  const state = visitStateNames[visit.status.state];
  return (
    <Page
      title={visitKindNames[visit.kind]}
      tags={<Tag tone={state.tone}>{state.text}</Tag>}
      sub={
        family ??
        `Een gezin${visit.municipality === null ? "" : ` in ${visit.municipality}`}. ${sides.asked && visit.status.state === "requested" ? "Wie het is, ziet u als u het verzoek aanneemt." : "Wie het is, ziet u niet zonder toestemming."}`
      }
      back={family === null ? { href: "/werk", label: "Mijn werk" } : { href: `/gezinnen/${visit.trajectoryId}`, label: family }}
    >
      <Columns asideLabel="Over dit huisbezoek" aside={<Aside data={data} />}>
        <ConsentAlert data={data} />
        <MovedAlert data={data} />
        <Card title="Zo staat het ervoor" tone={openVisitStates.includes(visit.status.state) ? "info" : undefined}>
          <p>{standInWords(visit)}</p>
          {"note" in visit.status && visit.status.note !== null && (
            <p>
              <q>{visit.status.note}</q>
            </p>
          )}
          <VisitActions data={data} />
        </Card>
        {data.question !== null && (
          <Card title="Wat de aanvrager vraagt">
            <p>
              <q>{data.question}</q>
            </p>
            <p className="wieg-note">
              {visit.askedBy.name}, {visit.asking.organisation}
            </p>
          </Card>
        )}
        {data.report !== null && (
          <ReportCards report={data.report} factors={data.factors} category={data.category} trajectoryId={visit.trajectoryId} />
        )}
        <RequestCard data={data} />
      </Columns>
    </Page>
  );
}

function ConsentAlert({ data }: Readonly<{ data: VisitData }>) {
  const { visit, allowed, consent } = data;
  if (allowed || !openVisitStates.includes(visit.status.state) || !(data.sides.asked || data.sides.asking)) return null;
  return (
    <Alert title="Het gezin staat dit bezoek nu niet toe" tone="late">
      <p>
        {typeof consent?.withdrawnOn === "string"
          ? `De toestemming is ingetrokken op ${formatDay(consent.withdrawnOn)}. `
          : "Er geldt nu geen toestemming die hiervoor ver genoeg gaat. "}
        Ga niet langs. Het bezoek kan pas verder als het gezin opnieuw ja zegt.
      </p>
      {data.family !== null && <LinkButton href={`/gezinnen/${visit.trajectoryId}/toestemming`}>Naar toestemming</LinkButton>}
    </Alert>
  );
}

/** The family moved out of the area of who was asked: said to both sides, until one of them says who goes. */
function MovedAlert({ data: { visit, sides, movedTo } }: Readonly<{ data: VisitData }>) {
  if (movedTo === null || !openVisitStates.includes(visit.status.state)) return null;
  const base = `/gezinnen/${visit.trajectoryId}/huisbezoeken/${visit.id}`;
  const end = sides.asking || visit.status.state !== "requested" ? moveWords.cancel : moveWords.decline;
  return (
    <Alert title={`Het gezin is verhuisd naar ${movedTo}`} tone="soon">
      <p>
        {visit.asked.organisation} werkt daar niet. Bel elkaar, en spreek af wie gaat. Tot dan blijft het bezoek bij{" "}
        {visit.asked.organisation}. Gaat de JGZ daar, zeg het dan hier af: daarna kan {visit.asking.organisation} het aan haar vragen.
      </p>
      <ButtonRow>
        {mayKeep(sides, visit.status.state) && <ActionForm action={`${base}/blijft`} button={`${visit.asked.organisation} gaat toch`} />}
        <LinkButton href={`${base}/${end}`}>De JGZ daar gaat: hier afzeggen</LinkButton>
      </ButtonRow>
    </Alert>
  );
}

function RequestCard({ data: { visit } }: Readonly<{ data: VisitData }>) {
  return (
    <Card title="Het verzoek" tag={visit.urgent ? <Tag tone="late">met haast</Tag> : undefined}>
      <Facts
        facts={[
          { label: "Gevraagd", value: `${formatDay(visit.requestedOn)}, door ${visit.asking.organisation}` },
          { label: "Gemeente", value: visit.municipality ?? "onbekend" },
          { label: "Toen", value: weeksInWords(visit) },
          { label: "Taal", value: visit.language === null ? "onbekend" : languageName(visit.language) },
          { label: "Tolk", value: interpreterWords(visit) },
          { label: "Antwoord uiterlijk", value: formatDay(visit.answerBy) },
          { label: "Bezoek uiterlijk", value: formatDay(visit.visitBefore) },
          "present" in visit.status && visit.status.present.length > 0
            ? { label: "Aanwezig", value: visit.status.present.map((one) => presentNames[one]).join(", ") }
            : null,
        ]}
      />
    </Card>
  );
}

const interpreterWords = ({ interpreterNeeded, interpreterBookedOn }: VisitData["visit"]): string =>
  !interpreterNeeded
    ? "niet nodig"
    : interpreterBookedOn === null
      ? "nodig, nog niet geregeld"
      : `aangevraagd op ${formatDay(interpreterBookedOn)}; hoe het staat, leest u bij het gezin`;

function Aside({ data }: Readonly<{ data: VisitData }>) {
  const { visit, sides } = data;
  const nurse = "nurse" in visit.status ? visit.status.nurse : null;
  return (
    <>
      <Card title="Stappen">
        <VisitSteps visit={visit} />
      </Card>
      {visit.interpreterNeeded &&
        visit.interpreterBookedOn === null &&
        sides.asked &&
        openVisitStates.includes(visit.status.state) &&
        visit.status.state !== "requested" && (
          <Card title="Tolk" tone="soon">
            <p>Dit gezin heeft een tolk nodig{visit.language === null ? "" : ` (${languageName(visit.language)})`}.</p>
            <LinkButton href={`/gezinnen/${visit.trajectoryId}/tolk/nieuw?afspraak=${visit.id}`}>Tolk regelen</LinkButton>
          </Card>
        )}
      <Card title="Wie">
        <Facts
          facts={[
            {
              label: "Vraagt",
              value: (
                <>
                  {visit.askedBy.name}, {visit.asking.organisation} <Phone number={visit.asking.phone} />
                </>
              ),
            },
            {
              label: "Gaat",
              value: (
                <>
                  {nurse === null ? visit.asked.organisation : `${nurse.name}, ${visit.asked.organisation}`}{" "}
                  <Phone number={visit.asked.phone} />
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
