import type { Family } from "../../../registry/family.ts";
import type { PlanContent } from "../familyPlan.ts";
import { changesBetween } from "../rules/planContent.ts";
import { changeInWords } from "./planWords.ts";

type Props = Readonly<{ before: PlanContent; after: PlanContent; family: Family }>;

/** What changed from one version to the next, one line each. */
export function ChangesList({ before, after, family }: Props) {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <p>Er is niets veranderd.</p>;
  return (
    <ul>
      {changes.map((change) => {
        const { what, how } = changeInWords(change, before, after, family);
        return (
          <li key={`${change.kind} ${change.id}`}>
            {what}: <b>{how}</b>
          </li>
        );
      })}
    </ul>
  );
}
