import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import type { SittingPageData } from "../server/readSitting.ts";

/** The order of what is still to be discussed: one press a place, with the keyboard and without a script. */
export function OrderCard({ data: { sitting, items } }: { data: SittingPageData }) {
  const rows = items.filter(({ state }) => state === "on_agenda");
  if (!sitting.chairs || rows.length < 2 || !(sitting.state === "agenda_set" || sitting.state === "open")) return null;
  const press = (id: string, way: "omhoog" | "omlaag", nr: number) => (
    <ActionForm
      action={`/overleggen/zittingen/${sitting.id}/agenda/${id}/${way}`}
      button={way === "omhoog" ? "↑ Omhoog" : "↓ Omlaag"}
      label={`${way === "omhoog" ? "↑ Omhoog" : "↓ Omlaag"}: casus ${nr}`}
      variant="quiet"
      hidden={{ version: sitting.version }}
    />
  );
  return (
    <Card title="Volgorde" id="volgorde">
      <DataTable
        caption="In welke volgorde u de casussen bespreekt"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            label: "Casus",
            heading: true,
            cell: ({ nr, question }) => `${nr}. ${question ?? ""}`,
            note: ({ family, broughtBy }) => family ?? broughtBy, // two families can have the same question
          },
          {
            label: "",
            action: true,
            cell: ({ id, nr }) => (
              <ButtonRow>
                {id !== rows[0]?.id && press(id, "omhoog", nr)}
                {id !== rows.at(-1)?.id && press(id, "omlaag", nr)}
              </ButtonRow>
            ),
          },
        ]}
      />
    </Card>
  );
}
