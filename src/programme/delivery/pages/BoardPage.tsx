import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { addDays, formatDay, formatShortDay, type Day } from "../../../kit/day.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { sumVisits } from "../rules/sumVisits.ts";
import { dayOf, type Board } from "../server/readVisits.ts";
import type { CareVisit } from "../visit.ts";
import { stateNames } from "../visit.texts.ts";
import { addressOf, nameOfFamily, Phones } from "./VisitedFamily.tsx";
import { visitHref } from "./visitHref.ts";
import { timesOfVisit } from "./whenOf.ts";

const home = "/geboortezorg-flex/planning";

/** The week: who is where, by assistant and by family. */
export function BoardPage({ board }: Readonly<{ board: Board }>) {
  const { days, visits, today } = board;
  const [first = today] = days;
  return (
    <Page
      title="Planning"
      width="wide"
      sub={`${formatDay(first)} tot en met ${formatDay(addDays(first, 6))}`}
      actions={
        <ButtonRow>
          <LinkButton href={`${home}?week=${addDays(first, -7)}`} variant="quiet">
            Vorige week
          </LinkButton>
          {!days.includes(today) && <LinkButton href={home}>Deze week</LinkButton>}
          <LinkButton href={`${home}?week=${addDays(first, 7)}`} variant="quiet">
            Volgende week
          </LinkButton>
        </ButtonRow>
      }
    >
      <SectionNav
        label="Op deze pagina"
        items={[
          { href: "#kraamverzorgenden", label: "Kraamverzorgenden", count: new Set(visits.map(({ assistantId }) => assistantId)).size },
          { href: "#gezinnen", label: "Gezinnen", count: board.families.size },
        ]}
      />
      <Card title="Per kraamverzorgende" id="kraamverzorgenden">
        <AssistantWeek board={board} />
      </Card>
      <Card title="Per gezin" id="gezinnen">
        <FamilyWeek board={board} />
      </Card>
    </Page>
  );
}

const dayLabel = (day: Day, today: Day): string =>
  `${formatDay(day).slice(0, 2)} ${formatShortDay(day).split("-")[0] ?? ""}${day === today ? " (vandaag)" : ""}`;

/** What stands in a cell of the week: each visit a line. */
function Cell({ visits, name }: Readonly<{ visits: readonly CareVisit[]; name: (visit: CareVisit) => string }>) {
  if (visits.length === 0) return null;
  return (
    <ul className="wieg-week">
      {visits.map((visit) => (
        <li key={visit.id}>
          <a href={visitHref(visit)}>
            {timesOfVisit(visit).replace(" uur", "").replace(" tot ", "-")} {name(visit)}
          </a>{" "}
          {visit.state !== "planned" && <Tag tone={stateNames[visit.state].tone}>{stateNames[visit.state].text}</Tag>}
          {visit.checkDate && <Tag tone="soon">controleer de datum</Tag>}
        </li>
      ))}
    </ul>
  );
}

function AssistantWeek({ board: { visits, assistants, days, families, today } }: Readonly<{ board: Board }>) {
  const rows = [...new Map(visits.map(({ assistantId: id, assistant: name }) => [id, { id, name }])).values()];
  const free = assistants.filter(({ id }) => !rows.some((row) => row.id === id));
  const of = (id: string, day?: Day) => visits.filter((visit) => visit.assistantId === id && (day === undefined || dayOf(visit) === day));
  return (
    <>
      <DataTable
        caption="Week per kraamverzorgende"
        dense
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Deze week staat er niets gepland">Hieronder staat wie er te plannen is.</EmptyState>}
        columns={[
          { label: "Kraamverzorgende", heading: true, cell: ({ name }) => name, note: ({ id }) => hoursNote(of(id)) },
          ...days.map((day) => ({
            label: dayLabel(day, today),
            cell: ({ id }: { id: string }) => (
              <Cell visits={of(id, day)} name={({ trajectoryId }) => nameOfFamily(families.get(trajectoryId))} />
            ),
          })),
        ]}
      />
      {free.length > 0 && <p className="wieg-note">Deze week nog niets gepland: {free.map(({ name }) => name).join(", ")}.</p>}
    </>
  );
}

const hoursNote = (visits: readonly CareVisit[]): string => {
  const { planned, delivered } = sumVisits(visits);
  return [delivered > 0 && `${formatMinutes(delivered)} gegeven`, planned > 0 && `${formatMinutes(planned)} gepland`]
    .filter(Boolean)
    .join(", ");
};

function FamilyWeek({ board: { visits, days, families, today } }: Readonly<{ board: Board }>) {
  const rows = [...new Set(visits.map(({ trajectoryId }) => trajectoryId))];
  const of = (id: string, day?: Day) => visits.filter((visit) => visit.trajectoryId === id && (day === undefined || dayOf(visit) === day));
  return (
    <DataTable
      caption="Week per gezin"
      dense
      rows={rows}
      rowKey={(id) => id}
      empty={
        <EmptyState title="Deze week staat er niets gepland" action={<LinkButton href="/gezinnen">Naar uw gezinnen</LinkButton>}>
          Een bezoek plant u op de pagina Kraamzorg van het gezin.
        </EmptyState>
      }
      columns={[
        {
          label: "Gezin",
          heading: true,
          cell: (id) => <a href={`/gezinnen/${id}/kraamzorg`}>{nameOfFamily(families.get(id))}</a>,
          note: (id) => <FamilyNote family={families.get(id)} visits={of(id)} />,
        },
        ...days.map((day) => ({
          label: dayLabel(day, today),
          cell: (id: string) => <Cell visits={of(id, day)} name={({ assistant }) => assistant} />,
        })),
      ]}
    />
  );
}

function FamilyNote({
  family,
  visits,
}: Readonly<{ family: Board["families"] extends ReadonlyMap<string, infer One> ? One | undefined : never; visits: readonly CareVisit[] }>) {
  if (!family) return null;
  return (
    <>
      {addressOf(family)}
      <br />
      <Phones family={family} />
      <br />
      {hoursNote(visits)}
      {family.lossOn !== null && "; in dit gezin was een verlies"}
    </>
  );
}
