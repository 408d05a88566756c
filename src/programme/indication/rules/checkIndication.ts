import { refuse } from "../../../kit/refusal.ts";
import type { Protocol } from "../../configuration/settings/indication.ts";
import type { IndicationFacts, IndicationRefusal } from "../indication.ts";

/** Whether an indication may be recorded as it was filled in: a next one says why, an own judgement too, and something is different. */
export function checkIndication(
  { additions }: Protocol,
  facts: IndicationFacts & { readonly why: string | null },
  before: IndicationFacts | null,
): IndicationRefusal | null {
  const known = new Set(additions.map(({ code }) => code));
  const unknown = facts.additions.find((code) => !known.has(code));
  if (unknown !== undefined) return refuse("unknown-addition", { code: unknown });
  if (before !== null && isSame(before, facts)) return refuse("nothing-to-change");
  if (before !== null && facts.why === null) return refuse("why-needed");
  if (facts.ownMinutes !== 0 && facts.why === null) return refuse("own-why-needed");
  return null;
}

const isSame = (before: IndicationFacts, now: IndicationFacts): boolean =>
  before.feeding === now.feeding &&
  before.children === now.children &&
  before.ownMinutes === now.ownMinutes &&
  before.hospitalDays === now.hospitalDays &&
  before.additions.toSorted().join() === now.additions.toSorted().join();
