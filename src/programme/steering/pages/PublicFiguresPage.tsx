import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import { VisuallyHidden } from "../../../design/VisuallyHidden.tsx";
import { smallestShown } from "../../../insight/disclosure/blocks.ts";
import { formatDay } from "../../../kit/day.ts";
import { pillars, type Pillar } from "../../configuration/programme.ts";
import { ProgrammeSwitch } from "../../configuration/pages/switchDoor.tsx";
import { monthInWords } from "../rules/months.ts";
import type { PublishedFigures } from "../server/readPublicFigures.ts";

export const publicFiguresAddress = "/geboortezorg-flex/cijfers";

/** Inflow that everybody may know: published once, never changed, no number below ten. */
export function PublicFiguresPage({ data, seesPlaces }: Readonly<{ data: PublishedFigures; seesPlaces: boolean }>) {
  const { programme, programmes, shown, figures } = data;
  return (
    <Page
      title={`Cijfers ${programme.name}`}
      width="wide"
      sub="Hoeveel gezinnen een plaats kregen. Aantallen, nooit wie."
      back={seesPlaces ? { href: "/geboortezorg-flex", label: "Geboortezorg Flex" } : undefined}
      actions={shown && <Downloads code={programme.code} month={shown.month} />}
    >
      <ProgrammeSwitch address={publicFiguresAddress} programmes={programmes} current={programme.code} />
      {shown === null ? (
        <Card>
          <EmptyState title="Nog niets gepubliceerd">De projectgroep publiceert een maand als die voorbij is.</EmptyState>
        </Card>
      ) : (
        <>
          <ChoosePublication data={data} month={shown.month} />
          <Card title={`Tot en met ${monthInWords(shown.month)}`}>
            {figures.sums.every(({ all }) => all === 0) ? (
              <Alert title="Er is nog geen aantal dat getoond kan worden">
                In geen gemeente zijn al {smallestShown} gezinnen bij gekomen. Zodra dat zo is, staat het aantal hier.
              </Alert>
            ) : (
              <FiguresTable data={data} />
            )}
            <p className="wieg-hint">
              Gepubliceerd op {formatDay(shown.publishedOn)}. Een aantal staat er zodra er {smallestShown} gezinnen bij zijn gekomen sinds
              het vorige aantal van die gemeente; tot zo lang blijft het oude staan, met de maand erbij. Een streepje (–): nog geen{" "}
              {smallestShown}. Kleine gemeenten worden aan het eind van een kwartaal samen geteld. Plaatsen die later zijn teruggegeven,
              tellen hier mee.
            </p>
          </Card>
        </>
      )}
    </Page>
  );
}

function Downloads({ code, month }: Readonly<{ code: string; month: string }>) {
  const query = `?${new URLSearchParams({ programma: code, maand: month })}`;
  return (
    <>
      <LinkButton href={`${publicFiguresAddress}/delen.pdf${query}`} download>
        Om te delen (PDF)
      </LinkButton>
      <LinkButton href={`${publicFiguresAddress}/delen.xlsx${query}`} download>
        Rekenblad (Excel)
      </LinkButton>
    </>
  );
}

function ChoosePublication({ data: { programme, publications }, month }: Readonly<{ data: PublishedFigures; month: string }>) {
  return (
    <Card>
      <div className="wieg-month-choice">
        <Form action={publicFiguresAddress} method="get" values={{ maand: month }} id="maand">
          <HiddenField name="programma" value={programme.code} />
          <Select
            name="maand"
            label="Tot en met"
            empty={null}
            options={publications.map((one) => ({ value: one.month, label: monthInWords(one.month) }))}
          />
          <Button variant="secondary">Tonen</Button>
        </Form>
      </div>
    </Card>
  );
}

const hidden = (
  <>
    <span aria-hidden="true">–</span>
    <VisuallyHidden>niet te tonen</VisuallyHidden>
  </>
);

function FiguresTable({ data: { municipalities, figures, shown } }: Readonly<{ data: PublishedFigures }>) {
  const of = (code: string, pillar: Pillar) => figures.lines.find((line) => line.code === code && line.pillar === pillar);
  const sumOf = (pillar: Pillar) => figures.sums.find((sum) => sum.pillar === pillar);
  const rows = [...municipalities, { code: "", name: "Kleine aantallen samen" }];
  return (
    <DataTable
      caption="Gezinnen met een plaats, per gemeente en pijler"
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { label: "Gemeente", heading: true, cell: ({ name }) => name },
        ...pillars.map((pillar) => ({
          label: `Pijler ${pillar}`,
          numeric: true,
          cell: ({ code }: { code: string }) => (code === "" ? sumOf(pillar)?.together || hidden : (of(code, pillar)?.families ?? hidden)),
          note: ({ code }: { code: string }) => {
            const until = code === "" ? null : (of(code, pillar)?.untilMonth ?? null);
            return until === null || until === shown?.month ? null : `tot en met ${monthInWords(until)}`;
          },
        })),
      ]}
      foot={["Samen, voor zover te tonen", ...pillars.map((pillar) => sumOf(pillar)?.all || hidden)]}
    />
  );
}
