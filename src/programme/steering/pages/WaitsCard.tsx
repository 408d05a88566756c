import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { quarterInWords } from "../rules/say.ts";
import { smallCountsHidden, stepNames } from "../steering.texts.ts";
import type { Steering } from "../steering.ts";
import { CountedAt } from "./CountedAt.tsx";

const days = (count: number): string => (count === 1 ? "1 dag" : `${count} dagen`);

/** How long it took from the first signal: half of the families, and nine in ten. */
export function WaitsCard({ steering: { waits, countedAt, decides } }: Readonly<{ steering: Steering }>) {
  return (
    <Card title="Van signaal tot huisbezoek, besluit en zorg" id="wachten">
      <DataTable
        caption="Wachttijden sinds het eerste signaal, per kwartaal"
        rows={waits}
        rowKey={({ step, quarter }) => `${step} ${quarter}`}
        empty={
          <EmptyState title="Nog geen wachttijden om te tonen">
            {decides ? smallCountsHidden : "Zodra een gezin met een plaats is bezocht, staat het hier."}
          </EmptyState>
        }
        columns={[
          { label: "Van eerste signaal tot", heading: true, cell: ({ step }) => stepNames[step] },
          { label: "Kwartaal", cell: ({ quarter }) => quarterInWords(quarter) },
          { label: "Gezinnen", numeric: true, cell: ({ families }) => families },
          { label: "De helft binnen", numeric: true, cell: ({ median }) => days(median) },
          { label: "Negen van de tien binnen", numeric: true, cell: ({ ninetieth }) => days(ninetieth) },
        ]}
      />
      <p className="wieg-hint">
        Van gezinnen met een plaats. Het eerste signaal is het eerste dat met het gezin is besproken.{" "}
        {decides && waits.length > 0 && smallCountsHidden}
      </p>
      <CountedAt at={countedAt} />
    </Card>
  );
}
