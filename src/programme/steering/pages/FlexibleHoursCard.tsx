import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { formatMinutes } from "../../../kit/money.ts";
import { hoursInWords, quarterInWords } from "../rules/say.ts";
import { smallCountsHidden } from "../steering.texts.ts";
import type { Steering } from "../steering.ts";
import { CountedAt } from "./CountedAt.tsx";

/** Hours of pillar 2: agreed, given, refused, beside the hours that the programme counts with. */
export function FlexibleHoursCard({ steering: { programme, flexible, countedAt, decides } }: Readonly<{ steering: Steering }>) {
  return (
    <Card title="Uren flexibele kraamzorg (pijler 2)" id="flexibel">
      <DataTable
        caption="Uren flexibele kraamzorg per kwartaal"
        rows={flexible}
        rowKey={({ quarter }) => quarter}
        empty={
          <EmptyState title="Nog geen uren om te tonen">
            {decides ? smallCountsHidden : "Zodra een gezin een plaats in pijler 2 heeft, staat het hier."}
          </EmptyState>
        }
        columns={[
          { label: "Plaats sinds", heading: true, cell: ({ quarter }) => quarterInWords(quarter) },
          { label: "Gezinnen", numeric: true, cell: ({ families }) => families },
          {
            label: "Afgesproken",
            numeric: true,
            cell: ({ agreedMinutes }) => hoursInWords(agreedMinutes),
            note: ({ agreedMean }) => `gemiddeld ${formatMinutes(agreedMean)}`,
          },
          {
            label: "Gegeven",
            numeric: true,
            cell: ({ deliveredMinutes }) => hoursInWords(deliveredMinutes),
            note: ({ deliveredMean }) => `gemiddeld ${formatMinutes(deliveredMean)}`,
          },
          { label: "Geweigerd door gezinnen", numeric: true, cell: ({ refusedMinutes }) => hoursInWords(refusedMinutes) },
        ]}
      />
      <p className="wieg-hint">
        Het programma rekent met gemiddeld {programme.settings.windows.pillar2MeanHours} uur per gezin. Een gezin telt in het kwartaal
        waarin het zijn plaats kreeg; de uren zijn alle uren sindsdien. Na een verlies telt een gezin niet mee.{" "}
        {decides && flexible.length > 0 && smallCountsHidden}
      </p>
      <CountedAt at={countedAt} />
    </Card>
  );
}
