import { DataTable } from "../../../../design/DataTable.tsx";
import { Tag } from "../../../../design/Tag.tsx";
import { formatDay } from "../../../../kit/day.ts";
import type { Candidate } from "../referral.ts";
import { candidateStateNames, standInWords } from "../referral.texts.ts";

/** Who was asked what, and where each stands. */
export function CandidateTable({ candidates }: Readonly<{ candidates: readonly Candidate[] }>) {
  return (
    <DataTable
      caption="Verwijzingen"
      rows={candidates}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Steun",
          heading: true,
          cell: ({ id, trajectoryId, offer }) => <a href={`/gezinnen/${trajectoryId}/verwijzingen/${id}`}>{offer.name}</a>,
          note: ({ asked }) => asked.organisation,
        },
        {
          label: "Stand",
          cell: ({ status }) => <Tag tone={candidateStateNames[status.state].tone}>{candidateStateNames[status.state].text}</Tag>,
          note: standInWords,
        },
        {
          label: "Gevraagd",
          cell: ({ requestedOn }) => formatDay(requestedOn),
          note: ({ askedBy, asking }) => `${askedBy.name}, ${asking.organisation}`,
        },
      ]}
    />
  );
}
