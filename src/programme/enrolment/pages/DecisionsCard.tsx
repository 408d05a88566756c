import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { criterionInSentence } from "../criterion.texts.ts";
import type { Decision } from "../enrolment.ts";

/** Earlier decisions, each with what stood in the way. */
export function DecisionsCard({ decisions }: Readonly<{ decisions: readonly Decision[] }>) {
  return (
    <Card title="Eerdere besluiten" id="eerder">
      <DataTable
        caption="Eerdere besluiten"
        rows={decisions}
        rowKey={({ id }) => id}
        columns={[
          {
            label: "Wanneer",
            heading: true,
            cell: ({ decidedOn }) => formatDay(decidedOn),
            note: ({ decidedBy, organisation }) => `${decidedBy}, ${organisation}`,
          },
          {
            label: "Besluit",
            cell: ({ outcome }) => (outcome === "place" ? <Tag tone="ok">plaats</Tag> : <Tag tone="plain">geen plaats</Tag>),
          },
          { label: "Waarom", cell: (decision) => whyNot(decision) },
        ]}
      />
    </Card>
  );
}

const whyNot = ({ criteria }: Decision): string =>
  criteria
    .filter(({ outcome }) => outcome === "not_met")
    .map(({ code }) => criterionInSentence(code))
    .join(", ") || "alles voldeed";
