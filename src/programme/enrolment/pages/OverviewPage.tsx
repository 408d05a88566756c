import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { ProgrammeSwitch } from "../../configuration/pages/switchDoor.tsx";
import { formatDay } from "../../../kit/day.ts";
import { shortName } from "../../../registry/personName.ts";
import { entryNames } from "../enrolment.texts.ts";
import type { Overview } from "../server/readOverview.ts";
import { InflowCards } from "./InflowCards.tsx";
import { PlacesCard } from "./PlacesCard.tsx";

/** The programme at a glance: places for all, own families for who works with them, numbers for who steers. */
export function OverviewPage({ overview, coordinates }: Readonly<{ overview: Overview; coordinates: boolean }>) {
  const { programme, places, decisions, toldFull, inflow } = overview;
  if (!programme)
    return (
      <Page title="Geboortezorg Flex">
        <EmptyState title="Er loopt nu geen programma">
          Zodra uw regio een programma met plaatsen heeft, ziet u hier hoeveel er vrij zijn.
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title="Geboortezorg Flex"
      heading={programme.name}
      sub={`Sinds ${formatDay(programme.startsOn)} gelden de regels van versie ${programme.versionNumber}.`}
      actions={
        <>
          <LinkButton href="/geboortezorg-flex/route">De route</LinkButton>
          {inflow && <LinkButton href={`/geboortezorg-flex/sturing?programma=${programme.code}`}>Sturing</LinkButton>}
          {inflow && <LinkButton href={`/geboortezorg-flex/geld?programma=${programme.code}`}>Geld</LinkButton>}
          {inflow && <LinkButton href={`/geboortezorg-flex/capaciteit?programma=${programme.code}`}>Capaciteit</LinkButton>}
          <LinkButton href={`/geboortezorg-flex/cijfers?programma=${programme.code}`}>Gedeelde cijfers</LinkButton>
          <LinkButton href={`/geboortezorg-flex/scholing?programma=${programme.code}`}>Scholing</LinkButton>
          {coordinates && <LinkButton href={`/beheer/programma?programma=${programme.code}`}>Regels</LinkButton>}
          {coordinates && <LinkButton href="/beheer/telefoons">Telefoons</LinkButton>}
        </>
      }
    >
      <ProgrammeSwitch address="/geboortezorg-flex" programmes={overview.programmes} current={programme.code} />
      {toldFull && (
        <Alert title="Er zijn plaatsen op" tone="soon">
          <p>
            Een deel van de plaatsen is bezet. Hieronder ziet u waar nog plaats is. Een gezin dat wacht, krijgt de gewone zorg en hulp: leg
            bij het gezin vast dat er geen plaats is, met wat u aanbiedt. Er is geen wachtlijst; is er weer plaats, dan hoort u het bij uw
            werk.
          </p>
          <ActionForm action="/geboortezorg-flex/gelezen" button="Ik heb dit gelezen" hidden={{ programme: programme.id }} />
        </Alert>
      )}
      <PlacesCard programme={programme} places={places} />
      {overview.newPlaces.length > 0 && <NewPlacesCard overview={overview} />}
      {decisions && <DecisionsTable overview={overview} />}
      {inflow && <InflowCards inflow={inflow} />}
      {(overview.mayMove || overview.releases.length > 0) && <ReleasesCard overview={overview} />}
    </Page>
  );
}

function NewPlacesCard({ overview: { newPlaces } }: Readonly<{ overview: Overview }>) {
  return (
    <Card title="Nieuwe plaatsen om aan te nemen" tone="info">
      <DataTable
        caption="Nieuwe plaatsen om aan te nemen"
        rows={newPlaces}
        rowKey={({ placeId }) => placeId}
        columns={[
          { label: "Sinds", heading: true, cell: ({ takenOn }) => formatDay(takenOn), note: ({ municipality }) => municipality },
          { label: "Pijler", cell: ({ pillar }) => `pijler ${pillar}` },
          { label: "Gegeven door", cell: ({ organisation }) => organisation, note: ({ phone }) => phone },
          {
            label: "Aannemen",
            action: true,
            cell: ({ trajectoryId, takenOn }) => (
              <ActionForm
                action={`/geboortezorg-flex/${trajectoryId}/aannemen`}
                button="Aannemen"
                variant="primary"
                label={`Aannemen: plaats van ${formatDay(takenOn)}`}
              />
            ),
          },
        ]}
      />
      <p className="wieg-note">Na aannemen ziet u het gezin, zover het gezin dat goed vindt.</p>
    </Card>
  );
}

function DecisionsTable({ overview: { decisions, more } }: Readonly<{ overview: Overview }>) {
  return (
    <Card title="Besluiten over uw gezinnen" id="besluiten">
      <DataTable
        caption="Besluiten over uw gezinnen"
        rows={decisions ?? []}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nog geen besluiten" action={<LinkButton href="/gezinnen">Naar uw gezinnen</LinkButton>}>
            Een besluit begint op de pagina van het gezin, onder Geboortezorg Flex.
          </EmptyState>
        }
        columns={[
          {
            label: "Gezin",
            heading: true,
            cell: (one) => (
              <a href={`/gezinnen/${one.trajectoryId}/geboortezorg-flex/${one.pillar}`}>
                {one.familyName === null ? "Gezin (niet zichtbaar)" : shortName({ ...one, familyName: one.familyName })}
              </a>
            ),
          },
          { label: "Pijler", cell: ({ pillar, entry }) => `pijler ${pillar}${entry === "flow_on" ? `, ${entryNames[entry]}` : ""}` },
          { label: "Besluit", cell: ({ outcome, state }) => <OutcomeTag outcome={outcome} state={state} /> },
          { label: "Wanneer", cell: ({ decidedOn }) => formatDay(decidedOn), note: ({ decidedBy }) => decidedBy },
        ]}
      />
      {more && <p className="wieg-note">U ziet de nieuwste besluiten. Oudere staan op de pagina van het gezin.</p>}
    </Card>
  );
}

function OutcomeTag({ outcome, state }: Readonly<{ outcome: "place" | "no_place"; state: "taken" | "given_back" | null }>) {
  if (outcome === "no_place") return <Tag tone="plain">geen plaats</Tag>;
  return state === "given_back" ? <Tag tone="plain">teruggegeven</Tag> : <Tag tone="ok">plaats</Tag>;
}

function ReleasesCard({ overview: { releases, mayMove, programme } }: Readonly<{ overview: Overview }>) {
  return (
    <Card
      title="Verplaatste plaatsen in pijler 2"
      id="verplaatst"
      action={
        mayMove ? (
          <LinkButton href={`/geboortezorg-flex/verplaatsen?programma=${programme?.code ?? ""}`}>Plaatsen verplaatsen</LinkButton>
        ) : undefined
      }
    >
      <DataTable
        caption="Verplaatste plaatsen in pijler 2"
        rows={releases}
        rowKey={({ id }) => id}
        empty={<p>Nog niet gebeurd. De projectgroep kan vrije plaatsen verplaatsen tussen doorstroom en directe instroom.</p>}
        columns={[
          { label: "Wanneer", heading: true, cell: ({ decidedOn }) => formatDay(decidedOn), note: ({ decidedBy }) => decidedBy },
          { label: "Plaatsen", numeric: true, cell: ({ places }) => places },
          { label: "Waarheen", cell: ({ to }) => entryNames[to] },
          { label: "Waarom", cell: ({ reason }) => reason },
        ]}
      />
    </Card>
  );
}
