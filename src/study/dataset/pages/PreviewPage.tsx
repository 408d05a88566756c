import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Page } from "../../../design/Page.tsx";
import type { Preview } from "../server/readData.ts";
import { dataAddress, versionAddress } from "./address.ts";
import { CodebookTable } from "./CodebookTable.tsx";
import { FirstRows } from "./FirstRows.tsx";

/** The data set of a study as it is now: its codebook, its first rows, and the press that freezes it. */
export function PreviewPage({ preview }: Readonly<{ preview: Preview }>) {
  const { study, people, rows, variables, firstRows, sha256, versions } = preview;
  const same = versions.find((one) => one.sha256 === sha256);
  return (
    <Page
      title={`Gegevens: ${study.name}`}
      sub="Zoals het nu is. Wie zich terugtrok, staat er niet in."
      width="wide"
      back={{ href: dataAddress, label: "Gegevens" }}
    >
      <Card title="Vastleggen">
        <Facts
          facts={[
            { label: "Deelnemers", value: people },
            { label: "Rijen", value: `${rows} (een per deelnemer en meting)` },
            { label: "Variabelen", value: variables.length },
            { label: "Controlegetal (sha256)", value: <code>{sha256}</code> },
          ]}
        />
        {people === 0 && <EmptyState title="Nog niemand">Zodra iemand toestemming geeft voor dit onderzoek, komt zij hier in.</EmptyState>}
        {same && (
          <Alert title={`Gelijk aan versie ${same.number}`}>
            <p>
              Er is niets veranderd sinds <a href={versionAddress(same.id)}>versie {same.number}</a>.
            </p>
          </Alert>
        )}
        {people > 0 && !same && (
          <ActionForm
            action={`${dataAddress}/${study.code}/vastleggen`}
            button="Leg deze versie vast"
            variant="primary"
            confirm={<p>Een vastgelegde versie verandert niet meer en blijft bewaard bij elk antwoord dat ermee is gemaakt.</p>}
            confirmButton="Vastleggen"
          />
        )}
      </Card>
      <Card title="Codeboek">
        <CodebookTable variables={variables} />
      </Card>
      {firstRows.length > 0 && (
        <Card title="Eerste rijen">
          <FirstRows variables={variables} rows={firstRows} />
        </Card>
      )}
    </Page>
  );
}
