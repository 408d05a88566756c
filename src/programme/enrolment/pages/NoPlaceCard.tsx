import { Card } from "../../../design/Card.tsx";
import { formatDay } from "../../../kit/day.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { Role } from "../../../trust/access/rules/policy.ts";
import { criterionNames, criterionSentence } from "../criterion.texts.ts";
import { offerNames } from "../enrolment.texts.ts";
import type { Decision } from "../enrolment.ts";

/** A no, as it was decided: why, and what the family is offered instead. */
export function NoPlaceCard({ decision }: Readonly<{ decision: Decision }>) {
  return (
    <Card title={`Geen plaats, besloten op ${formatDay(decision.decidedOn)}`} tone="late">
      <p>
        Door {decision.decidedBy}, {roleNames[decision.role as Role]}, {decision.organisation}.
      </p>
      <ul>
        {decision.criteria
          .filter(({ outcome }) => outcome === "not_met")
          .map((criterion) => (
            <li key={criterion.code}>
              <b>{criterionNames[criterion.code]}:</b> {criterionSentence(criterion)}
            </li>
          ))}
      </ul>
      <h3>Wat het gezin wel krijgt aangeboden</h3>
      <ul>
        {decision.offered.map((offer) => (
          <li key={offer}>{offerNames[offer]}</li>
        ))}
      </ul>
      {decision.note !== null && <p>{decision.note}</p>}
    </Card>
  );
}
