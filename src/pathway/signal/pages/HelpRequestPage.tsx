import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { HelpRequest } from "../helpRequest.ts";
import { helpChannelNames, momentsInWords, topicName } from "../helpRequest.texts.ts";
import type { HelpEvent, HelpEventKind } from "../server/helpRequest.store.ts";
import type { HelpPageData } from "../server/readHelpRequests.ts";
import { HelpForms, type HelpFormName } from "./HelpForms.tsx";
import { HelpStateTag } from "./HelpListPage.tsx";

export interface HelpView {
  readonly data: HelpPageData;
  readonly membershipId: string;
  readonly mayRegister: boolean;
  /** The form that was sent and is not right. */
  readonly sent?: HelpFormName;
  readonly values?: Values;
  readonly errors?: Errors;
}

/** One question: what she asked, how to reach her safely, and what was done. */
export function HelpRequestPage(view: HelpView) {
  const { data, membershipId, mayRegister, errors = {} } = view;
  const { request } = data;
  const mine = request.takenBy === membershipId && request.state !== "closed";
  return (
    <Page
      title="Hulpvraag"
      heading={request.givenName ? `Hulpvraag van ${request.givenName}` : "Hulpvraag zonder naam"}
      tags={<HelpStateTag request={request} today={data.today} />}
      sub={`${request.reference}, gekomen op ${formatDay(request.receivedOn)}. Antwoord beloofd uiterlijk ${formatDay(request.dueOn)}.`}
      back={{ href: "/hulpvragen", label: "Hulpvragen" }}
      errors={errors}
    >
      <Columns asideLabel="Haar bereiken" aside={<ReachCard data={data} />}>
        <Holder request={request} mine={mine} />
        <Card title="Wat zij vraagt">
          <p>
            {request.topics.length > 0
              ? request.topics.map((topic) => (
                  <span key={topic}>
                    <Tag tone="info">{topicName(topic)}</Tag>{" "}
                  </span>
                ))
              : "Zij koos geen onderwerp."}
          </p>
          {request.words === null ? <p className="wieg-hint">Zij schreef er niets bij.</p> : <p className="wieg-words">{request.words}</p>}
        </Card>
        {mine && <HelpForms {...view} />}
        <FamilyCard request={request} mine={mine} mayRegister={mayRegister} />
        {!mine && request.state === "waiting" && <HelpForms {...view} only="forward" />}
        <EventsCard events={data.events} />
      </Columns>
    </Page>
  );
}

function Holder({ request, mine }: { request: HelpRequest; mine: boolean }) {
  const address = `/hulpvragen/${request.id}`;
  const hidden = { version: request.version };
  if (request.state === "closed") return null;
  if (request.state === "waiting")
    return (
      <Alert tone="soon" title="Nog niemand pakt dit op">
        <ActionForm action={`${address}/oppakken`} button="Ik pak dit op" variant="primary" hidden={hidden} />
      </Alert>
    );
  if (mine)
    return request.state === "taken" ? (
      <Alert title="U hebt dit opgepakt">
        <ActionForm action={`${address}/teruggeven`} button="Teruggeven" variant="quiet" hidden={hidden} />
      </Alert>
    ) : null;
  return (
    <Alert title={`${request.takenByName ?? "Een collega"} heeft dit opgepakt`}>
      <ActionForm
        action={`${address}/overnemen`}
        button="Overnemen"
        hidden={hidden}
        confirm={<p>De vraag staat daarna bij u. Overleg eerst met uw collega als dat kan.</p>}
      />
    </Alert>
  );
}

/** How to reach her without harm comes before everything else [domain 6.3]. */
function ReachCard({ data: { request, safeNow } }: { data: HelpPageData }) {
  const telephone = request.channel === "phone" || request.channel === "sms";
  return (
    <Card title="Veilig bereiken" tone={request.channel === "self" ? "info" : safeNow ? "ok" : "late"}>
      {request.channel !== "self" && (
        <p>{safeNow ? <Tag tone="ok">nu is een veilig moment</Tag> : <Tag tone="late">nu is geen moment dat zij koos</Tag>}</p>
      )}
      <Facts
        facts={[
          { label: "Hoe", value: helpChannelNames[request.channel] },
          request.contact
            ? {
                label: telephone ? "Nummer" : "Adres",
                value: telephone ? <a href={`tel:${request.contact.replace(/[^\d+]/g, "")}`}>{request.contact}</a> : request.contact,
              }
            : null,
          request.channel === "self" ? null : { label: "Wanneer", value: momentsInWords(request) },
          request.channel === "self"
            ? null
            : {
                label: "Iemand anders",
                value: request.othersMayAnswer ? "mag opnemen of meelezen" : "mag niets horen: zeg alleen iets tegen haar zelf",
              },
          request.speaks
            ? { label: "Spreekt liefst", value: request.speaks }
            : request.language === "en"
              ? { label: "Spreekt", value: "vroeg het in het Engels" }
              : null,
          { label: "Gemeente", value: request.municipalityName },
        ]}
      />
    </Card>
  );
}

function FamilyCard({ request, mine, mayRegister }: { request: HelpRequest; mine: boolean; mayRegister: boolean }) {
  const address = `/hulpvragen/${request.id}`;
  if (request.trajectoryId !== null)
    return (
      <Card title="Gezin">
        <ButtonRow>
          <LinkButton href={`/gezinnen/${request.trajectoryId}`}>Naar het gezin</LinkButton>
          <LinkButton href={`/gezinnen/${request.trajectoryId}/signalen/nieuw`} variant="quiet">
            Signaal vastleggen
          </LinkButton>
        </ButtonRow>
      </Card>
    );
  if (!mine) return null;
  return (
    <Card title="Welk gezin is dit?">
      <p>Weet u wie zij is, en wil zij dat? Koppel de vraag dan aan haar gezin.</p>
      <ButtonRow>
        <LinkButton href={`${address}/gezin`}>Gezin zoeken</LinkButton>
        {mayRegister && <LinkButton href={`${address}/nieuw-gezin`}>Nieuw gezin registreren</LinkButton>}
      </ButtonRow>
    </Card>
  );
}

const eventNames: Readonly<Record<HelpEventKind, string>> = {
  taken: "opgepakt",
  taken_over: "overgenomen",
  released: "teruggegeven",
  no_contact: "niet bereikt",
  spoke: "gesproken",
  linked: "aan een gezin gekoppeld",
  registered: "gezin geregistreerd",
  forwarded: "doorgestuurd",
  closed: "afgesloten",
};

function EventsCard({ events }: { events: readonly HelpEvent[] }) {
  if (events.length === 0) return null;
  return (
    <Card title="Wat er is gedaan">
      <DataTable
        caption="Wat er is gedaan"
        rows={events}
        rowKey={({ id }) => String(id)}
        columns={[
          { label: "Dag", cell: ({ onDay }) => formatDay(onDay) },
          {
            label: "Wat",
            heading: true,
            cell: ({ kind, to }) => (to ? `${eventNames[kind]} naar ${to}` : eventNames[kind]),
            note: ({ note }) => note ?? "",
          },
          { label: "Door", cell: ({ who }) => who, note: ({ organisation }) => organisation },
        ]}
      />
    </Card>
  );
}
