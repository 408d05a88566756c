import type { Day } from "../../../kit/day.ts";
import { shareableParts, type Consent, type Purpose, type ShareablePart } from "../consent.ts";
import { isInForce } from "./consentState.ts";

/** What one recipient may see now of one person, taken together over all answers in force. */
export interface Allowed {
  readonly organisationId: string | null;
  readonly role: string | null;
  readonly aboutPerson: string;
  readonly parts: readonly ShareablePart[];
  readonly purposes: readonly Purpose[];
  readonly medicalToo: boolean;
  /** The day after which none of it holds any more; null as long as nobody withdraws it. */
  readonly until: Day | null;
}

/** One sentence for each recipient and person: what may be seen now, and for what. */
export function allowedNow(answers: readonly Consent[], today: Day): readonly Allowed[] {
  const now = answers.filter((answer) => isInForce(answer, today) && answer.parts.length > 0);
  const keys = [...new Set(now.map(keyOf))];
  return keys.map((key) => {
    const same = now.filter((answer) => keyOf(answer) === key);
    const [first] = same;
    return {
      organisationId: first?.organisationId ?? null,
      role: first?.role ?? null,
      aboutPerson: first?.aboutPerson ?? "",
      parts: shareableParts.filter((part) => same.some((answer) => answer.parts.includes(part))),
      purposes: [...new Set(same.map((answer) => answer.purpose))],
      medicalToo: same.some((answer) => answer.medicalToo),
      until: lastDay(same.map((answer) => answer.until)),
    };
  });
}

const keyOf = (answer: Consent): string => `${answer.aboutPerson}|${answer.organisationId ?? answer.role ?? ""}`;

const lastDay = (ends: readonly (Day | null)[]): Day | null =>
  ends.reduce((last, end) => (last === null || end === null ? null : end > last ? end : last));
