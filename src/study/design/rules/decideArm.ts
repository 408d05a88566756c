import { armFacts, type ArmFacts, type ArmOutcome, type Study } from "../study.ts";

/**
 * The arm of a family, by the facts on the day of T0; it is fixed then and kept [domain 5.1]. A fact that is not known leaves the arm unknown: an insurer
 * that is in no list never makes a control.
 */
export function decideArm({ arms }: Pick<Study, "arms">, facts: ArmFacts): ArmOutcome {
  const possible = arms.filter(({ when }) => armFacts.every((fact) => facts[fact] === null || (when[fact]?.includes(facts[fact]) ?? true)));
  const [first] = possible;
  if (!first) return { outcome: "none", because: armFacts.find((fact) => excludes(arms, fact, facts)) ?? "insurer" };
  const open = armFacts.filter((fact) => facts[fact] === null && possible.some(({ when }) => when[fact] !== undefined));
  return open.length > 0 || possible.length > 1 ? { outcome: "unknown", open } : { outcome: "arm", arm: first.code };
}

/** Is there no arm at all for what is known of this fact? */
const excludes = (arms: Study["arms"], fact: (typeof armFacts)[number], facts: ArmFacts): boolean =>
  facts[fact] !== null && arms.every(({ when }) => when[fact] !== undefined && !when[fact].includes(facts[fact] ?? ""));
