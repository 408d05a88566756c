import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Pagination } from "../../../design/Pagination.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { daysBetween, formatDay, type Day } from "../../../kit/day.ts";
import type { WaitingCase } from "../conference.ts";
import type { WaitingList } from "../server/readConference.ts";
import { ConsentTag } from "./ConsentTag.tsx";

/** Cases of route 3 that wait for the next sitting, the first due on top. */
export function ConferenceListPage({ list: { cases, today, page, more, coordinates } }: { list: WaitingList }) {
  return (
    <Page
      title="Overleggen"
      width="wide"
      sub={
        coordinates
          ? "Gezinnen die wachten op het MDO of Knooppunt, en daar toestemming voor gaven."
          : "Gezinnen op route 3 die wachten op het MDO of Knooppunt. Zonder toestemming wordt een casus niet ingebracht."
      }
    >
      <Card title="Wacht op het volgende overleg">
        <DataTable
          caption="Casussen die wachten op een overleg"
          rows={cases}
          rowKey={({ id }) => id}
          columns={[
            {
              label: "Gezin",
              heading: true,
              cell: nameOf,
              note: ({ organisation, phone }) => [organisation, phone].filter(Boolean).join(", "),
            },
            {
              label: "Vraag",
              cell: ({ question }) => question ?? <Tag tone="soon">nog geen vraag</Tag>,
              note: ({ since }) => `op de lijst sinds ${formatDay(since)}`,
            },
            { label: "Toestemming", cell: (one) => <ConsentTag one={one} /> },
            { label: "Uiterlijk", cell: ({ dueOn }) => <Term dueOn={dueOn} today={today} /> },
            { label: "Doen", action: true, cell: (one) => <Actions one={one} /> },
          ]}
          empty={
            <EmptyState title="Er wacht geen casus">
              Gezinnen met categorie c of d komen hier vanzelf op de lijst, na de inschatting.
            </EmptyState>
          }
        />
        {(page > 1 || more) && <Pagination page={page} pages={more ? page + 1 : page} href={(at) => `/overleggen?blad=${at}`} />}
      </Card>
    </Page>
  );
}

const nameOf = ({ family, trajectoryId }: WaitingCase) =>
  family === null ? "Naam nog niet zichtbaar" : <a href={`/gezinnen/${trajectoryId}`}>Gezin {family}</a>;

function Actions({ one }: { one: WaitingCase }) {
  const which = one.family === null ? one.organisation : `gezin ${one.family}`;
  return (
    <ButtonRow>
      <LinkButton
        href={`/overleggen/${one.id}/vraag`}
        label={`${one.question === null ? "Vraag schrijven" : "Vraag veranderen"}: ${which}`}
      >
        {one.question === null ? "Vraag schrijven" : "Vraag veranderen"}
      </LinkButton>
      <LinkButton href={`/overleggen/${one.id}/eraf`} variant="quiet" label={`Van de lijst: ${which}`}>
        Van de lijst
      </LinkButton>
    </ButtonRow>
  );
}

function Term({ dueOn, today }: { dueOn: Day; today: Day }) {
  const left = daysBetween(today, dueOn);
  if (left < 0) return <Tag tone="late">{left === -1 ? "1 dag te laat" : `${-left} dagen te laat`}</Tag>;
  return <Tag tone={left <= 7 ? "soon" : "plain"}>{formatDay(dueOn)}</Tag>;
}
