import type { Family } from "../../../registry/family.ts";
import type { PlanContent } from "../familyPlan.ts";
import { changesBetween, type PlanChange } from "../rules/planContent.ts";
import { changeInWords } from "./planWords.ts";

type Props = Readonly<{ before: PlanContent; after: PlanContent; family: Family; changes?: readonly PlanChange[] }>;

/** What changed from one version to the next, one line each. */
export function ChangesList({ before, after, family, changes = changesBetween(before, after) }: Props) {
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
