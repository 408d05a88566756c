import { dayOfMoment, minutesBetween, type Moment } from "../../../kit/moment.ts";
import { refuse } from "../../../kit/refusal.ts";
import type { FlexibleRefusal } from "../flexibleCare.ts";
import type { FlexibleStanding } from "./flexibleStanding.ts";

export interface WantedVisit {
  readonly assistantId: string;
  readonly from: Moment;
  readonly until: Moment;
  /** The coordinator's reason beside a rule. */
  readonly why: string | null;
}
export interface FlexibleFacts {
  readonly place: "none" | "given_back" | "taken";
  readonly ended: boolean;
  readonly standing: FlexibleStanding;
  readonly visitAtMostMinutes: number;
  readonly seriesAtMost: number;
  /** Who was there in the maternity week, and can be planned still. */
  readonly familiar: { readonly id: string; readonly name: string } | null;
  /** By assistant what training she misses; nothing for who is trained. */
  readonly untrained: ReadonlyMap<string, string>;
}

/** May these visits be planned? One answer for each, in order: those before it count for the hours that are left. */
export function decideFlexible(wanted: readonly WantedVisit[], facts: FlexibleFacts): readonly (FlexibleRefusal | "go")[] {
  if (wanted.length > facts.seriesAtMost) return wanted.map(() => refuse("flexible-too-many", { most: facts.seriesAtMost }));
  let left = facts.standing.left;
  return wanted.map((visit) => {
    const outcome = decideOne(visit, facts, left);
    if (outcome === "go") left -= minutesBetween(visit.from, visit.until);
    return outcome;
  });
}

function decideOne(visit: WantedVisit, facts: FlexibleFacts, left: number): FlexibleRefusal | "go" {
  const { place, ended, standing, visitAtMostMinutes } = facts;
  if (place !== "taken") return refuse(place === "none" ? "flexible-no-place" : "flexible-given-back");
  if (ended) return refuse("flexible-ended");
  const { firstDay, lastDay } = standing;
  if (firstDay === null || lastDay === null) return refuse("flexible-birth-unknown");
  if (dayOfMoment(visit.from) < firstDay) return refuse("flexible-before", { on: firstDay });
  if (dayOfMoment(visit.until) > lastDay) return refuse("flexible-past", { on: lastDay });
  const minutes = minutesBetween(visit.from, visit.until);
  if (minutes > visitAtMostMinutes) return refuse("flexible-too-long", { most: visitAtMostMinutes });
  if (minutes > left) return refuse("flexible-over-hours", { left: Math.max(0, left), wanted: minutes, agreed: standing.agreed });
  return visit.why === null ? decidePerson(visit, facts) : "go";
}

/** By somebody who is trained, and whom the family knows: both may be otherwise with a reason [001 3.3.2, 7.2]. */
function decidePerson({ assistantId }: WantedVisit, { untrained, familiar }: FlexibleFacts): FlexibleRefusal | "go" {
  const missing = untrained.get(assistantId);
  if (missing !== undefined) return refuse("flexible-not-trained", { missing });
  return familiar === null || familiar.id === assistantId ? "go" : refuse("flexible-other-assistant", { name: familiar.name });
}
