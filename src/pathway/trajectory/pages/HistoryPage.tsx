import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatMoment } from "../../../kit/day.ts";
import type { HistoryEntry } from "../server/readHistory.ts";

/** What was recorded and changed, by whom and when, as far as one may see it. */
export function HistoryPage({ trajectory, entries, cut }: { trajectory: string; entries: readonly HistoryEntry[]; cut: boolean }) {
  return (
    <Page
      title="Geschiedenis"
      back={{ href: `/gezinnen/${trajectory}`, label: "Gezin" }}
      sub="Wat er is vastgelegd en gewijzigd, van de onderdelen die u mag zien. Wie het gezin bekeek, staat in het logboek."
    >
      <Card title="Wat er is gewijzigd">
        <DataTable
          caption="Wijzigingen, de nieuwste eerst"
          rows={entries}
          rowKey={(entry) => `${entry.at.getTime()} ${entry.who}`}
          empty={<EmptyState title="Hier is nog niets gewijzigd" />}
          columns={[
            { label: "Wanneer", heading: true, cell: ({ at }) => formatMoment(at), note: ({ who }) => who },
            {
              label: "Wat",
              cell: ({ told }) => (
                <>
                  {told.map(({ title, details }) => (
                    <p key={title + details.join()}>
                      <b>{title}</b>
                      {details.length > 0 && <small className="wieg-note">{details.join("; ")}</small>}
                    </p>
                  ))}
                </>
              ),
            },
          ]}
        />
        {cut && <p>Ouder dan dit staat hier niet; het blijft wel bewaard.</p>}
      </Card>
    </Page>
  );
}
