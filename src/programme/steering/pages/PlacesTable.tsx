import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Tag } from "../../../design/Tag.tsx";
import type { Places } from "../../configuration/programme.ts";
import { placeLines, placesState } from "../rules/placeLines.ts";

const tones = { full: "late", nearly: "soon", free: "ok" } as const;
const names = { full: "Vol", nearly: "Bijna vol", free: "Vrij" } as const;

/** Places as they are now, by pillar and sub-ceiling. */
export function PlacesTable({ places }: Readonly<{ places: readonly Places[] }>) {
  return (
    <Card title="Plaatsen, zoals het nu is" id="plaatsen">
      <DataTable
        caption="Plaatsen per pijler"
        rows={placeLines(places)}
        rowKey={({ name }) => name}
        columns={[
          { label: "Pijler", heading: true, cell: ({ name }) => name },
          { label: "Plaatsen", numeric: true, cell: (line) => line.places },
          { label: "Bezet", numeric: true, cell: ({ taken }) => taken },
          { label: "Vrij", numeric: true, cell: ({ free }) => free },
          { label: "Stand", cell: (line) => <Tag tone={tones[placesState(line)]}>{names[placesState(line)]}</Tag> },
        ]}
      />
      <p className="wieg-note">
        Vrije plaatsen voor doorstroom zijn gereserveerd voor gezinnen uit pijler 1. De projectgroep kan ze vrijgeven voor directe instroom.
      </p>
    </Card>
  );
}
