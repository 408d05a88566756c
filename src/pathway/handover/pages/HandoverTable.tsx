import { DataTable } from "../../../design/DataTable.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { Handover } from "../handover.ts";
import { momentNames, standInWords, stateNames } from "../handover.texts.ts";

/** Every handover, and where each stands. */
export function HandoverTable({ handovers }: Readonly<{ handovers: readonly Handover[] }>) {
  return (
    <DataTable
      caption="Overdrachten"
      rows={handovers}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Overdracht",
          heading: true,
          cell: ({ id, trajectoryId, moment }) => <a href={`/gezinnen/${trajectoryId}/overdrachten/${id}`}>{momentNames[moment]}</a>,
          note: ({ from, to, status }) =>
            `${from.organisation} naar ${status.state === "given" ? status.outside.to : (to?.organisation ?? "nog te kiezen")}`,
        },
        {
          label: "Stand",
          cell: ({ status }) => <Tag tone={stateNames[status.state].tone}>{stateNames[status.state].text}</Tag>,
          note: standInWords,
        },
        { label: "Uiterlijk", cell: ({ momentOn }) => formatDay(momentOn) },
      ]}
    />
  );
}
