import type { Day } from "../../kit/day.ts";
import type { MemberKind } from "../family.ts";
import { yearsOn } from "../yearsOn.ts";

export type BirthDateProblem = "born-in-future" | "too-young" | "too-old" | "no-child";

/** Ages that can be meant. A very young mother is no mistake: she is one the line is for [001 2]. */
export const ages = { youngestParent: 12, oldestMother: 60, oldest: 110, oldestChild: 23 } as const; // years

/** What is wrong with the day of birth of someone with this place in the family; null when it can be meant. */
export function birthDateProblem(kind: MemberKind, birthDate: Day, today: Day): BirthDateProblem | null {
  if (birthDate > today) return "born-in-future";
  const years = yearsOn(birthDate, today);
  if (kind === "child") return years > ages.oldestChild ? "no-child" : null;
  if (kind !== "other" && years < ages.youngestParent) return "too-young";
  return years > (kind === "mother" ? ages.oldestMother : ages.oldest) ? "too-old" : null;
}
