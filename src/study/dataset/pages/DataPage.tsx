import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import type { Study } from "../../design/study.ts";
import type { ListedVersion } from "../server/dataset.store.ts";
import { dataAddress } from "./address.ts";
import { VersionsTable } from "./VersionsTable.tsx";

/** The data sets of the studies, and what was frozen of each. */
export function DataPage({ studies }: Readonly<{ studies: readonly { study: Study; versions: readonly ListedVersion[] }[] }>) {
  return (
    <Page
      title="Gegevens van het onderzoek"
      sub="Een gegevensbestand per deelstudie, onder pseudoniem. Een antwoord rust altijd op een vastgelegde versie."
      width="wide"
      back={{ href: "/onderzoek", label: "Onderzoek" }}
    >
      {studies.map(({ study, versions }) => (
        <Card
          key={study.code}
          id={study.code}
          title={study.name}
          action={<LinkButton href={`${dataAddress}/${study.code}`}>Bekijken en vastleggen</LinkButton>}
        >
          {versions.length === 0 ? (
            <EmptyState title="Nog niets vastgelegd">
              Bekijk eerst het gegevensbestand zoals het nu is. Klopt het, leg het dan vast: een vastgelegde versie verandert niet meer.
            </EmptyState>
          ) : (
            <VersionsTable versions={versions} />
          )}
        </Card>
      ))}
    </Page>
  );
}
