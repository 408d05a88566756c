import type { Anchor, Arm, ArmFact } from "./study.ts";

export const anchorNames: Readonly<Record<Anchor, string>> = {
  consent: "de toestemming voor het onderzoek",
  maternity_intake: "de intake door de kraamzorg",
  birth: "de geboorte",
  flexible_care_start: "het begin van flexibele kraamzorg",
};

export const armNames: Readonly<Record<Arm, string>> = { intervention: "interventiegroep", control: "controlegroep" };

const outcomes: Readonly<Record<ArmFact, Readonly<Record<string, string>>>> = {
  category: { a: "a", b: "b", c: "c", d: "d" },
  maternityCare: { programme: "van het programma", other: "elders" },
  residence: { inside: "in het gebied", outside: "buiten het gebied" },
  insurer: { CZ: "CZ", VGZ: "VGZ", either: "een van beide", other: "een andere verzekeraar" },
};
const facts: Readonly<Record<ArmFact, string>> = {
  category: "categorie",
  maternityCare: "kraamzorg",
  residence: "woont",
  insurer: "verzekerd bij",
};

/** "categorie c of d" */
export function sayCondition(fact: ArmFact, values: readonly string[]): string {
  const words = values.map((value) => outcomes[fact][value] ?? value);
  return `${facts[fact]} ${words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} of ${words.at(-1)}`}`;
}

/** "op de dag van de geboorte", "9 dagen na de geboorte", "7 dagen voor het begin van ..." */
export function sayOpening(anchor: Anchor, after: number): string {
  if (after === 0) return `op de dag van ${anchorNames[anchor]}`;
  const days = Math.abs(after) === 1 ? "1 dag" : `${Math.abs(after)} dagen`;
  return `${days} ${after > 0 ? "na" : "voor"} ${anchorNames[anchor]}`;
}
