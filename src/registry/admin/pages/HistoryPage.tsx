import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Page } from "../../../design/Page.tsx";
import { Pagination } from "../../../design/Pagination.tsx";
import { formatDay, formatMoment } from "../../../kit/day.ts";
import { sayField, sayKind, sayTable } from "../admin.texts.ts";
import type { History } from "../server/people.ts";
import { roleName } from "./PeoplePage.tsx";

/** Who changed what in an organisation and its people. */
export function HistoryPage({ view, base }: Readonly<{ view: History; base: string }>) {
  const address = base.replace(/mensen$/, "geschiedenis");
  return (
    <Page title="Geschiedenis" heading={`Wat er veranderde bij ${view.organisation.name}`} back={{ href: base, label: "Mensen" }}>
      <Card>
        <DataTable
          caption="Wijzigingen"
          rows={view.lines.map((line, index) => ({ ...line, key: String(index) }))}
          rowKey={(line) => line.key}
          empty={<p>Er is nog niets veranderd.</p>}
          columns={[
            {
              label: "Wat",
              heading: true,
              cell: (line) => `${sayTable(line.table)}: ${line.about ?? "zonder naam"}`,
              note: (line) => sayChange(line),
            },
            { label: "Door", cell: (line) => line.byName ?? "installatie" },
            { label: "Wanneer", cell: (line) => formatMoment(line.at) },
          ]}
        />
        {(view.page > 1 || view.more) && (
          <Pagination page={view.page} pages={view.more ? view.page + 1 : view.page} href={(page) => `${address}?blad=${page}`} />
        )}
      </Card>
    </Page>
  );
}

type Line = History["lines"][number];

/** The difference in words: "rol: verloskundige werd beheerder". */
function sayChange({ was, became }: Line): string {
  const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(became ?? {})])];
  const changes = names.flatMap((name) => {
    const label = sayField(name);
    const [before, after] = [sayValue(name, was?.[name]), sayValue(name, became?.[name])];
    if (label === null || before === after) return [];
    return [was === null ? `${label} ${after}` : became === null ? `${label} ${before}` : `${label}: ${before} werd ${after}`];
  });
  const verb = was === null ? "toegevoegd" : became === null ? "verwijderd" : "gewijzigd";
  return changes.length === 0 ? verb : `${verb}: ${changes.join(", ")}`;
}

function sayValue(name: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "leeg";
  if (typeof value === "boolean") return value ? "ja" : "nee";
  if (Array.isArray(value)) return value.length === 0 ? "leeg" : value.join(", ");
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (name === "role") return roleName(text);
  if (name === "kind") return sayKind(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text;
}
