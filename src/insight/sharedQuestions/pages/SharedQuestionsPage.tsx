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
import { VisuallyHidden } from "../../../design/VisuallyHidden.tsx";
import { topicNames } from "../../../pathway/support/directory/directory.texts.ts";
import { quarterName } from "../rules/quarters.ts";
import { smallestShown } from "../../disclosure/blocks.ts";
import type { SharedQuestions, ThemeLine } from "../server/readSharedQuestions.ts";

/** Said once above the table; in the cells a dash, with words for who listens. */
const few = (
  <>
    <span aria-hidden="true">–</span>
    <VisuallyHidden>niet te tonen</VisuallyHidden>
  </>
);
const count = (families: number | null) => families ?? few;
const hasFigure = ({ here, before, region }: ThemeLine): boolean => here !== null || before !== null || region !== null;

/** Which questions families share, in a municipality and in the region: figures, never a family. */
export function SharedQuestionsPage({ data, mayStart }: Readonly<{ data: SharedQuestions; mayStart: boolean }>) {
  const { quarter, municipality } = data;
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
              <Figures data={data} mayStart={mayStart} />
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

/** The questions that have a figure; those without are named together, since a row of dashes says nothing. */
function Figures({ data, mayStart }: Readonly<{ data: SharedQuestions; mayStart: boolean }>) {
  const shown = data.lines.filter(hasFigure);
  const without = data.lines.filter((line) => !hasFigure(line));
  if (shown.length === 0)
    return <Alert title={`Geen onderwerp haalt ${smallestShown} gezinnen`}>Kies een ander kwartaal, of kijk later weer.</Alert>;
  return (
    <>
      {shown.some(({ here, before, region }) => here === null || before === null || region === null) && (
        <p>Een streepje (–): minder dan {smallestShown} gezinnen, of niet te tonen zonder een kleiner aantal te verraden.</p>
      )}
      <ThemeTable data={data} lines={shown} mayStart={mayStart} />
      {without.length > 0 && (
        <p>
          Geen aantal van {smallestShown} of meer: {without.map(({ theme }) => topicNames[theme].toLocaleLowerCase("nl")).join(", ")}.
        </p>
      )}
    </>
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

function ThemeTable({
  data: { municipality },
  lines,
  mayStart,
}: Readonly<{ data: SharedQuestions; lines: readonly ThemeLine[]; mayStart: boolean }>) {
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
