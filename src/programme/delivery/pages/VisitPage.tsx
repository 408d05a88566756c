import type { ReactElement } from "react";
import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { dayOfMoment, timeOfMoment } from "../../../kit/moment.ts";
import { formatDay } from "../../../kit/day.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { minutesOfVisit } from "../rules/checkTimes.ts";
import { decideMove, endingMovesNow } from "../rules/visitMoves.ts";
import { mayVisit } from "../rules/whoPlans.ts";
import type { OneVisit } from "../server/readVisits.ts";
import type { VisitMove } from "../visit.ts";
import { kindNames, stateNames, whyNames } from "../visit.texts.ts";
import { careHref, visitHref } from "./visitHref.ts";
import { whenOf } from "./whenOf.ts";

type Props = Readonly<{ data: OneVisit & { readonly role: string } }>;

/** One visit: what was planned, what became of it, and what can be done now. */
export function VisitPage({ data }: Props) {
  const { visit, family } = data;
  const state = stateNames[visit.state];
  return (
    <Page
      title="Bezoek"
      heading={whenOf(visit)}
      tags={[
        <Tag key="state" tone={state.tone}>
          {state.text}
        </Tag>,
      ]}
      width="narrow"
      back={{ href: careHref(visit.trajectoryId), label: "Kraamzorg" }}
      sub={familyHeading(family.members)}
    >
      {visit.checkDate && <DateQuestion data={data} />}
      <Card title={visit.state === "delivered" ? "Wat er is gedaan" : "Het bezoek"}>
        <Facts facts={factsOf(data)} />
      </Card>
      <VisitActions data={data} />
    </Page>
  );
}

function factsOf({ visit, contents }: Props["data"]) {
  const label = (code: string) => contents.find((one) => one.code === code)?.label ?? code;
  const given =
    visit.startedAt !== null && visit.endedAt !== null
      ? { startedAt: visit.startedAt, endedAt: visit.endedAt, breakMinutes: visit.breakMinutes }
      : null;
  return [
    { label: "Kraamverzorgende", value: visit.assistant },
    { label: "Soort", value: kindNames[visit.kind] },
    visit.plannedFrom !== null && given ? { label: "Gepland", value: plannedText(visit) } : null,
    visit.agreed === null ? null : { label: "Afgesproken", value: visit.agreed },
    given && visit.state === "delivered" ? { label: "Uren", value: formatMinutes(minutesOfVisit(given)) } : null,
    visit.breakMinutes > 0 ? { label: "Pauze", value: `${visit.breakMinutes} minuten` } : null,
    visit.startedAt !== null && visit.endedAt === null
      ? { label: "Begonnen", value: `${timeOfMoment(visit.startedAt).replace(":", ".")} uur` }
      : null,
    visit.contents.length === 0 ? null : { label: "Gedaan", value: visit.contents.map(label).join("; ") },
    visit.observation === null ? null : { label: "Gezien", value: visit.observation },
    visit.whyCode === null ? null : { label: "Reden", value: whyNames[visit.whyCode] },
    visit.why === null ? null : { label: "Toelichting", value: visit.why },
  ];
}

const plannedText = ({ plannedFrom, plannedUntil }: OneVisit["visit"]): string =>
  plannedFrom === null || plannedUntil === null
    ? ""
    : `${formatDay(dayOfMoment(plannedFrom))}, ${timeOfMoment(plannedFrom).replace(":", ".")} tot ${timeOfMoment(plannedUntil).replace(":", ".")} uur`;

function DateQuestion({ data: { visit, mayPlan } }: Props) {
  return (
    <Alert title="Controleer de datum" tone="soon">
      <p>
        De klok van de telefoon liep anders dan die van Wieg toen dit bezoek binnenkwam. De uren staan geboekt op de dag die de telefoon
        gaf.
      </p>
      {mayPlan && <ActionForm action={`${visitHref(visit)}/dag-klopt`} button="De dag klopt" hidden={{ version: String(visit.version) }} />}
    </Alert>
  );
}

function VisitActions({ data }: Props): ReactElement | null {
  const { visit, mayPlan, me, role } = data;
  const own = visit.assistantId === me;
  const may = (move: VisitMove) => mayVisit(role) && decideMove(move, { state: visit.state, mayPlan, own, saysWhy: true }) === "go";
  const ends = mayVisit(role) && endingMovesNow({ state: visit.state, mayPlan, own }).length > 0;
  if (!may("deliver") && !may("correct") && !ends) return null;
  const at = visitHref(visit);
  return (
    <ButtonRow>
      {may("start") && visit.startedAt === null && (
        <ActionForm action={`${at}/begonnen`} button="Ik ben er nu" hidden={{ version: String(visit.version) }} variant="secondary" />
      )}
      {may("deliver") && (
        <LinkButton href={`${at}/vastleggen`} variant="primary">
          {visit.startedAt === null ? "Uren vastleggen" : "Klaar: uren vastleggen"}
        </LinkButton>
      )}
      {may("correct") && <LinkButton href={`${at}/verbeteren`}>Verbeteren</LinkButton>}
      {may("replan") && (
        <LinkButton href={visit.kind === "flexible" ? `${at}/flexibel-verzetten` : `${at}/verzetten`}>Verzetten</LinkButton>
      )}
      {ends && (
        <LinkButton href={`${at}/niet-doorgegaan`} variant="quiet">
          {visit.state === "delivered" ? "Er niet geweest" : "Gaat niet door"}
        </LinkButton>
      )}
    </ButtonRow>
  );
}
