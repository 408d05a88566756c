import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { formatMinutes } from "../../../kit/money.ts";
import { hoursInWords, quarterInWords, shareInWords } from "../rules/say.ts";
import { smallCountsHidden } from "../steering.texts.ts";
import type { Steering } from "../steering.ts";
import { CountedAt } from "./CountedAt.tsx";

/** Hours of the maternity week: indicated, delivered, refused, beside the national mean and the least. */
export function CareCard({ steering: { programme, care, countedAt, decides } }: Readonly<{ steering: Steering }>) {
  const { nationalMeanHours, fewHours } = programme.settings.steering;
  return (
    <Card title="Uren kraamzorg in de kraamweek (pijler 1)" id="uren">
      <DataTable
        caption="Uren kraamzorg per kwartaal"
        rows={care}
        rowKey={({ quarter }) => quarter}
        empty={
          <EmptyState title="Nog geen uren om te tonen">
            {decides ? smallCountsHidden : "Zodra van een gezin in pijler 1 de kraamweek voorbij is, staat het hier."}
          </EmptyState>
        }
        columns={[
          { label: "Kwartaal", heading: true, cell: ({ quarter }) => quarterInWords(quarter) },
          { label: "Gezinnen", numeric: true, cell: ({ families }) => families },
          {
            label: "Geïndiceerd",
            numeric: true,
            cell: ({ indicatedMinutes }) => hoursInWords(indicatedMinutes),
            note: ({ indicatedMean }) => indicatedMean !== null && `gemiddeld ${formatMinutes(indicatedMean)}`,
          },
          {
            label: "Geleverd",
            numeric: true,
            cell: ({ deliveredMinutes }) => hoursInWords(deliveredMinutes),
            note: ({ deliveredMean }) => `gemiddeld ${formatMinutes(deliveredMean)}`,
          },
          { label: "Geweigerd door gezinnen", numeric: true, cell: ({ refusedMinutes }) => hoursInWords(refusedMinutes) },
          { label: `Minder dan ${fewHours} uur`, numeric: true, cell: ({ few, families }) => shareInWords(few, families) },
        ]}
      />
      <p className="wieg-hint">
        Landelijk gemiddelde: {nationalMeanHours} uur per gezin. Geleverd: dag 1 tot en met 10. Een gezin telt in het kwartaal waarin de
        tiende dag viel; na een verlies telt een gezin niet mee. {decides && care.length > 0 && smallCountsHidden}
      </p>
      <CountedAt at={countedAt} />
    </Card>
  );
}
