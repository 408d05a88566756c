import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import type { Day } from "../../../kit/day.ts";
import type { CaseLine } from "../server/cases.store.ts";
import { CaseName, caseNote, leadSince } from "./CaseName.tsx";

/** Cases in which nothing is stuck: who they are and who leads them. */
export const QuietTable = ({ lines, today }: Readonly<{ lines: readonly CaseLine[]; today: Day }>) => (
  <DataTable
    caption="Casussen waar niets vastzit"
    rows={lines}
    rowKey={({ id }) => id}
    empty={<EmptyState title="Geen casussen waar niets vastzit">Kijk bij wat vastzit.</EmptyState>}
    columns={[
      { label: "Gezin", heading: true, cell: (line) => <CaseName line={line} />, note: (line) => caseNote(line, today) },
      {
        label: "Casusregisseur",
        cell: ({ lead }) => (lead === null || lead === "" ? "niemand" : lead),
        note: leadSince,
      },
    ]}
  />
);
