import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { daysBetween, type Day } from "../../../kit/day.ts";
import type { ListedSitting } from "../server/sitting.store.ts";
import { sittingStates, whenOf } from "../sitting.texts.ts";

type Props = Readonly<{ caption: string; sittings: readonly ListedSitting[]; today?: Day; empty: string; withSeries?: boolean }>;

/** Sittings with day, place, state and how many cases. */
export function SittingsTable({ caption, sittings, today, empty, withSeries = true }: Props) {
  return (
    <DataTable
      caption={caption}
      rows={sittings}
      rowKey={({ id }) => id}
      empty={<EmptyState title={empty}>Wie aan tafel zit, krijgt bericht als er een bijeenkomst komt.</EmptyState>}
      columns={[
        {
          label: "Wanneer",
          heading: true,
          cell: (one) => <a href={`/overleggen/zittingen/${one.id}`}>{whenOf(one)}</a>,
          note: ({ series }) => (withSeries ? series : ""),
        },
        { label: "Waar", cell: ({ place, link }) => place ?? (link === null ? "" : "online") },
        // afterwards only who an outcome names sees cases: a count would tell nothing
        ...(today === undefined
          ? []
          : [
              {
                label: "Casussen",
                numeric: true,
                cell: ({ cases, state }: ListedSitting) => (state === "planned" && cases === 0 ? "-" : cases),
              },
            ]),
        { label: "Stand", cell: (one) => <StateTag sitting={one} today={today} /> },
      ]}
    />
  );
}

function StateTag({ sitting: { state, heldOn }, today }: Readonly<{ sitting: ListedSitting; today: Day | undefined }>) {
  if (today !== undefined && heldOn < today && state !== "held" && state !== "cancelled") return <Tag tone="late">nog niet afgerond</Tag>;
  const soon = state === "planned" && today !== undefined && daysBetween(today, heldOn) <= 7;
  const tone = state === "open" ? "info" : state === "agenda_set" ? "ok" : soon ? "soon" : "plain";
  return <Tag tone={tone}>{sittingStates[state]}</Tag>;
}
