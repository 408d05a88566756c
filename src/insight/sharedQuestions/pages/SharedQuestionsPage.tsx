import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { FillingBar } from "../../../design/FillingBar.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { topicNames } from "../../../pathway/support/directory/directory.texts.ts";
import { quarterName } from "../rules/quarters.ts";
import { smallestShown } from "../rules/suppress.ts";
import type { SharedQuestions, ThemeLine } from "../server/readSharedQuestions.ts";

const few = `minder dan ${smallestShown} of niet te tonen`;
const count = (families: number | null): string => (families === null ? few : String(families));

/** Which questions families share, in a municipality and in the region: figures, never a family. */
export function SharedQuestionsPage({ data, mayStart }: Readonly<{ data: SharedQuestions; mayStart: boolean }>) {
  const { quarter, municipality, lines } = data;
  return (
    <Page
      title="Gedeelde hulpvragen"
      width="wide"
      sub="Waar gezinnen in dezelfde gemeente samen steun bij kunnen gebruiken. Aantallen gezinnen, nooit wie."
      actions={mayStart ? <LinkButton href="/groepen/gezamenlijk">Gezamenlijk aanbod starten</LinkButton> : undefined}
    >
      <Stack>
        {quarter === null ? (
          <Card>
            <EmptyState title="Nog geen cijfers">Aan het eind van elk kwartaal telt Wieg één keer. Daarna staan ze hier.</EmptyState>
          </Card>
        ) : (
          <>
            <Choose data={data} />
            <Card title={`${municipality?.name ?? "Regio"}, ${quarterName(quarter)}`}>
              {lines.every(({ here, region }) => here === null && region === null) && (
                <Alert title={`Geen onderwerp haalt ${smallestShown} gezinnen`}>Kies een ander kwartaal, of kijk later weer.</Alert>
              )}
              <ThemeTable data={data} mayStart={mayStart} />
              <p className="wieg-hint">
                Een gezin telt bij elk onderwerp één keer: uit signalen en vragen in het gezinsplan die in dat kwartaal stonden en met het
                gezin besproken zijn, en uit verwijzingen en vragen aan de voordeur. Aantallen onder de {smallestShown} staan er nooit, ook
                niet als ze uit andere te berekenen zouden zijn; ook nul niet. Cijfers veranderen na het kwartaal niet meer.
              </p>
            </Card>
          </>
        )}
      </Stack>
    </Page>
  );
}

function Choose({ data: { quarters, quarter, municipalities, municipality } }: Readonly<{ data: SharedQuestions }>) {
  return (
    <Card title="Welke cijfers?">
      <Form action="/cijfers/hulpvragen" method="get" values={{ gemeente: municipality?.code ?? "", kwartaal: quarter ?? "" }}>
        <Select
          name="gemeente"
          label="Gemeente"
          empty={null}
          options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select name="kwartaal" label="Kwartaal" empty={null} options={quarters.map((one) => ({ value: one, label: quarterName(one) }))} />
        <ButtonRow>
          <Button variant="secondary">Tonen</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
}

function ThemeTable({ data: { lines, municipality }, mayStart }: Readonly<{ data: SharedQuestions; mayStart: boolean }>) {
  const most = Math.max(1, ...lines.map(({ here, region }) => here ?? region ?? 0));
  return (
    <DataTable
      caption="Gezinnen per onderwerp"
      rows={lines}
      rowKey={({ theme }) => theme}
      columns={[
        { label: "Onderwerp", heading: true, cell: ({ theme }) => topicNames[theme] },
        {
          label: municipality?.name ?? "Gemeente",
          cell: ({ theme, here }) =>
            here === null ? few : <FillingBar label={topicNames[theme]} part={here} whole={most} text={`${here} gezinnen`} />,
        },
        { label: "Kwartaal ervoor", cell: ({ before }) => count(before) },
        { label: "Hele regio", cell: ({ region }) => count(region) },
        ...(mayStart
          ? [
              {
                label: "Doen",
                action: true,
                cell: ({ theme, here, region }: ThemeLine) =>
                  here === null && region === null ? null : (
                    <LinkButton
                      href={`/groepen/gezamenlijk?thema=${theme}${municipality === null ? "" : `&gemeente=${municipality.code}`}`}
                      label={`Gezamenlijk aanbod starten: ${topicNames[theme]}`}
                    >
                      Aanbod starten
                    </LinkButton>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
