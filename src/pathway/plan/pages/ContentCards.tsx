import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { Family } from "../../../registry/family.ts";
import type { KeptAgreement, PlanContent } from "../familyPlan.ts";
import { keptWho } from "./planWords.ts";

/** A plan to read as a whole: as it was agreed, or as it would be. */
export function ContentCards({ content, family }: { content: PlanContent; family: Family }) {
  const { questions, goals, agreements } = content;
  const aim = (one: KeptAgreement) => goals.find(({ id }) => id === one.goalId) ?? questions.find(({ id }) => id === one.questionId);
  return (
    <>
      {questions.length > 0 && (
        <Card title="Waar het gezin steun bij wil">
          <ul>
            {questions.map(({ id, wording }) => (
              <li key={id}>{wording}</li>
            ))}
          </ul>
        </Card>
      )}
      {goals.length > 0 && (
        <Card title="Wat het gezin wil bereiken">
          <ul>
            {goals.map(({ id, wording, evaluateOn }) => (
              <li key={id}>
                <q>{wording}</q> <span className="wieg-hint">Samen kijken op {formatDay(evaluateOn)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {agreements.length > 0 && (
        <Card title="Afspraken">
          <DataTable
            caption="Afspraken: wat, wie en wanneer"
            rows={agreements.toSorted((a, b) => (a.evaluateOn < b.evaluateOn ? -1 : 1))}
            rowKey={({ id }) => id}
            columns={[
              { label: "Afspraak", heading: true, cell: ({ wording }) => wording, note: (one) => aim(one)?.wording ?? "" },
              { label: "Wie", cell: (one) => keptWho(one, family) },
              { label: "Wanneer", cell: ({ evaluateOn }) => formatDay(evaluateOn) },
            ]}
          />
        </Card>
      )}
    </>
  );
}
