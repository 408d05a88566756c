import { Track, type TrackDot } from "../../../design/Track.tsx";
import { daysBetween, formatDay } from "../../../kit/day.ts";
import type { Moment } from "../familySection.ts";
import { groupMoments } from "../rules/groupMoments.ts";
import { dayNumber } from "../rules/timeline.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";
import { ownMoments } from "./ownMoments.ts";
import { drawnOf } from "./stretchBands.ts";

/** So many groups fit on the line at most; what lies closer together is one mark. */
const marksOnLine = 40;
const longestLabel = 28; // characters

/** The 1,000 days with their true lengths, today, the births and what happened; the list beside it says the same, the timeline says all. */
export function FamilyTrack({ data }: { data: FamilyPageData }) {
  const { line, today } = data;
  const moments = [...ownMoments(data), ...data.sections.flatMap(({ content }) => content.moments ?? [])];
  const { from, to, bands } = drawnOf(data, moments);
  const address = `/gezinnen/${line.id}/tijdlijn`;
  const groups = groupMoments(moments, Math.ceil(daysBetween(from, to) / marksOnLine), today);
  return (
    <>
      <Track
        label={`Tijdlijn: ${bands.map(({ label, since }) => `${label} vanaf ${formatDay(since)}`).join(", ")}. Vandaag is het ${formatDay(today)}.`}
        from={dayNumber(from)}
        to={dayNumber(to)}
        today={dayNumber(today)}
        bands={bands}
        dots={groups.map((group) => dotOf(group, address))}
      />
      <p className="wieg-track__more">
        <a href={address}>Heel de tijdlijn, met alles wat gebeurde en wat komt</a>
      </p>
    </>
  );
}

const byTone = ["late", "soon", "ok", "info", "plain"] as const;

/** One mark: what matters most of it stands in the picture, all of it in the list. */
function dotOf(group: readonly Moment[], timeline: string): TrackDot {
  const toneOf = ({ tone }: Moment) => tone ?? "plain";
  const [most] = [...group].sort((one, other) => byTone.indexOf(toneOf(one)) - byTone.indexOf(toneOf(other)));
  const first = group[0]?.on ?? "";
  const last = group.at(-1)?.on ?? first;
  const label = short(most?.label ?? "");
  return {
    at: dayNumber(first),
    label: group.length === 1 ? label : `${label} +${group.length - 1}`,
    full: inWords(group),
    when: first === last ? formatDay(first) : `${formatDay(first)} tot en met ${formatDay(last)}`,
    tone: most ? toneOf(most) : "plain",
    href: group.length === 1 ? most?.href : `${timeline}#d${first}`,
  };
}

const short = (label: string): string => (label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`);

/** "signaal (3 keer), inschatting c": each once, in its order. */
function inWords(group: readonly Moment[]): string {
  const counted = [...Map.groupBy(group, ({ label }) => label)].map(([label, all]) =>
    all.length === 1 ? label : `${label} (${all.length} keer)`,
  );
  return counted.length <= 4 ? counted.join(", ") : `${counted.slice(0, 3).join(", ")} en nog ${counted.length - 3}`;
}
