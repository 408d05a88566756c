import { Alert } from "../../../design/Alert.tsx";
import { BandPicture } from "../../../design/BandPicture.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Page } from "../../../design/Page.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { ProgrammeSwitch } from "../../configuration/pages/switchDoor.tsx";
import { sayChance, sayHours, sayPinch, sayRange, sayWeek } from "../capacity.texts.ts";
import type { WeekForecast } from "../capacity.ts";
import { pinchesFrom } from "../rules/pinch.ts";
import type { Capacity } from "../server/readCapacity.ts";
import { AssumptionsCard } from "./AssumptionsCard.tsx";
import { ScenariosCard } from "./ScenariosCard.tsx";

export const home = "/geboortezorg-flex/capaciteit";
type Props = Readonly<{ capacity: Capacity; values: Values; errors: Errors }>;

/** Is there enough maternity care? Hours asked beside hours there are, week by week, with the assumptions to turn. */
export function CapacityPage({ capacity, values, errors }: Props) {
  const { programme, programmes, pinch } = capacity;
  return (
    <Page
      title="Capaciteit"
      heading={`Genoeg kraamzorg? ${programme.name}`}
      sub={`Verwachte geboorten in ${programme.settings.area.name}, de uren die daarbij horen, en de uren die er zijn. Een verwachting: de banden laten zien hoeveel het kan schelen.`}
      back={{ href: `/geboortezorg-flex?programma=${programme.code}`, label: "Geboortezorg Flex" }}
      errors={errors}
    >
      <ProgrammeSwitch address={home} programmes={programmes} current={programme.code} />
      <Alert title={pinch.first ? "Het gaat knellen" : "Er is genoeg"} tone={pinch.first ? "soon" : "ok"}>
        {sayPinch(pinch)}
      </Alert>
      <PictureCard capacity={capacity} />
      <AssumptionsCard capacity={capacity} />
      <MunicipalityCard capacity={capacity} />
      <ScenariosCard capacity={capacity} values={values} errors={errors} />
    </Page>
  );
}

function PictureCard({ capacity: { weeks, pinch } }: Readonly<{ capacity: Capacity }>) {
  const every = Math.max(1, Math.ceil(weeks.length / 8));
  const at = weeks.findIndex(({ week }) => week === (pinch.first ?? pinch.worst)?.week);
  return (
    <Card title="Uren per week">
      <BandPicture
        label={sayPinch(pinch)}
        points={weeks.map(({ hours, likely, wide, available }) => ({ mean: hours, likely, wide, limit: available }))}
        ticks={weeks.flatMap(({ week }, nr) => (nr % every === 0 ? [{ at: nr, label: formatShortDay(week) }] : []))}
        mark={pinch.first && at >= 0 ? { at, label: `knelt vanaf ${formatShortDay(pinch.first.week)}` } : undefined}
        names={{ mean: "verwacht", likely: "80 van de 100 keer", wide: "95 van de 100 keer", limit: "beschikbaar" }}
      />
      <Details summary="Als tabel">
        <WeekTable weeks={weeks} />
      </Details>
    </Card>
  );
}

function WeekTable({ weeks }: Readonly<{ weeks: readonly WeekForecast[] }>) {
  return (
    <DataTable
      caption="Uren per week"
      dense
      rows={weeks}
      rowKey={({ week }) => week}
      columns={[
        { label: "Week", heading: true, cell: ({ week }) => sayWeek(week) },
        { label: "Geboorten", numeric: true, cell: ({ births }) => births.toFixed(1).replace(".", ",") },
        { label: "Waarvan bekend", numeric: true, cell: ({ known }) => known },
        { label: "Uren verwacht", numeric: true, cell: ({ hours }) => sayHours(hours) },
        { label: "80 van de 100", numeric: true, cell: ({ likely }) => sayRange(likely) },
        { label: "95 van de 100", numeric: true, cell: ({ wide }) => sayRange(wide) },
        { label: "Beschikbaar", numeric: true, cell: ({ available }) => sayHours(available) },
        {
          label: "Kans op te weinig",
          numeric: true,
          cell: ({ short }) => (short >= pinchesFrom ? <b>{sayChance(short)}</b> : sayChance(short)),
        },
      ]}
    />
  );
}

function MunicipalityCard({ capacity: { byMunicipality, pinch } }: Readonly<{ capacity: Capacity }>) {
  if (!pinch.worst) return null;
  return (
    <Card title="Per gemeente, in de drukste week">
      <p>{`In ${sayWeek(pinch.worst.week)}.`}</p>
      <DataTable
        caption="Uren per gemeente"
        dense
        rows={byMunicipality}
        rowKey={({ code }) => code}
        columns={[
          { label: "Gemeente", heading: true, cell: ({ name }) => name },
          { label: "Geboorten", numeric: true, cell: ({ week }) => week.births.toFixed(1).replace(".", ",") },
          { label: "Waarvan bekend", numeric: true, cell: ({ week }) => week.known },
          { label: "Uren verwacht", numeric: true, cell: ({ week }) => sayHours(week.hours) },
          { label: "80 van de 100", numeric: true, cell: ({ week }) => sayRange(week.likely) },
        ]}
      />
      <p className="wieg-note">
        Kraamverzorgenden werken in meer gemeenten. Daarom staat wat er beschikbaar is alleen voor het hele gebied.
      </p>
    </Card>
  );
}
