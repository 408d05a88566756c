import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatDay } from "../../../kit/day.ts";
import { ruleInWords } from "../steering.texts.ts";
import type { Steering } from "../steering.ts";
import { steeringHref } from "./address.ts";

/** The rule behind the marks, and the pattern that it rests on. */
export function RuleCard({ steering: { programme, expected, decides } }: Readonly<{ steering: Steering }>) {
  return (
    <Card
      title="Hoe Wieg dit telt"
      id="regel"
      action={
        decides ? <LinkButton href={steeringHref(programme.code, { below: "/verwachting" })}>Verwachting wijzigen</LinkButton> : undefined
      }
    >
      <ul>
        {ruleInWords(programme.settings.steering.stagnationMonths).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>
          Een plaats telt in de maand waarin zij gegeven is, in de gemeente waar het gezin toen woonde. Teruggegeven plaatsen tellen niet
          mee.
        </li>
      </ul>
      {expected !== null && (
        <p>
          Deze verwachting is versie {expected.number}, vastgesteld op {formatDay(expected.decidedOn)} door {expected.decidedBy}. Reden:{" "}
          {expected.reason}
        </p>
      )}
    </Card>
  );
}
