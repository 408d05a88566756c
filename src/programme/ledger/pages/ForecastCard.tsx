import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { formatMoment, type Day } from "../../../kit/day.ts";
import { formatCents, formatMinutes } from "../../../kit/money.ts";
import type { Programme } from "../../configuration/programme.ts";
import type { Forecast } from "../ledger.ts";

const amount = (cents: number | null): string => (cents === null ? "nog niet bekend" : formatCents(cents));

interface Facts {
  readonly forecasts: readonly Forecast[];
  readonly programme: Programme;
  readonly today: Day;
  readonly id: string;
}

/** Spent, promised, and what the free places would bring, with what that rests on. */
export function ForecastCard({ forecasts, programme, today, id }: Readonly<Facts>) {
  const year = today.slice(0, 4);
  return (
    <Card title="Besteed, toegezegd en verwacht" id={id}>
      <DataTable
        caption="Besteed, toegezegd en verwacht per pijler"
        rows={forecasts}
        rowKey={({ pillar }) => String(pillar)}
        columns={[
          {
            label: "Pijler",
            heading: true,
            cell: ({ pillar }) => `Pijler ${pillar}`,
            note: ({ pillar }) => (pillar === 1 ? "eigen bijdrage" : "flexibele uren"),
          },
          {
            label: "Besteed",
            numeric: true,
            cell: ({ spent, unknownMinutes }) => (spent === 0 && unknownMinutes > 0 ? "nog niet bekend" : formatCents(spent)),
            note: ({ unknownMinutes }) => (unknownMinutes > 0 ? `${formatMinutes(unknownMinutes)} zonder tarief` : null),
          },
          {
            label: "Toegezegd",
            numeric: true,
            cell: ({ committed }) => amount(committed),
            note: ({ committedMinutes }) => formatMinutes(committedMinutes),
          },
          {
            label: "Vrije plaatsen",
            numeric: true,
            cell: ({ expected }) => amount(expected),
            note: ({ freePlaces }) => `${freePlaces} plaatsen`,
          },
          { label: "Samen verwacht", numeric: true, cell: ({ total }) => amount(total) },
        ]}
      />
      <ul className="wieg-note">
        <li>Besteed: uren die zijn gegeven, tegen het tarief van hun jaar.</li>
        {forecasts.map((one) => (
          <li key={one.pillar}>{promise(one)}</li>
        ))}
        <li>
          Vrije plaatsen: als ze allemaal worden gebruikt, elk met{" "}
          {forecasts.map(({ pillar, meanMinutes }) => `${meanMinutes / 60} uur in pijler ${pillar}`).join(" en ")}.
          {programme.settings.windows.inflowUntil === null ? "" : " Na de laatste dag van de instroom telt er geen vrije plaats meer."}
        </li>
        {forecasts.map((one) => (
          <li key={one.pillar}>{rateWords(one, money(programme, one, year), year)}</li>
        ))}
      </ul>
    </Card>
  );
}

/** The project group reads along: of families no number below ten [domain 5.4]. */
function promise({ pillar, familiesWithoutHours, meanMinutes, countedAt }: Forecast): string {
  const rule = pillar === 1 ? "geïndiceerde uren" : "afgesproken uren";
  const without =
    familiesWithoutHours === 0
      ? ""
      : ` Van ${familiesWithoutHours < 10 ? "minder dan 10" : familiesWithoutHours} gezinnen zijn nog geen uren bekend: daarvoor telt ${meanMinutes / 60} uur.`;
  return `Toegezegd in pijler ${pillar}: ${rule} van gezinnen met een plaats, min wat is gegeven.${without}${countedAt === null ? "" : ` Geteld op ${formatMoment(countedAt)}; elke ochtend opnieuw.`}`;
}

const money = ({ settings }: Programme, { pillar }: Forecast, year: string) =>
  (pillar === 1 ? settings.coPayment.rates : settings.funding.flexibleRates.rates).find((rate) => String(rate.year) === year);

function rateWords({ pillar, rateCents }: Forecast, rate: ReturnType<typeof money>, year: string): string {
  if (rateCents === null) return `Het tarief van pijler ${pillar} voor ${year} is nog niet bekend. Daarom staat er geen bedrag.`;
  return `Pijler ${pillar}: ${formatCents(rateCents)} per uur in ${year}${rate?.assumed ? ", een aanname" : ""}.`;
}
