import { Button } from "../../../design/Button.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Form } from "../../../design/Form.tsx";
import { Lanes } from "../../../design/Lanes.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import { addDays, daysBetween, formatDay, type Day } from "../../../kit/day.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { groupMoments } from "../rules/groupMoments.ts";
import { dayNumber } from "../rules/timeline.ts";
import { tellTimeline, type Told, type TimelineFilter, type ToldMoment } from "../rules/tellTimeline.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";
import { ownMoments } from "./ownMoments.ts";
import { drawnOf } from "./stretchBands.ts";
import { MomentList } from "./MomentList.tsx";

/** In one lane, so many marks fit beside each other. */
const marksInLane = 36;

/** The whole line on one screen: what happened and what lies ahead, as a picture and as a list. */
export function TimelinePage({ data, filter }: Readonly<{ data: FamilyPageData; filter: TimelineFilter }>) {
  const { line, family, today } = data;
  const home = `/gezinnen/${line.id}`;
  const told = tellTimeline(toldOf(data), filter);
  return (
    <Page
      title="Tijdlijn"
      width="wide"
      sub={`${familyHeading(family.members)}. Alles wat u van dit gezin mag zien, en wat nog komt.`}
      back={{ href: home, label: familyHeading(family.members) }}
    >
      <Card>
        <Filters address={`${home}/tijdlijn`} told={told} filter={filter} />
        <Picture data={data} told={told} />
      </Card>
      {told.shown.length === 0 ? (
        <EmptyState title="Niets gevonden">
          Kies een andere soort, of <a href={`${home}/tijdlijn`}>bekijk alles</a>.
        </EmptyState>
      ) : (
        <MomentList moments={told.shown} today={today} />
      )}
    </Page>
  );
}

/** The moments of the line itself and of every part that the asker sees, each with its kind. */
function toldOf(data: FamilyPageData): readonly ToldMoment[] {
  const own = ownMoments(data).map((moment) => ({ moment, kind: "lijn", kindName: "De lijn" }));
  const others = data.sections.flatMap(({ section, content }) =>
    (content.moments ?? []).map((moment) => ({ moment, kind: section.id, kindName: section.title })),
  );
  return [...own, ...others].map(({ moment: { on, label, tone = "plain", href = null, by = null }, kind, kindName }) => ({
    on,
    label,
    tone,
    href,
    by,
    kind,
    kindName,
  }));
}

function Filters({ address, told: { kinds, people }, filter }: Readonly<{ address: string; told: Told; filter: TimelineFilter }>) {
  return (
    <div className="wieg-lanes-filter">
      <Form action={address} method="get" id="filter" values={{ soort: filter.kind ?? "", wie: String(filter.who ?? "") }}>
        <Select
          name="soort"
          label="Wat"
          empty="Alles"
          options={kinds.map(({ id, name, count }) => ({ value: id, label: `${name} (${count})` }))}
        />
        <Select name="wie" label="Van wie" empty="Iedereen" options={people.map((name, nr) => ({ value: String(nr + 1), label: name }))} />
        <Button variant="secondary">Tonen</Button>
      </Form>
    </div>
  );
}

function Picture({ data, told: { shown, kinds } }: Readonly<{ data: FamilyPageData; told: Told }>) {
  const { today } = data;
  const { from, to, bands } = drawnOf(data, shown);
  const within = Math.ceil(daysBetween(from, to) / marksInLane);
  const lanes = kinds.flatMap(({ id, name }) => {
    const own = shown.filter(({ kind }) => kind === id);
    const marks = groupMoments(own, within, today).map((group) => ({
      at: dayNumber(group[0]?.on ?? today),
      count: group.length,
      tone: worst(group),
    }));
    return marks.length === 0 ? [] : [{ label: name, marks }];
  });
  const said = lanes.map(({ label, marks }) => `${label.toLowerCase()} ${marks.reduce((sum, { count }) => sum + count, 0)}`).join(", ");
  return (
    <Lanes
      label={`Tijdlijn van ${formatDay(from)} tot ${formatDay(to)}, vandaag is het ${formatDay(today)}. Aantal momenten: ${said || "geen"}. De lijst eronder zegt hetzelfde.`}
      from={dayNumber(from)}
      to={dayNumber(to)}
      today={dayNumber(today)}
      bands={bands}
      ticks={quarters(from, to)}
      lanes={lanes}
    />
  );
}

const byTone = ["late", "soon", "ok", "info", "plain"] as const;
const worst = (group: readonly ToldMoment[]) => byTone.find((tone) => group.some((one) => one.tone === tone)) ?? "plain";

const months = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/** The first days of the quarters between two days. */
function quarters(from: Day, to: Day): readonly { at: number; label: string }[] {
  const ticks: { at: number; label: string }[] = [];
  for (let day = addDays(`${from.slice(0, 7)}-01`, 0); day <= to; day = Temporal.PlainDate.from(day).add({ months: 1 }).toString()) {
    const month = Number(day.slice(5, 7));
    if (month % 3 === 1 && day >= from) ticks.push({ at: dayNumber(day), label: `${months[month - 1]} ’${day.slice(2, 4)}` });
  }
  return ticks;
}
