import { armFacts, type ArmFact, type ArmFacts, type Study } from "../study.ts";

/** Whether a study may be put before someone: whom she is insured with plays no part, so that both arms are asked alike [domain 5.1]. */
export type Proposable =
  | { readonly may: "yes" }
  | { readonly may: "no"; readonly because: ArmFact }
  | { readonly may: "unknown"; readonly open: readonly ArmFact[] };

export function mayPropose({ arms }: Pick<Study, "arms">, facts: ArmFacts): Proposable {
  const asked = armFacts.filter((fact) => fact !== "insurer" && arms.some(({ when }) => when[fact] !== undefined));
  const fits = (fact: ArmFact): boolean => arms.some(({ when }) => when[fact] === undefined || when[fact].includes(facts[fact] ?? ""));
  const because = asked.find((fact) => facts[fact] !== null && !fits(fact));
  if (because) return { may: "no", because };
  const open = asked.filter((fact) => facts[fact] === null);
  return open.length > 0 ? { may: "unknown", open } : { may: "yes" };
}
