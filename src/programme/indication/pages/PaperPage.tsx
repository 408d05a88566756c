import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay, formatShortDay } from "../../../kit/day.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { occasionNames } from "../indication.texts.ts";
import type { Hours } from "../server/readHours.ts";
import { BuildUp } from "./BuildUp.tsx";
import { IntakeFacts } from "./IntakeCard.tsx";

/** The hours as they are printed: no name, since the paper may lie about; what was indicated before is a table. */
export function PaperPage({ hours: { line, indications, intakes, today } }: Readonly<{ hours: Hours }>) {
  const [newest] = indications;
  const [intake] = intakes;
  if (!newest) return null;
  return (
    <Page
      title="Uren kraamzorg"
      width="narrow"
      back={{ href: `/gezinnen/${line.id}/kraamzorg`, label: "Terug naar de kraamzorg" }}
      sub={`${newest.protocolName}, ${occasionNames[newest.occasion]}, ${formatDay(newest.onDay)}. Door ${newest.by}, ${newest.organisation}. Blad van ${formatDay(today)}.`}
    >
      <Card title="Opbouw">
        <BuildUp indicated={newest} days={newest.days} />
        {newest.why !== null && <p>Waarom: {newest.why}</p>}
      </Card>
      {intake && (
        <Card title="Intake">
          <IntakeFacts intake={intake} />
        </Card>
      )}
      {indications.length > 1 && (
        <Card title="Eerder geïndiceerd">
          <DataTable
            caption="Eerder geïndiceerd"
            dense
            rows={indications.slice(1)}
            rowKey={({ id }) => id}
            columns={[
              { label: "Dag", heading: true, cell: ({ onDay }) => formatShortDay(onDay), note: ({ protocolName }) => protocolName },
              { label: "Wanneer", cell: ({ occasion }) => occasionNames[occasion] },
              { label: "Uren", numeric: true, cell: ({ minutesAfterHospital }) => formatMinutes(minutesAfterHospital) },
            ]}
          />
        </Card>
      )}
      <p className="wieg-note">Druk dit blad af met de afdrukknop van uw browser. De naam van het gezin staat er met opzet niet op.</p>
    </Page>
  );
}
