import { Card } from "../../../design/Card.tsx";
import { CountCards } from "../../../design/CountCards.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { shortName } from "../desk.texts.ts";
import type { DeskHome } from "../server/door.ts";
import { comparisonHref, flowHref, inflowHref, listsAddress } from "./addresses.ts";

/** Where the studies stand today, and the way to everything that the desk follows. */
export function HomeCard({ home: { studies, due, missing } }: Readonly<{ home: DeskHome }>) {
  return (
    <Card title="Deelnemers" id="deelnemers">
      <CountCards
        label="Lijsten vandaag"
        counts={[
          { count: due, label: due === 1 ? "lijst aan de beurt" : "lijsten aan de beurt", href: listsAddress },
          {
            count: missing,
            label: missing === 1 ? "lijst ontbreekt" : "lijsten ontbreken",
            href: `${listsAddress}?stand=missing`,
            tone: "soon",
          },
        ]}
      />
      <DataTable
        caption="Deelnemers per deelstudie"
        rows={studies}
        rowKey={({ study }) => study.code}
        columns={[
          { label: "Deelstudie", heading: true, cell: ({ study }) => <a href={flowHref(study.code)}>{shortName(study.name)}</a> },
          { label: "Gevraagd", numeric: true, cell: ({ flow }) => flow.asked?.all ?? "" },
          { label: "Toestemming", numeric: true, cell: ({ flow }) => flow.consented },
          { label: "Interventie", numeric: true, cell: (one) => sizeOf(one, "intervention") },
          { label: "Controle", numeric: true, cell: (one) => sizeOf(one, "control") },
          { label: "Doet mee", numeric: true, cell: ({ flow }) => flow.groups.reduce((sum, { inStudy }) => sum + inStudy, 0) },
          {
            label: "Verder",
            cell: ({ study }) => (
              <>
                <a href={inflowHref(study.code)}>instroom</a>, <a href={comparisonHref(study.code)}>vergelijkbaarheid</a>
              </>
            ),
          },
        ]}
      />
      <p>
        <a href="/onderzoek/registers">Gegevens uit registers</a>
      </p>
    </Card>
  );
}

function sizeOf({ study, flow }: DeskHome["studies"][number], arm: "intervention" | "control"): string {
  const size = study.arms.find(({ code }) => code === arm)?.size ?? 0;
  return `${flow.groups.find(({ group }) => group === arm)?.total ?? 0} van ${size}`;
}
