import { DataTable } from "../../../../design/DataTable.tsx";
import { Card } from "../../../../design/Card.tsx";
import { EmptyState } from "../../../../design/EmptyState.tsx";
import { Page } from "../../../../design/Page.tsx";
import { SearchBox } from "../../../../design/SearchBox.tsx";
import { Stack } from "../../../../design/Stack.tsx";
import { sayKind } from "../../../../registry/admin/admin.texts.ts";
import type { OrganisationsData } from "../server/keepContacts.ts";
import { DirectoryNav } from "./DirectoryNav.tsx";
import { Reach } from "./Reach.tsx";

/** Partners and their people, each within one press. */
export function OrganisationsPage({ data }: Readonly<{ data: OrganisationsData }>) {
  return (
    <Page title="Organisaties en mensen" width="wide" sub="Wie er in de regio meewerkt, en wie u belt.">
      <Stack>
        <DirectoryNav />
        <SearchBox
          action="/sociale-kaart/organisaties"
          label="Zoeken"
          hint="Een deel van de naam van een organisatie of een collega"
          value={data.words}
        />
        <Card title="Gevonden">
          <DataTable
            caption="Organisaties"
            rows={data.organisations}
            rowKey={({ id }) => id}
            empty={<EmptyState title="Niets gevonden">Zoek met een korter stuk van de naam.</EmptyState>}
            columns={[
              {
                label: "Organisatie",
                heading: true,
                cell: ({ id, name }) => <a href={`/sociale-kaart/organisaties/${id}`}>{name}</a>,
                note: ({ kind }) => sayKind(kind),
              },
              {
                label: "Werkt voor",
                cell: ({ municipalities }) =>
                  municipalities.length > 6 ? `${municipalities.length} gemeenten` : municipalities.join(", "),
              },
              { label: "Bereiken", cell: ({ phone, email }) => <Reach phone={phone} email={email} /> },
            ]}
          />
        </Card>
      </Stack>
    </Page>
  );
}
