import { Tag } from "../../../design/Tag.tsx";
import { daysBetween, formatDay, type Day } from "../../../kit/day.ts";
import type { RouteStepNow } from "../server/readRoute.ts";

/** Where a step stands, in words: done, refused, how late, or until when. */
export function StepTerm({ step: { state, dueOn, settledOn }, today }: { step: RouteStepNow; today: Day }) {
  if (settledOn !== null)
    return state === "declined" ? (
      <Tag>{`gezin wil dit niet, ${formatDay(settledOn)}`}</Tag>
    ) : (
      <Tag tone="ok">{`gedaan op ${formatDay(settledOn)}`}</Tag>
    );
  if (dueOn === null) return <>na de vorige stap</>;
  const late = daysBetween(dueOn, today);
  if (state === "late") return <Tag tone="late">{late === 1 ? "1 dag te laat" : `${late} dagen te laat`}</Tag>;
  return <Tag tone={daysBetween(today, dueOn) <= 7 ? "soon" : "plain"}>{`uiterlijk ${formatDay(dueOn)}`}</Tag>;
}
