import { Track } from "../../../design/Track.tsx";
import { addDays, formatDay, type Day } from "../../../kit/day.ts";
import { familyNameOf } from "../../../registry/personName.ts";
import type { Moment } from "../familySection.ts";
import { secondBirthday } from "../rules/period.ts";
import { dayNumber, timelineOf } from "../rules/timeline.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";
import { stretchNames } from "../trajectory.texts.ts";

const tones = { pregnancy: "info", postpartum: "late", infancy: "category", afterLoss: "plain" } as const;

/** The 1,000 days with their true lengths, today, the births and what happened; the list beside it says the same. */
export function FamilyTrack({ data }: { data: FamilyPageData }) {
  const { line, details, today } = data;
  const stretches = timelineOf(line, details.births[0]?.gestationalDays ?? null);
  const moments = [...ownMoments(data), ...data.sections.flatMap(({ content }) => content.moments ?? [])];
  const days = [...stretches.flatMap(({ from, to }) => [from, to]), ...moments.map(({ on }) => on), today].sort();
  if (stretches.length === 0) return <Preparing moments={moments} today={today} />;
  return (
    <Track
      label={`Tijdlijn: ${stretches.map(({ name, from }) => `${stretchNames[name]} vanaf ${formatDay(from)}`).join(", ")}. Vandaag is het ${formatDay(today)}.`}
      from={dayNumber(days[0] ?? today)}
      to={dayNumber(days.at(-1) ?? today)}
      today={dayNumber(today)}
      bands={stretches.map(({ name, from, to }) => ({
        from: dayNumber(from),
        to: dayNumber(to),
        label: stretchNames[name],
        tone: tones[name],
      }))}
      dots={moments.map(dotOf)}
    />
  );
}

/** Before a pregnancy there is no scale yet: what happened, from the first moment to a year from now. */
function Preparing({ moments, today }: { moments: readonly Moment[]; today: Day }) {
  const from = moments.map(({ on }) => on).sort()[0] ?? today;
  const to = addDays(today, 365);
  return (
    <Track
      label={`Tijdlijn vóór de zwangerschap, vanaf ${formatDay(from)}. Vandaag is het ${formatDay(today)}.`}
      from={dayNumber(from)}
      to={dayNumber(to)}
      today={dayNumber(today)}
      bands={[{ from: dayNumber(from), to: dayNumber(to), label: "vóór de zwangerschap", tone: "info" }]}
      dots={moments.map(dotOf)}
    />
  );
}

const dotOf = ({ on, label, tone, href }: Moment) => ({ at: dayNumber(on), label, when: formatDay(on), tone: tone ?? "plain", href });

function ownMoments({ line, details, family }: FamilyPageData): readonly Moment[] {
  const moments: Moment[] = [{ on: details.registeredOn, label: "aangemeld" }];
  for (const birth of details.births) moments.push({ on: birth.bornOn, label: `${childName(birth.childId)} geboren`, tone: "ok" });
  if (line.lossOn !== null) moments.push({ on: line.lossOn, label: "verlies" });
  else if (line.bornOn !== null) moments.push({ on: secondBirthday(line.bornOn), label: "2 jaar" });
  if (line.dueDate !== null && line.bornOn === null && line.lossOn === null)
    moments.push({ on: line.dueDate, label: "uitgerekend", tone: "info" });
  if (details.endedOn !== null) moments.push({ on: details.endedOn, label: "afgerond" });
  return moments;

  function childName(id: string): string {
    const child = family.members.find((member) => member.id === id);
    return child ? (child.givenName ?? familyNameOf(child)) : "kind";
  }
}
