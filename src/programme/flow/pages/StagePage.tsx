import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay } from "../../../kit/day.ts";
import { shortName } from "../../../registry/personName.ts";
import { stageNames, waited } from "../flow.texts.ts";
import { stageListSize, type StageList } from "../server/readFlow.ts";
import { flowAddress } from "./FlowPage.tsx";

/** The asker's own families at one step, who stands there longest first. */
export function StagePage({ list: { stage, families, more } }: Readonly<{ list: StageList }>) {
  const { name, about } = stageNames[stage];
  return (
    <Page
      title={`Route: ${name.toLowerCase()}`}
      heading={name}
      back={{ href: flowAddress, label: "De route" }}
      sub={`${about} Uw eigen gezinnen, wie er het langst staat eerst.`}
    >
      <Card>
        <DataTable
          caption={`Gezinnen bij: ${name}`}
          rows={families}
          rowKey={({ trajectoryId }) => trajectoryId}
          empty={<EmptyState title="Geen gezinnen">Bij deze stap staat nu geen gezin waar u bij hoort.</EmptyState>}
          columns={[
            {
              label: "Gezin",
              heading: true,
              cell: ({ trajectoryId, givenName, prefix, familyName }) => (
                <a href={`/gezinnen/${trajectoryId}`}>{familyName === null ? "Gezin" : shortName({ givenName, prefix, familyName })}</a>
              ),
            },
            { label: "Sinds", cell: ({ since }) => formatDay(since) },
            { label: "Staat daar", numeric: true, cell: ({ days }) => waited(days) },
          ]}
        />
        {more && <p className="wieg-hint">Alleen de eerste {stageListSize} staan hier.</p>}
      </Card>
    </Page>
  );
}
