import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay, formatMoment } from "../../../kit/day.ts";
import { formatNames, sayCoarsened, sayWithdrawn, shapeNames } from "../dataset.texts.ts";
import type { ForOthers, VersionDetails } from "../server/readData.ts";
import { dataAddress } from "./address.ts";
import { CodebookTable } from "./CodebookTable.tsx";
import { FilesTable } from "./FilesTable.tsx";

/** A frozen version: what it is, who has withdrawn since, the files of it and who took them. */
export function VersionPage({ details }: Readonly<{ details: VersionDetails }>) {
  const { version, studyName, exports, forOthers } = details;
  return (
    <Page
      title={`Versie ${version.number} van ${studyName}`}
      width="wide"
      back={{ href: `${dataAddress}/${version.study}`, label: "Gegevens" }}
    >
      <Card title="Deze versie">
        <Facts
          facts={[
            { label: "Vastgelegd", value: `${formatDay(version.frozenOn)} door ${version.frozenBy}` },
            { label: "Deelnemers", value: version.people },
            { label: "Rijen", value: version.rows },
            { label: "Sindsdien teruggetrokken", value: version.withdrawnSince },
            { label: "Controlegetal (sha256)", value: <code>{version.sha256}</code> },
          ]}
        />
        {version.withdrawnSince > 0 && (
          <Alert title={sayWithdrawn(version.withdrawnSince)} tone="soon">
            <p>
              Wie zich terugtrok, staat niet in de bestanden hieronder en niet in een volgende versie. De vastgelegde versie zelf blijft
              zoals zij was: antwoorden die ermee zijn gemaakt, blijven na te rekenen.
            </p>
          </Alert>
        )}
      </Card>
      <Card title="Bestanden onder pseudoniem">
        <FilesTable id={version.id} deidentified={false} />
      </Card>
      <Card title="Bestanden voor anderen, niet te herleiden">
        <OthersFiles id={version.id} forOthers={forOthers} />
      </Card>
      <Card title="Wie nam een bestand mee?">
        <DataTable
          caption="Meegenomen bestanden"
          rows={exports}
          rowKey={({ at, format, shape }) => `${at.toISOString()} ${format} ${shape}`}
          empty={<EmptyState title="Nog niemand">Elk bestand dat iemand meeneemt, staat hier.</EmptyState>}
          columns={[
            { label: "Wanneer", heading: true, cell: ({ at }) => formatMoment(at), note: ({ by }) => `door ${by}` },
            { label: "Bestand", cell: ({ format }) => formatNames[format], note: ({ shape }) => shapeNames[shape] },
            {
              label: "Voor",
              cell: ({ deidentified }) => (deidentified ? "anderen, niet te herleiden" : "het onderzoek, onder pseudoniem"),
            },
            { label: "Zonder wie zich terugtrok", numeric: true, cell: ({ leftOut }) => leftOut },
          ]}
        />
      </Card>
      <Details summary="Codeboek van deze versie">
        <CodebookTable variables={version.variables} />
      </Details>
    </Page>
  );
}

function OthersFiles({ id, forOthers }: Readonly<{ id: string; forOthers: ForOthers }>) {
  if (forOthers.code === "too-few")
    return (
      <Alert title="Nu niet mogelijk" tone="soon">
        <p>
          Ook zonder locatie, leeftijd en andere kenmerken is een van de groepen kleiner dan tien deelnemers ({forOthers.smallest}). Wie
          iemand kent, zou haar kunnen herkennen.
        </p>
      </Alert>
    );
  return (
    <>
      <p>
        Met nieuwe nummers door loting, dagen sinds de toestemming in plaats van datums, en geen combinatie van kenmerken die minder dan
        tien deelnemers delen. {sayCoarsened(forOthers.coarsened)}
      </p>
      <FilesTable id={id} deidentified />
    </>
  );
}
