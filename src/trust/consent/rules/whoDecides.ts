import type { Day } from "../../../kit/day.ts";
import type { ConsentPerson, Giver } from "../consent.ts";

/** Who decides about someone's data: she herself, she with her parents, or her parents for her. */
export type Decider = "self" | "with_parents" | "parents" | "age_unknown";

/**
 * From 16 she decides herself; from 12 to 15 together with her parents or guardian; under 12 they do [BW 7:447, 7:450]. The partner
 * decides about his own data and nobody else's. Where nobody knows her age, it has to be asked.
 */
export function whoDecides(person: Pick<ConsentPerson, "kind" | "birthDate">, today: Day): Decider {
  if (person.birthDate === null) return person.kind === "child" ? "parents" : "age_unknown";
  const age = Temporal.PlainDate.from(person.birthDate).until(today, { largestUnit: "years" }).years;
  if (age >= 16) return "self";
  return age >= 12 ? "with_parents" : "parents";
}

const allowed: Readonly<Record<Decider, readonly Giver[]>> = {
  self: ["self"],
  // Without her parents only where asking them would harm her [BW 7:450 lid 2]: the professional says why.
  with_parents: ["self_with_parents", "self_without_parents"],
  parents: ["parents"],
  age_unknown: ["self", "self_with_parents", "self_without_parents", "parents"],
};

/** Whose answer counts for this person today. */
export const giversFor = (person: Pick<ConsentPerson, "kind" | "birthDate">, today: Day): readonly Giver[] =>
  allowed[whoDecides(person, today)];
