import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import type { SittingPageData } from "../server/readSitting.ts";

type Guest = SittingPageData["guests"][number];

/** Guests without an account, and for the chair the code to read out. */
export function GuestCard({ data: { sitting, guests, items } }: { data: SittingPageData }) {
  if (guests.length === 0) return null;
  const settable = sitting.chairs && (sitting.state === "agenda_set" || sitting.state === "open");
  const at = (guest: Guest, word: string) => `/overleggen/zittingen/${sitting.id}/gast-van-buiten/${guest.id}/${word}`;
  return (
    <Card title="Gasten zonder account" id="gasten">
      <DataTable
        caption="Wie van buiten meedenkt"
        rows={guests}
        rowKey={({ id }) => id}
        columns={[
          {
            label: "Wie",
            heading: true,
            cell: ({ name }) => name,
            note: ({ worksAs, organisation }) => `${worksAs}, ${organisation}`,
          },
          { label: "Voor", cell: ({ itemId }) => `casus ${items.find(({ id }) => id === itemId)?.nr ?? "(van de agenda)"}` },
          ...(settable
            ? [
                { label: "Code", cell: codeWords, note: ({ reach }: Guest) => [reach?.phone, reach?.email].filter(Boolean).join(", ") },
                {
                  label: "",
                  action: true,
                  cell: (guest: Guest) => (
                    <ButtonRow>
                      <ActionForm
                        action={at(guest, "link")}
                        button="Nieuwe link"
                        label={`Nieuwe link voor ${guest.name}`}
                        variant="quiet"
                      />
                      <ActionForm
                        action={at(guest, "eraf")}
                        button="Komt niet"
                        label={`${guest.name} komt niet`}
                        variant="quiet"
                        hidden={{ version: sitting.version }}
                      />
                    </ButtonRow>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function codeWords({ reach, hasRead }: Guest) {
  if (reach === null || reach.code === null) return "";
  if (!reach.works) return "werkt niet meer; stuur een nieuwe link";
  return (
    <>
      <b>{reach.code}</b> {hasRead ? "(heeft het gelezen)" : "(lees deze voor aan de telefoon)"}
    </>
  );
}
