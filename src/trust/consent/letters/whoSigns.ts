import { refuse } from "../../../kit/refusal.ts";
import type { ConsentFormInput, ConsentFormRefusal, Signer } from "./consentForm.ts";

type Input = Pick<ConsentFormInput, "date" | "about" | "parents" | "withoutParents" | "explainedBy" | "interpretedInto">;

/**
 * Whose signature the form needs (BW 7:447, 7:450): from 16 one's own; from 12 to 15 one's own and that of the parents or
 * guardian, unless that would harm her; under 12 that of the parents. The partner signs for his own data and nobody else's.
 */
export function whoSigns(input: Input): readonly Signer[] | ConsentFormRefusal {
  const { about, parents, explainedBy, interpretedInto } = input;
  const age = Temporal.PlainDate.from(about.bornOn).until(input.date, { largestUnit: "years" }).years;
  const withParents = age < 12 || (age < 16 && !input.withoutParents);
  if (withParents && parents.length === 0) return refuse("form-needs-parents", { age });
  return [
    ...(age >= 12 ? [{ as: "self", name: about.name } as const] : []),
    ...(withParents ? parents.map(({ name }) => ({ as: "parent", name }) as const) : []),
    { as: "professional", name: explainedBy.name },
    ...(interpretedInto === null ? [] : [{ as: "interpreter", name: null, language: interpretedInto } as const]),
  ];
}
