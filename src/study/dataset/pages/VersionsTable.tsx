import { DataTable } from "../../../design/DataTable.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { ListedVersion } from "../server/dataset.store.ts";
import { versionAddress } from "./address.ts";

/** Frozen versions, each with how many have withdrawn since. */
export function VersionsTable({ versions }: Readonly<{ versions: readonly ListedVersion[] }>) {
  return (
    <DataTable
      caption="Vastgelegde versies"
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        { label: "Versie", heading: true, cell: ({ id, number }) => <a href={versionAddress(id)}>Versie {number}</a> },
        { label: "Vastgelegd", cell: ({ frozenOn }) => formatDay(frozenOn), note: ({ frozenBy }) => `door ${frozenBy}` },
        { label: "Deelnemers", numeric: true, cell: ({ people }) => people },
        { label: "Sindsdien teruggetrokken", numeric: true, cell: ({ withdrawnSince }) => withdrawnSince },
        { label: "Controlegetal (sha256)", cell: ({ sha256 }) => <code>{sha256.slice(0, 16)}…</code> },
      ]}
    />
  );
}
