import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Tag } from "../../../design/Tag.tsx";
import type { SectionChange } from "../server/readConfiguration.ts";
import { titleOf } from "../setting.texts.ts";

const kinds = {
  changed: { word: "anders", tone: "info" },
  added: { word: "erbij", tone: "ok" },
  removed: { word: "weg", tone: "soon" },
} as const;

/** The difference between two versions, by section and field. */
export function Differences({ changes, none }: Readonly<{ changes: readonly SectionChange[]; none: string }>) {
  if (changes.length === 0) return <p>{none}</p>;
  return changes.map(({ section, differences }) => (
    <Card key={section} title={titleOf(section)} level={3}>
      <DataTable
        caption={`Verschil: ${titleOf(section)}`}
        dense
        rows={differences}
        rowKey={({ what, kind }) => `${what} ${kind}`}
        columns={[
          { label: "Wat", heading: true, cell: ({ what }) => what },
          { label: "Hoe", cell: ({ kind }) => <Tag tone={kinds[kind].tone}>{kinds[kind].word}</Tag> },
          { label: "Was", cell: ({ was }) => was ?? "" },
          { label: "Wordt", cell: ({ becomes }) => becomes ?? "" },
        ]}
      />
    </Card>
  ));
}
