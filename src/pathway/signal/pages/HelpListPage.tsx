import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { HelpRequest } from "../helpRequest.ts";
import { closingReasonNames, helpStateNames, topicName } from "../helpRequest.texts.ts";
import type { Forwarded } from "../server/helpRequest.store.ts";
import type { HelpList } from "../server/readHelpRequests.ts";

/** The questions of one organisation: what waits, who has what, and what was passed on. */
export function HelpListPage({ list, membershipId }: { list: HelpList; membershipId: string }) {
  const { requests, today } = list;
  const of = (state: HelpRequest["state"]) => requests.filter((request) => request.state === state);
  const held = [...of("taken"), ...of("answered")];
  return (
    <Page title="Hulpvragen" sub="Wie hier hulp vraagt, deed dat zelf, zonder account. Zij is beloofd wanneer zij iets hoort.">
      <Requests
        title="Wacht op iemand"
        requests={of("waiting")}
        today={today}
        empty="Er wacht geen hulpvraag. Een nieuwe vraag staat ook bij Mijn werk."
      />
      <Requests title="Van mij" requests={held.filter(({ takenBy }) => takenBy === membershipId)} today={today} />
      <Requests title="Bij een collega" requests={held.filter(({ takenBy }) => takenBy !== membershipId)} today={today} />
      <ForwardedCard forwarded={list.forwarded} />
      <Requests title="Afgesloten, laatste 30 dagen" requests={of("closed")} today={today} />
    </Page>
  );
}

function Requests({ title, requests, today, empty }: { title: string; requests: readonly HelpRequest[]; today: string; empty?: string }) {
  if (requests.length === 0 && empty === undefined) return null;
  return (
    <Card title={title}>
      <DataTable
        caption={title}
        rows={requests}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Niets te doen">{empty}</EmptyState>}
        columns={[
          { label: "Vraag", heading: true, cell: (request) => request.givenName ?? "zonder naam", note: ({ reference }) => reference },
          {
            label: "Gaat over",
            cell: ({ topics }) => topics.map(topicName).join(", ") || "niet gezegd",
            note: ({ municipalityName }) => municipalityName,
          },
          {
            label: "Stand",
            cell: (request) => <HelpStateTag request={request} today={today} />,
            note: ({ takenByName }) => takenByName ?? "",
          },
          {
            label: "Antwoord uiterlijk",
            cell: ({ dueOn }) => formatDay(dueOn),
            note: ({ receivedOn }) => `gekomen op ${formatDay(receivedOn)}`,
          },
          {
            label: "Openen",
            action: true,
            cell: ({ id, reference }) => (
              <LinkButton href={`/hulpvragen/${id}`} label={`Openen: ${reference}`}>
                Openen
              </LinkButton>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** How a question stands, with what is late in red. */
export function HelpStateTag({ request, today }: { request: HelpRequest; today: string }) {
  const { state, dueOn, closedReason } = request;
  if (state === "closed") return <Tag>{closedReason ? closingReasonNames[closedReason].toLowerCase() : helpStateNames.closed}</Tag>;
  if (state === "answered") return <Tag tone="ok">{helpStateNames.answered}</Tag>;
  return <Tag tone={dueOn < today ? "late" : "soon"}>{dueOn < today ? `te laat, ${helpStateNames[state]}` : helpStateNames[state]}</Tag>;
}

function ForwardedCard({ forwarded }: { forwarded: readonly Forwarded[] }) {
  if (forwarded.length === 0) return null;
  return (
    <Card title="Doorgestuurd">
      <DataTable
        caption="Doorgestuurde vragen"
        rows={forwarded}
        rowKey={({ reference }) => reference}
        columns={[
          { label: "Nummer", heading: true, cell: ({ reference }) => reference },
          { label: "Naar", cell: ({ to }) => to, note: ({ onDay }) => formatDay(onDay) },
          {
            label: "Stand",
            cell: ({ state }) => <Tag tone={state === "answered" || state === "closed" ? "ok" : "soon"}>{helpStateNames[state]}</Tag>,
          },
        ]}
      />
    </Card>
  );
}
