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
import { nextToClose, sumByFunder, sumMoney, total, type MoneyRow } from "../rules/sumMoney.ts";
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
      <ForecastCard forecasts={money.forecasts} programme={programme} today={money.today} id="verwachting" />
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
  const sum = (of: (one: MoneyRow) => number) => total(months.map(of));
  const closingOf = (month: string) => closings.find((one) => one.month === month);
  return (
    <Card title="Per maand" id="maanden">
      <MoneyPicture label="Besteed per maand, pijler 1 en pijler 2 op elkaar. Dezelfde bedragen staan in de tabel." months={months} />
      <DataTable
        caption="Besteed per maand"
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
          ...(mayClose ? [hoursColumn] : []),
          { label: "Pijler 1", numeric: true, cell: ({ pillar1, unknown1 }) => sayAmount(pillar1, unknown1) },
          { label: "Pijler 2", numeric: true, cell: ({ pillar2, unknown2 }) => sayAmount(pillar2, unknown2) },
          { label: "Samen", numeric: true, cell: (one) => sayAmount(one.pillar1 + one.pillar2, one.unknown1 + one.unknown2) },
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
          ...(mayClose ? [signed(sum(({ minutes }) => minutes))] : []),
          sayAmount(
            sum(({ pillar1 }) => pillar1),
            sum(({ unknown1 }) => unknown1),
          ),
          sayAmount(
            sum(({ pillar2 }) => pillar2),
            sum(({ unknown2 }) => unknown2),
          ),
          sayAmount(
            sum((one) => one.pillar1 + one.pillar2),
            sum((one) => one.unknown1 + one.unknown2),
          ),
          ...(mayClose ? [""] : []),
        ]}
      />
    </Card>
  );
}

/** An amount of which a part is not known is no amount: it says so. */
const sayAmount = (cents: number, unknownMinutes: number): string => {
  if (unknownMinutes === 0) return formatCents(cents);
  return cents === 0 ? "nog niet bekend" : `${formatCents(cents)} en meer`;
};
/** Nothing of a pillar: a dash, since hours without a rate may belong here. */
const someAmount = (cents: number): string => (cents === 0 ? "–" : formatCents(cents));
const withoutRate = ({ unknown1, unknown2 }: MoneyRow): string | null =>
  unknown1 + unknown2 === 0 ? null : `waarvan ${signed(unknown1 + unknown2)} zonder tarief`;

const signed = (minutes: number): string => `${minutes < 0 ? "-" : ""}${formatMinutes(Math.abs(minutes))}`;

/** Hours of one municipality or month may be those of a few families: the project group has them by quarter, cut, on the page of steering [domain 5.4]. */
const hoursColumn = { label: "Uren", numeric: true, cell: ({ minutes }: MoneyRow) => signed(minutes), note: withoutRate } as const;

function FundersCard({ money: { sums, hours, municipalities, programme } }: Readonly<{ money: Money }>) {
  const rows = sumByFunder(sums);
  if (rows.length === 0) return null;
  return (
    <Card title="Per financier" id="financiers">
      <DataTable
        caption="Besteed per financier"
        rows={rows}
        rowKey={({ of }) => of}
        columns={[
          { label: "Financier", heading: true, cell: ({ of }) => funderName(of, municipalities) },
          { label: "Pijler 1", numeric: true, cell: ({ pillar1 }) => someAmount(pillar1) },
          { label: "Pijler 2", numeric: true, cell: ({ pillar2 }) => someAmount(pillar2) },
          { label: "Samen", numeric: true, cell: ({ pillar1, pillar2 }) => formatCents(pillar1 + pillar2) },
        ]}
      />
      {hours.some(({ unknownMinutes }) => unknownMinutes !== 0) && (
        <p className="wieg-note">Uren waarvan het tarief niet bekend is, zitten hier nog niet in.</p>
      )}
      {programme.settings.funding.shares.assumed && (
        <p className="wieg-note">
          De verdeling over verzekeraar en gemeente is een aanname: in het plan staat wie meebetaalt, niet hoeveel.
        </p>
      )}
    </Card>
  );
}

function MunicipalitiesCard({ money: { sums, hours, municipalities, mayClose } }: Readonly<{ money: Money }>) {
  if (!mayClose)
    return (
      <Card title="Per gemeente" id="gemeenten">
        <p>
          Bedragen per gemeente staan hier niet. Met het tarief zijn ze terug te rekenen naar uren, en in een gemeente zijn dat de uren van
          een paar gezinnen. De coördinator kraamzorg maakt voor elke gemeente die meebetaalt een staat.
        </p>
      </Card>
    );
  const name = (code: string) => municipalities.get(code) ?? code;
  const rows = sumMoney("municipality", sums, hours).toSorted((one, other) => name(one.of).localeCompare(name(other.of), "nl"));
  if (rows.length === 0) return null;
  return (
    <Card title="Per gemeente" id="gemeenten">
      <DataTable
        caption="Besteed per gemeente"
        rows={rows}
        rowKey={({ of }) => of}
        columns={[
          { label: "Gemeente", heading: true, cell: ({ of }) => name(of) },
          hoursColumn,
          { label: "Pijler 1", numeric: true, cell: ({ pillar1, unknown1 }) => sayAmount(pillar1, unknown1) },
          { label: "Pijler 2", numeric: true, cell: ({ pillar2, unknown2 }) => sayAmount(pillar2, unknown2) },
          { label: "Samen", numeric: true, cell: (one) => sayAmount(one.pillar1 + one.pillar2, one.unknown1 + one.unknown2) },
        ]}
      />
      <p className="wieg-note">De gemeente waar het gezin woonde toen de plaats werd gegeven. Verhuizen verandert dat niet.</p>
    </Card>
  );
}
