import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { IntervalPicture } from "../../../design/IntervalPicture.tsx";
import { Tag } from "../../../design/Tag.tsx";
import type { AnswerBlock, AnswerSection } from "../documents/answer.ts";

/** One part of an answer. */
export const AnswerCard = ({ section }: Readonly<{ section: AnswerSection }>) => (
  <Card title={section.heading} id={section.id}>
    {section.blocks.map((block, at) => (
      <Block key={at} block={block} />
    ))}
  </Card>
);

function Block({ block }: Readonly<{ block: AnswerBlock }>) {
  if (block.kind === "paragraph") return <p>{block.text}</p>;
  if (block.kind === "heading")
    return (
      <h3>
        {block.text} {block.tag && <Tag tone={block.tag.tone}>{block.tag.text}</Tag>}
      </h3>
    );
  if (block.kind === "list")
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  if (block.kind === "picture") return <IntervalPicture label={block.label} intervals={block.intervals} sides={block.sides} />;
  return (
    <DataTable
      caption={block.caption}
      showCaption
      dense
      rows={block.rows}
      rowKey={(row) => row.join("|")}
      columns={block.header.map((label, at) => ({ label, heading: at === 0, cell: (row: readonly string[]) => row[at] ?? "" }))}
    />
  );
}
