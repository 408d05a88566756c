import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import type { SeriesPageData } from "../server/keepSeries.ts";
import { roleWord, seriesKindNames } from "../sitting.texts.ts";
import { SittingsTable } from "./SittingsTable.tsx";

/** One series, for who chairs or convenes it. */
export function SeriesPage({ data: { series, coming, past, today } }: { data: SeriesPageData }) {
  return (
    <Page
      title="Reeks"
      heading={series.name}
      tags={series.active ? null : <Tag>gestopt</Tag>}
      sub={seriesKindNames[series.kind]}
      back={{ href: "/overleggen", label: "Overleggen" }}
      actions={
        <ButtonRow>
          <LinkButton href={`/overleggen/reeksen/${series.id}/wijzigen`}>Reeks wijzigen</LinkButton>
          {series.chairs && series.active && (
            <LinkButton href={`/overleggen/reeksen/${series.id}/bijeenkomst`} variant="primary">
              Bijeenkomst plannen
            </LinkButton>
          )}
        </ButtonRow>
      }
    >
      {series.chair.left && (
        <Alert title="De voorzitter werkt daar niet meer" tone="late">
          <p>
            <a href={`/overleggen/reeksen/${series.id}/wijzigen`}>Kies een andere voorzitter</a>, dan kunnen er weer bijeenkomsten zijn.
          </p>
        </Alert>
      )}
      <Card title="Komende bijeenkomsten">
        <SittingsTable caption="Komende bijeenkomsten" sittings={coming} today={today} empty="Er is nog niets gepland" withSeries={false} />
      </Card>
      <Card title="Wie">
        <Facts
          facts={[
            { label: "Voorzitter", value: `${series.chair.name}, ${series.chair.organisation}` },
            series.deputy && { label: "Vervanger", value: `${series.deputy.name}, ${series.deputy.organisation}` },
            { label: "Altijd aan tafel", value: <Members series={series} /> },
            { label: "Voor gezinnen uit", value: series.areas.map(({ name }) => name).join(", ") },
            {
              label: "Waar",
              value: [series.place, series.link === null ? null : "online"].filter(Boolean).join(", of ") || "per bijeenkomst",
            },
          ]}
        />
      </Card>
      {past.length > 0 && (
        <Card title="Geweest">
          <SittingsTable caption="Bijeenkomsten die geweest zijn" sittings={past} empty="Nog geen" withSeries={false} />
        </Card>
      )}
    </Page>
  );
}

function Members({ series: { members } }: Readonly<{ series: SeriesPageData["series"] }>) {
  if (members.length === 0) return <>nog niemand</>;
  return (
    <ul>
      {members.map(({ organisationId, role, organisation }) => (
        <li key={`${organisationId}${role}`}>
          {organisation}: {roleWord(role)}
        </li>
      ))}
    </ul>
  );
}
