import { Card } from "../../../design/Card.tsx";
import { Details } from "../../../design/Details.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { occasionNames } from "../indication.texts.ts";
import type { Indication } from "../indication.ts";
import { BuildUp } from "./BuildUp.tsx";

/** What was indicated before, each with its build-up and the protocol of its day. */
export function EarlierCard({ indications }: Readonly<{ indications: readonly Indication[] }>) {
  const earlier = indications.slice(1);
  if (earlier.length === 0) return null;
  return (
    <Card title="Eerdere indicaties">
      {earlier.map((one) => (
        <Details
          key={one.id}
          summary={`${formatShortDay(one.onDay)}: ${formatMinutes(one.minutesAfterHospital)}, ${occasionNames[one.occasion]}`}
        >
          <BuildUp indicated={one} days={one.days} />
          <p className="wieg-note">
            {one.protocolName}. Door {one.by}, {one.organisation}.
          </p>
          {one.why !== null && <p>Waarom: {one.why}</p>}
        </Details>
      ))}
    </Card>
  );
}
