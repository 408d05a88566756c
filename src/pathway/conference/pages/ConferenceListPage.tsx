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
import type { MyConferences } from "../server/keepSeries.ts";
import type { WaitingList } from "../server/readConference.ts";
import { presenceWords } from "../sitting.texts.ts";
import { ConsentTag } from "./ConsentTag.tsx";
import { SittingsTable } from "./SittingsTable.tsx";

type Props = Readonly<{ mine: MyConferences; list: WaitingList | null; today: Day }>;

/** The sittings that the asker has to do with, and, for who writes plans, the cases that wait. */
export function ConferenceListPage({ mine, list, today }: Props) {
  return (
    <Page
      title="Overleggen"
      width="wide"
      sub="MDO en Knooppunt: partners kijken samen met het gezin wat helpt."
      actions={
        <ButtonRow>
          <LinkButton href="/overleggen/agenda-adres" variant="quiet">
            In uw eigen agenda
          </LinkButton>
          {mine.mayConvene && <LinkButton href="/overleggen/reeksen/nieuw">Nieuwe reeks</LinkButton>}
        </ButtonRow>
      }
    >
      <Card title="Komende bijeenkomsten">
        <SittingsTable caption="Komende bijeenkomsten" sittings={mine.coming} today={today} empty="Er is geen bijeenkomst gepland" />
      </Card>
      {mine.series.length > 0 && (
        <Card title="Uw reeksen">
          <DataTable
            caption="Reeksen die u voorzit of bijeenroept"
            rows={mine.series}
            rowKey={({ id }) => id}
            columns={[
              {
                label: "Reeks",
                heading: true,
                cell: ({ id, name }) => <a href={`/overleggen/reeksen/${id}`}>{name}</a>,
                note: ({ areas }) => areas.map(({ name }) => name).join(", "),
              },
              {
                label: "Voorzitter",
                cell: ({ chair }) => chair.name,
                note: ({ chair }) => (chair.left ? "werkt daar niet meer: kies een ander" : chair.organisation),
              },
            ]}
          />
        </Card>
      )}
      {list !== null && <WaitingCases list={list} />}
      {mine.past.length > 0 && (
        <Card title="Geweest">
          <SittingsTable caption="Bijeenkomsten die geweest zijn" sittings={mine.past} empty="Nog geen" />
        </Card>
      )}
    </Page>
  );
}

/** Cases of route 3 that wait for the next sitting, the first due on top. */
function WaitingCases({ list: { cases, today, page, more, coordinates } }: { list: WaitingList }) {
  return (
    <Card title="Nog te bespreken">
      <p className="wieg-note">
        {coordinates
          ? "Gezinnen die wachten op het MDO of Knooppunt, voor zover zij u dat laten zien."
          : "Gezinnen op route 3 die wachten op het MDO of Knooppunt. Zonder toestemming wordt een casus niet ingebracht."}
      </p>
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
            note: ({ since, agendaOn, summary, presence }) =>
              `${agendaOn === null ? `op de lijst sinds ${formatDay(since)}` : `op de agenda van ${formatDay(agendaOn)}`}${summary === null ? "; nog geen samenvatting" : ""}${presence === null ? "" : `; gezin ${presenceWords[presence]}`}`,
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
  );
}

const nameOf = ({ family, trajectoryId }: WaitingCase) =>
  family === null ? "Naam nog niet zichtbaar" : <a href={`/gezinnen/${trajectoryId}`}>Gezin {family}</a>;

function Actions({ one }: { one: WaitingCase }) {
  const which = one.family === null ? one.organisation : `gezin ${one.family}`;
  return (
    <ButtonRow>
      <LinkButton href={`/overleggen/${one.id}/vraag`} label={`${one.question === null ? "Voorbereiden" : "Aanvullen"}: ${which}`}>
        {one.question === null ? "Voorbereiden" : "Aanvullen"}
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
