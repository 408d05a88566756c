import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay } from "../../../kit/day.ts";
import { formatCents, formatMinutes } from "../../../kit/money.ts";
import { ProgrammeSwitch } from "../../configuration/pages/switchDoor.tsx";
import { funderName, monthName, reasonSentences } from "../../funding/funding.texts.ts";
import { nextToClose, sumByFunder, sumMoney, total } from "../rules/sumMoney.ts";
import type { Money } from "../server/readMoney.ts";
import { ForecastCard } from "./ForecastCard.tsx";
import { MoneyPicture } from "./MoneyPicture.tsx";
import { StatementCard } from "./StatementCard.tsx";

export const moneyAddress = "/geboortezorg-flex/geld";

/** The money of a programme: by month, funder and municipality, what is promised, and what is not known. */
export function MoneyPage({ money }: Readonly<{ money: Money }>) {
  const { programme, all, hours } = money;
  const unknown = total(hours.map(({ unknownMinutes }) => unknownMinutes));
  return (
    <Page
      title="Geld"
      heading={`Geld van ${programme.name}`}
      sub="Elk bedrag volgt uit gegeven uren. Een maand telt de uren van die maand, en verbeteringen over een maand die al was afgesloten."
      back={{ href: `/geboortezorg-flex?programma=${programme.code}`, label: programme.name }}
    >
      <ProgrammeSwitch address={moneyAddress} programmes={all} current={programme.code} />
      {unknown > 0 && <UnknownAlert money={money} minutes={unknown} />}
      {money.undecided.length > 0 && <UndecidedCard money={money} />}
      <ForecastCard money={money} />
      <MonthsCard money={money} />
      <FundersCard money={money} />
      <MunicipalitiesCard money={money} />
      {money.mayClose && <StatementCard money={money} />}
      <p className="wieg-note">In vertrouwen: deze bedragen zijn alleen voor de projectgroep en de coördinator kraamzorg.</p>
    </Page>
  );
}

function UnknownAlert({ money: { programme, mayClose, hours }, minutes }: Readonly<{ money: Money; minutes: number }>) {
  const years = [
    ...new Set(
      hours.filter(({ unknownMinutes }) => unknownMinutes !== 0).map(({ month, pillar }) => `${month.slice(0, 4)} (pijler ${pillar})`),
    ),
  ];
  return (
    <Alert title={`Van ${formatMinutes(minutes)} is het bedrag nog niet bekend`} tone="soon">
      <p>
        Het tarief van {years.join(" en ")} ontbreekt. De uren staan vast en tellen in geen bedrag mee, ook niet als nul. Zet het tarief in
        een volgende versie van het programma, dan zijn ze opnieuw te boeken.
      </p>
      {mayClose && (
        <ActionForm action={`${moneyAddress}/opnieuw`} button="Opnieuw boeken wat nu bekend is" hidden={{ programme: programme.id }} />
      )}
    </Alert>
  );
}

function UndecidedCard({ money: { undecided } }: Readonly<{ money: Money }>) {
  return (
    <Card title="Nog te beslissen wie betaalt" tone="soon">
      <DataTable
        caption="Uren waarover nog niet is besloten"
        rows={undecided}
        rowKey={({ trajectoryId, day, minutes }) => `${trajectoryId} ${day} ${minutes}`}
        columns={[
          {
            label: "Dag",
            heading: true,
            cell: ({ day, trajectoryId }) => <a href={`/gezinnen/${trajectoryId}/kraamzorg/uren`}>{formatDay(day)}</a>,
          },
          { label: "Uren", numeric: true, cell: ({ minutes }) => formatMinutes(minutes) },
          { label: "Waarom geen regel", cell: ({ reason }) => reasonSentences[reason] },
        ]}
      />
    </Card>
  );
}

function MonthsCard({ money: { sums, hours, closings, today, programme, mayClose } }: Readonly<{ money: Money }>) {
  const months = sumMoney("month", sums, hours);
  const closable = nextToClose(
    months.map(({ of }) => of),
    closings.map(({ month }) => month),
    today,
  );
  const closingOf = (month: string) => closings.find((one) => one.month === month);
  return (
    <Card title="Per maand" id="maanden">
      <MoneyPicture label="Besteed per maand, pijler 1 en pijler 2 op elkaar. Dezelfde bedragen staan in de tabel." months={months} />
      <DataTable
        caption="Besteed per maand"
        dense
        rows={months.toReversed()}
        rowKey={({ of }) => of}
        empty={<EmptyState title="Nog niets besteed">Zodra er uren zijn gegeven die het programma betaalt, staan ze hier.</EmptyState>}
        columns={[
          {
            label: "Maand",
            heading: true,
            cell: ({ of }) => monthName(of),
            note: ({ of }) => {
              const closing = closingOf(of);
              return closing ? `afgesloten op ${formatDay(closing.closedOn)} door ${closing.closedBy}` : null;
            },
          },
          {
            label: "Uren",
            numeric: true,
            cell: ({ minutes }) => signed(minutes),
            note: ({ unknownMinutes }) => (unknownMinutes === 0 ? null : `waarvan ${signed(unknownMinutes)} zonder tarief`),
          },
          { label: "Pijler 1", numeric: true, cell: ({ pillar1 }) => formatCents(pillar1) },
          { label: "Pijler 2", numeric: true, cell: ({ pillar2 }) => formatCents(pillar2) },
          { label: "Samen", numeric: true, cell: ({ pillar1, pillar2 }) => formatCents(pillar1 + pillar2) },
          ...(mayClose
            ? [
                {
                  label: "Afsluiten",
                  action: true,
                  cell: ({ of }: { of: string }) =>
                    of === closable && (
                      <ActionForm
                        action={`${moneyAddress}/afsluiten`}
                        button="Afsluiten"
                        label={`${monthName(of)} afsluiten`}
                        hidden={{ programme: programme.id, month: of }}
                        confirm={`Na het afsluiten komt er in ${monthName(of)} en eerder niets meer bij. Verbeteringen tellen dan in de maand die open is. Dit is niet terug te draaien.`}
                        confirmButton={`Sluit ${monthName(of)} af`}
                      />
                    ),
                },
              ]
            : []),
        ]}
        foot={[
          "Samen",
          signed(total(months.map(({ minutes }) => minutes))),
          formatCents(total(months.map(({ pillar1 }) => pillar1))),
          formatCents(total(months.map(({ pillar2 }) => pillar2))),
          formatCents(total(months.map(({ pillar1, pillar2 }) => pillar1 + pillar2))),
          ...(mayClose ? [""] : []),
        ]}
      />
    </Card>
  );
}

const signed = (minutes: number): string => `${minutes < 0 ? "-" : ""}${formatMinutes(Math.abs(minutes))}`;

function FundersCard({ money: { sums, municipalities, programme } }: Readonly<{ money: Money }>) {
  const rows = sumByFunder(sums);
  if (rows.length === 0) return null;
  return (
    <Card title="Per financier" id="financiers">
      <DataTable
        caption="Besteed per financier"
        dense
        rows={rows}
        rowKey={({ of }) => of}
        columns={[
          { label: "Financier", heading: true, cell: ({ of }) => funderName(of, municipalities) },
          { label: "Pijler 1", numeric: true, cell: ({ pillar1 }) => formatCents(pillar1) },
          { label: "Pijler 2", numeric: true, cell: ({ pillar2 }) => formatCents(pillar2) },
          { label: "Samen", numeric: true, cell: ({ pillar1, pillar2 }) => formatCents(pillar1 + pillar2) },
        ]}
      />
      {programme.settings.funding.shares.assumed && (
        <p className="wieg-note">
          De verdeling over verzekeraar en gemeente is een aanname: in het plan staat wie meebetaalt, niet hoeveel.
        </p>
      )}
    </Card>
  );
}

function MunicipalitiesCard({ money: { sums, hours, municipalities } }: Readonly<{ money: Money }>) {
  const rows = sumMoney("municipality", sums, hours);
  if (rows.length === 0) return null;
  return (
    <Card title="Per gemeente" id="gemeenten">
      <DataTable
        caption="Besteed per gemeente"
        dense
        rows={rows}
        rowKey={({ of }) => of}
        columns={[
          { label: "Gemeente", heading: true, cell: ({ of }) => municipalities.get(of) ?? of },
          {
            label: "Uren",
            numeric: true,
            cell: ({ minutes }) => signed(minutes),
            note: ({ unknownMinutes }) => (unknownMinutes === 0 ? null : `waarvan ${signed(unknownMinutes)} zonder tarief`),
          },
          { label: "Pijler 1", numeric: true, cell: ({ pillar1 }) => formatCents(pillar1) },
          { label: "Pijler 2", numeric: true, cell: ({ pillar2 }) => formatCents(pillar2) },
          { label: "Samen", numeric: true, cell: ({ pillar1, pillar2 }) => formatCents(pillar1 + pillar2) },
        ]}
      />
      <p className="wieg-note">De gemeente waar het gezin woonde toen de plaats werd gegeven. Verhuizen verandert dat niet.</p>
    </Card>
  );
}
