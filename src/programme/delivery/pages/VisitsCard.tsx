import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { dayOfMoment } from "../../../kit/moment.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { minutesOfVisit } from "../rules/checkTimes.ts";
import { sumVisits } from "../rules/sumVisits.ts";
import type { CareVisit } from "../visit.ts";
import { kindNames, stateNames, whyNames } from "../visit.texts.ts";
import { visitHref } from "./visitHref.ts";
import { timesOfVisit, whenOf } from "./whenOf.ts";

export interface CardProps {
  readonly trajectoryId: string;
  readonly visits: readonly CareVisit[];
  readonly mayPlan: boolean;
  readonly mayRecord: boolean;
  readonly open: boolean;
  readonly lost: boolean;
}

/** Visits and hours of a family, planned and delivered. */
export function VisitsCard(props: Readonly<CardProps>) {
  const { trajectoryId, visits, mayPlan, mayRecord, open, lost } = props;
  const sums = sumVisits(visits);
  const coming = visits.filter(({ state }) => state === "planned");
  const past = visits.filter(({ state }) => state !== "planned").toReversed();
  return (
    <Card title="Bezoeken en uren" id="bezoeken">
      {(lost || !open) && coming.length > 0 && <LookAgain {...props} />}
      <Facts
        look="line"
        facts={[
          { label: "Gegeven", value: formatMinutes(sums.delivered) },
          { label: "Gepland", value: formatMinutes(sums.planned) },
          sums.refused === 0 ? null : { label: "Door het gezin geweigerd", value: formatMinutes(sums.refused) },
        ]}
      />
      <Rows caption="Geplande bezoeken" visits={coming} empty={visits.length === 0} />
      {past.length > 0 && (
        <Details summary={`Wat er was (${past.length})`} open={past.length <= 5 || coming.length === 0}>
          <Rows caption="Bezoeken die er waren of niet doorgingen" visits={past} empty={false} />
        </Details>
      )}
      <ButtonRow>
        {mayPlan && open && !lost && (
          <LinkButton href={`/gezinnen/${trajectoryId}/bezoeken/nieuw`} variant="primary">
            Bezoek plannen
          </LinkButton>
        )}
        {mayPlan && open && lost && <LinkButton href={`/gezinnen/${trajectoryId}/bezoeken/nieuw`}>Bezoek plannen</LinkButton>}
        {mayRecord && <LinkButton href={`/gezinnen/${trajectoryId}/bezoeken/vastleggen`}>Bezoek achteraf vastleggen</LinkButton>}
      </ButtonRow>
    </Card>
  );
}

/** In quiet words; nothing changes by itself [domain 3.10]. */
function LookAgain({ trajectoryId, mayPlan, lost }: Readonly<CardProps>) {
  return (
    <Alert title={lost ? "In dit gezin was een verlies" : "De lijn is afgesloten"}>
      <p>{lost ? "Bespreek met het gezin welke bezoeken doorgaan. Wieg verandert niets vanzelf." : "Er staan nog bezoeken gepland."}</p>
      {mayPlan && <ActionForm action={`/gezinnen/${trajectoryId}/bezoeken/bekeken`} button="Ik heb dit bekeken" />}
    </Alert>
  );
}

function Rows({ caption, visits, empty }: Readonly<{ caption: string; visits: readonly CareVisit[]; empty: boolean }>) {
  return (
    <DataTable
      caption={caption}
      rows={visits}
      rowKey={({ id }) => id}
      empty={
        empty ? <EmptyState title="Nog geen bezoeken">Er is nog niets gepland of vastgelegd.</EmptyState> : <p>Er staat niets gepland.</p>
      }
      columns={[
        {
          label: "Wanneer",
          heading: true,
          cell: (visit) => (
            <a href={visitHref(visit)} aria-label={whenOf(visit)}>
              {formatDay(dayOfMoment(visit.startedAt ?? visit.plannedFrom ?? ""))}
            </a>
          ),
          note: timesOfVisit,
        },
        { label: "Wie", cell: ({ assistant }) => assistant, note: ({ kind }) => kindNames[kind] },
        {
          label: "Stand",
          cell: (visit) => <State visit={visit} />,
          note: ({ whyCode, agreed, state }) => (whyCode ? whyNames[whyCode] : state === "planned" ? agreed : null),
        },
        { label: "Uren", numeric: true, cell: hoursOf },
      ]}
    />
  );
}

function State({ visit }: Readonly<{ visit: CareVisit }>) {
  const { text, tone } = stateNames[visit.state];
  return visit.checkDate ? <Tag tone="soon">controleer de datum</Tag> : <Tag tone={tone}>{text}</Tag>;
}

const hoursOf = (visit: CareVisit): string => {
  if (visit.state === "delivered" && visit.startedAt !== null && visit.endedAt !== null)
    return formatMinutes(minutesOfVisit({ ...visit, startedAt: visit.startedAt, endedAt: visit.endedAt }));
  const { planned, refused } = sumVisits([visit]);
  return planned + refused === 0 ? "" : formatMinutes(planned + refused);
};
