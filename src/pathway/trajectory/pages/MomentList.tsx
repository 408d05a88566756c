import { Card } from "../../../design/Card.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, type Day } from "../../../kit/day.ts";
import type { ToldMoment } from "../rules/tellTimeline.ts";

const monthName = new Intl.DateTimeFormat("nl-NL", { month: "long", year: "numeric", timeZone: "UTC" });
const nameOfMonth = (month: string): string => monthName.format(new Date(`${month}-01T00:00:00Z`));

/** The timeline as a list, from the first day on, a heading for each month; each leads to its place. */
export function MomentList({ moments, today }: Readonly<{ moments: readonly ToldMoment[]; today: Day }>) {
  const months = [...Map.groupBy(moments, ({ on }) => on.slice(0, 7))];
  const nowIn = months.find(([month]) => month >= today.slice(0, 7))?.[0];
  const seen = new Set<string>();
  return (
    <>
      <p>
        <a href="#vandaag">Naar vandaag</a>
      </p>
      {months.map(([month, own]) => (
        <Card key={month} title={nameOfMonth(month)} id={month === nowIn ? "vandaag" : `m${month}`}>
          <ol className="wieg-lanes__moments">
            {own.map((one, nr) => (
              <MomentLine key={nr} one={one} today={today} id={firstOf(one.on, seen)} />
            ))}
          </ol>
        </Card>
      ))}
      {nowIn === undefined && <p id="vandaag">Na vandaag staat er nog niets.</p>}
    </>
  );
}

/** A day has one place to be led to. */
function firstOf(day: Day, seen: Set<string>): string | undefined {
  if (seen.has(day)) return undefined;
  seen.add(day);
  return `d${day}`;
}

function MomentLine({ one, today, id }: Readonly<{ one: ToldMoment; today: Day; id: string | undefined }>) {
  const { on, label, tone, href, by, kindName } = one;
  return (
    <li id={id}>
      <span>
        {formatDay(on)}
        {on === today && <b> (vandaag)</b>}
      </span>
      <span>
        {href === null ? label : <a href={href}>{label}</a>} <Tag tone={tone}>{kindName.toLowerCase()}</Tag>
        {by !== null && <small className="wieg-note">{by}</small>}
      </span>
    </li>
  );
}
