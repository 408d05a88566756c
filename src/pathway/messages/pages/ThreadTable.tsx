import { DataTable } from "../../../design/DataTable.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatMoment } from "../../../kit/day.ts";
import type { Thread } from "../messages.ts";
import { partWords } from "../messages.texts.ts";

/** Conversations, the newest first. */
export function ThreadTable({ threads }: Readonly<{ threads: readonly Thread[] }>) {
  return (
    <DataTable
      caption="Gesprekken over dit gezin"
      rows={threads}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Onderwerp",
          heading: true,
          cell: (thread) => <a href={`/gezinnen/${thread.trajectoryId}/berichten/${thread.id}`}>{thread.topic}</a>,
          note: aboutWords,
        },
        {
          label: "Laatste bericht",
          cell: ({ lastAt }) => formatMoment(lastAt),
          note: (thread) => `begonnen door ${thread.begunBy ?? "de moeder"}`,
        },
        { label: "Berichten", numeric: true, cell: ({ messages }) => messages },
        { label: "Stand", cell: (thread) => <ThreadTag thread={thread} /> },
      ]}
    />
  );
}

/** "Signalen, medisch, over de partner", or "Met de moeder, Gezinsplan". */
export const aboutWords = ({
  part,
  careKind,
  aboutPartner,
  withFamily,
}: Pick<Thread, "part" | "careKind" | "aboutPartner" | "withFamily">): string =>
  [
    withFamily ? "Met de moeder" : null,
    partWords[part].name,
    careKind === "medical" ? "medisch" : null,
    aboutPartner ? "over de partner" : null,
  ]
    .filter(Boolean)
    .join(", ");

export function ThreadTag({ thread }: Readonly<{ thread: Thread }>) {
  if (thread.state === "closed") return <Tag>gesloten</Tag>;
  return thread.unread ? <Tag tone="soon">nieuw</Tag> : <Tag tone="info">open</Tag>;
}
