import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import type { OrganisationRow } from "../admin.ts";
import { sayKind } from "../admin.texts.ts";

/** Every organisation that takes part. */
export function OrganisationsPage({ organisations }: Readonly<{ organisations: readonly OrganisationRow[] }>) {
  const without = organisations.filter((one) => one.active && one.administrators === 0).length;
  return (
    <Page
      title="Organisaties"
      sub="Wie er meedoet in de regio. Als beheerder van Wieg ziet u geen gegevens van gezinnen."
      actions={
        <LinkButton href="/beheer/organisaties/nieuw" variant="primary">
          Organisatie toevoegen
        </LinkButton>
      }
    >
      <Card
        title={`${organisations.length} organisaties`}
        tag={without > 0 ? <Tag tone="soon">{without === 1 ? "1 zonder beheerder" : `${without} zonder beheerder`}</Tag> : undefined}
      >
        <DataTable
          caption="Organisaties"
          rows={organisations}
          rowKey={(one) => one.id}
          empty={
            <EmptyState title="Er is nog geen organisatie">
              Voeg de eerste toe en nodig daar een beheerder uit. Die nodigt zelf haar collega's uit.
            </EmptyState>
          }
          columns={[
            {
              label: "Naam",
              heading: true,
              cell: (one) => <a href={`/beheer/organisaties/${one.id}`}>{one.name}</a>,
              note: (one) => sayKind(one.kind),
            },
            {
              label: "Plaats",
              cell: (one) => one.homeName ?? "onbekend",
              note: (one) => (one.areas.length === 1 ? "1 gemeente" : `${one.areas.length} gemeenten`),
            },
            { label: "Mensen", numeric: true, cell: (one) => one.people },
            { label: "Stand", cell: (one) => <Standing organisation={one} /> },
          ]}
        />
      </Card>
    </Page>
  );
}

function Standing({ organisation }: Readonly<{ organisation: OrganisationRow }>) {
  if (!organisation.active) return <Tag tone="plain">doet niet mee</Tag>;
  return organisation.administrators === 0 ? <Tag tone="soon">geen beheerder</Tag> : <Tag tone="ok">doet mee</Tag>;
}
