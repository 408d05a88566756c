import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Tag } from "../../../design/Tag.tsx";
import type { Pillar } from "../../configuration/programme.ts";
import { coursesOf, pointsOf } from "../rules/courses.ts";
import { monthInWords } from "../rules/months.ts";
import { flagNames } from "../steering.texts.ts";
import type { Steering } from "../steering.ts";
import { CoursePicture } from "./CoursePicture.tsx";
import { decimal, limitsInWords, orDash } from "../rules/say.ts";
import { flagTones } from "./tones.ts";

/** Inflow of one pillar: the picture of all together, and a line for each municipality. */
export function InflowCard({ steering, pillar }: Readonly<{ steering: Steering; pillar: Pillar }>) {
  const { programme, month, months, municipalities, counts } = steering;
  const title = `Instroom pijler ${pillar}: ${programme.settings.pillars[pillar].name.toLowerCase()}`;
  const id = `pijler-${pillar}`;
  const until = months.filter((one) => one <= month).toReversed();
  if (!counts.some((one) => one.pillar === pillar))
    return (
      <Card title={title} id={id}>
        <EmptyState title="Nog geen plaatsen">Zodra er een plaats is gegeven of verwacht, staat hier het verloop.</EmptyState>
      </Card>
    );
  const points = pointsOf(counts, pillar, until).filter(({ actual, expected }) => actual > 0 || expected > 0);
  const lines = coursesOf(counts, { pillar, month, municipalities, lately: programme.settings.steering.stagnationMonths });
  return (
    <Card title={title} id={id}>
      <CoursePicture
        label={`Plaatsen gegeven in pijler ${pillar}, alle gemeenten samen, naast de verwachting; dezelfde cijfers staan in de tabel`}
        points={points}
      />
      <p className="wieg-hint">Doorgetrokken lijn: gegeven plaatsen. Streepjeslijn: verwacht. Vlak: wat toeval verklaart.</p>
      <DataTable
        caption={`Instroom pijler ${pillar} tot en met ${monthInWords(month)}`}
        rows={lines}
        rowKey={({ code }) => code ?? "all"}
        columns={[
          { label: "Gemeente", heading: true, cell: ({ name }) => name },
          { label: "Deze maand", numeric: true, cell: ({ inMonth }) => inMonth },
          { label: "Verwacht", numeric: true, cell: ({ expectedInMonth }) => orDash(expectedInMonth) },
          { label: "Sinds het begin", numeric: true, cell: ({ actual }) => <b>{actual}</b> },
          { label: "Verwacht sinds het begin", numeric: true, cell: ({ expected }) => (expected > 0 ? decimal(expected) : "–") },
          { label: "Door toeval", numeric: true, cell: ({ limits }) => limitsInWords(limits) },
          { label: "Teken", cell: ({ flag }) => <Tag tone={flagTones[flag]}>{flagNames[flag]}</Tag> },
        ]}
      />
    </Card>
  );
}
