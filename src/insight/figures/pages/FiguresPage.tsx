import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { formatDay, formatMoment } from "../../../kit/day.ts";
import { countsChildren, figureWords, howHidden, uncutSaid } from "../figures.texts.ts";
import { figureCodes, toldFromMonth } from "../figures.ts";
import { sayMoment, sayPeriod } from "../rules/sayPeriod.ts";
import { nameOf, namesOf, shareOf } from "../rules/sayRow.ts";
import type { Figures } from "../server/readFigures.ts";
import { FigureTable } from "./FigureTable.tsx";
import { ShareBars } from "./ShareBars.tsx";

export const figuresAddress = "/cijfers";

/** The group in figures: one figure at a time, by municipality and by year. */
export function FiguresPage({ data }: Readonly<{ data: Figures }>) {
  const isEmpty = data.periods.length === 0;
  return (
    <Page
      title="De groep in cijfers"
      width="wide"
      sub="Kinderen die hier geboren zijn, en hun gezinnen. Aantallen, nooit wie."
      actions={isEmpty ? undefined : <Downloads data={data} />}
    >
      <Stack>
        {data.uncut && <Alert title="In vertrouwen">{uncutSaid}</Alert>}
        {isEmpty ? (
          <Card>
            <EmptyState title="Nog geen cijfers">
              {data.uncut
                ? "Er is nog geen geboorte vastgelegd. Wieg telt elke nacht."
                : `Een jaar staat hier vanaf ${sayMoment(`${new Date(data.today).getUTCFullYear() + 1}-0${toldFromMonth}`)}, als het voorbij is.`}
            </EmptyState>
          </Card>
        ) : (
          <>
            <Choose data={data} />
            <Shown data={data} />
          </>
        )}
      </Stack>
    </Page>
  );
}

const queryOf = ({ shown, from, until }: Figures): string =>
  `?${new URLSearchParams({ cijfer: shown.figure.code, van: from ?? "", tot: until ?? "" })}`;

function Downloads({ data }: Readonly<{ data: Figures }>) {
  return (
    <>
      <LinkButton href={`${figuresAddress}/cijfers.pdf${queryOf(data)}`} download>
        Alle cijfers (PDF)
      </LinkButton>
      <LinkButton href={`${figuresAddress}/cijfers.csv${queryOf(data)}`} download>
        Rekenblad (CSV)
      </LinkButton>
    </>
  );
}

function Choose({ data: { shown, periods, from, until } }: Readonly<{ data: Figures }>) {
  const moments = periods.map((one) => ({ value: one, label: sayMoment(one) }));
  return (
    <Card title="Welk cijfer?">
      <div className="wieg-month-choice">
        <Form action={figuresAddress} method="get" values={{ cijfer: shown.figure.code, van: from ?? "", tot: until ?? "" }}>
          <Select
            name="cijfer"
            label="Cijfer"
            empty={null}
            options={figureCodes.map((code) => ({ value: code, label: figureWords[code].name }))}
          />
          <Select name="van" label="Geboren van" empty={null} options={moments} />
          <Select name="tot" label="tot en met" empty={null} options={moments} />
          <ButtonRow>
            <Button variant="secondary">Tonen</Button>
          </ButtonRow>
        </Form>
      </div>
    </Card>
  );
}

function Shown({ data }: Readonly<{ data: Figures }>) {
  const { shown, municipalities, from, until, uncut, publishedOn, countedAt } = data;
  const { figure, view } = shown;
  const words = figureWords[figure.code];
  const period = from === null || until === null ? "" : sayPeriod(from, until);
  return (
    <Card title={`${words.name}, ${period}`} id="cijfer">
      <Facts
        facts={[
          { label: "Definitie", value: words.definition },
          { label: "Bron", value: words.source },
          countedAt === null || !uncut ? null : { label: "Geteld op", value: formatMoment(countedAt) },
          publishedOn === null ? null : { label: "Gepubliceerd op", value: formatDay(publishedOn) },
        ]}
      />
      {view.whole === null ? (
        <EmptyState title="Hiervan is niets te tonen">Ook alle gemeenten samen zijn er te weinig om te tonen.</EmptyState>
      ) : (
        <Tables data={data} period={period} />
      )}
      {view.untold.length > 0 && view.whole !== null && <p>Niet te tonen: {namesOf(view.untold, municipalities)}.</p>}
      <p className="wieg-hint">
        {countsChildren} {!uncut && howHidden}
      </p>
    </Card>
  );
}

/** Each picture with its table. */
function Tables({ data, period }: Readonly<{ data: Figures; period: string }>) {
  const { shown, municipalities } = data;
  const { figure, view } = shown;
  const words = figureWords[figure.code];
  const whole = view.whole ? [{ label: "Samen", share: shareOf(figure, view.whole) }] : [];
  return (
    <>
      <h3>Per gemeente</h3>
      {figure.code !== "births" && (
        <ShareBars
          label={`Aandeel ${words.share}, per gemeente, ${period}. De tabel hieronder zegt hetzelfde.`}
          bars={[...view.rows.map((row) => ({ label: nameOf(row, municipalities), share: shareOf(figure, row) })), ...whole]}
        />
      )}
      <FigureTable data={data} of={shown} by="place" />
      <h3>Per jaar van geboorte</h3>
      {figure.code !== "births" && view.years.length > 1 && (
        <ShareBars
          label={`Aandeel ${words.share}, per jaar. De tabel hieronder zegt hetzelfde.`}
          bars={view.years.map((row) => ({ label: String(row.year), share: shareOf(figure, row) }))}
        />
      )}
      <FigureTable data={data} of={shown} by="year" />
    </>
  );
}
