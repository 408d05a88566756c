import { z } from "zod";
import { dayField, optionalDay, optionalText, requiredText, ticked } from "../../../platform/http/fields.ts";
import { addDays, formatShortDay } from "../../../kit/day.ts";
import type { Errors, Values } from "../../../design/Errors.ts";
import {
  entryKinds,
  outcomes,
  reportOutcomes,
  type Agreement,
  type Goal,
  type PlanRefusal,
  type Question,
  type Responsible,
  type Source,
} from "../familyPlan.ts";
import { planRefusals } from "../familyPlan.texts.ts";
import { planTerms } from "../rules/planTerms.ts";
import type { PlanFormData } from "../server/readPlan.ts";

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const version = z.coerce.number().int().default(1);

/** What a part hangs on, as the list of choices sends it: `q.` a question, `g.` a goal. */
const belongs = z
  .string()
  .regex(new RegExp(`^(?:[qg]\\.${uuid})?$`), "Kies waar dit bij hoort")
  .default("")
  .transform((value) => ({
    questionId: value.startsWith("q.") ? value.slice(2) : null,
    goalId: value.startsWith("g.") ? value.slice(2) : null,
  }));
export const belongsValue = ({ questionId, goalId }: { questionId: string | null; goalId: string | null }): string =>
  goalId !== null ? `g.${goalId}` : questionId !== null ? `q.${questionId}` : "";

export const questionBody = z.object({
  version,
  wording: requiredText("Schrijf op wat de vraag is").min(3, "Schrijf op wat de vraag is"),
  factors: ticked,
});

export const goalBody = z.object({
  version,
  wording: requiredText("Schrijf op wat het gezin wil bereiken").min(3, "Schrijf op wat het gezin wil bereiken"),
  belongs,
  evaluateOn: dayField("Vul in wanneer u samen kijkt hoe het gaat"),
});

/** One person: chosen from the list, or named. */
export const agreementBody = z
  .object({
    version,
    wording: requiredText("Schrijf op wat is afgesproken").min(3, "Schrijf op wat is afgesproken"),
    responsible: z
      .string()
      .regex(new RegExp(`^(?:|network|[pf]\\.${uuid})$`), "Kies wie dit doet")
      .default(""),
    networkName: optionalText(200),
    evaluateOn: dayField("Vul in voor welke dag dit is afgesproken"),
    belongs,
  })
  .transform(({ responsible, networkName, belongs: on, ...typed }, context) => {
    const chosen = readResponsible(responsible, networkName);
    if (chosen === "two")
      context.addIssue({ code: "custom", path: ["networkName"], message: "Kies één persoon: uit de lijst, of met een naam" });
    if (chosen === "nameless") context.addIssue({ code: "custom", path: ["networkName"], message: "Vul de naam in van wie dit doet" });
    return { ...typed, ...on, responsible: typeof chosen === "string" ? null : chosen };
  });

function readResponsible(chosen: string, name: string | null): Responsible | null | "two" | "nameless" {
  if (chosen === "network" || (chosen === "" && name !== null)) return name === null ? "nameless" : { kind: "network", name };
  if (name !== null) return "two";
  if (chosen === "") return null;
  const id = chosen.slice(2);
  return chosen.startsWith("p.") ? { kind: "professional", membershipId: id } : { kind: "family", personId: id };
}

export const responsibleValue = (one: Responsible): string =>
  one.kind === "professional" ? `p.${one.membershipId}` : one.kind === "family" ? `f.${one.personId}` : "network";

export const evaluationBody = z.object({
  version,
  outcome: z.enum([...outcomes, "reopen"], "Kies hoe het ging"),
  sentence: requiredText("Schrijf in één zin hoe het ging").min(3, "Schrijf in één zin hoe het ging"),
  nextOn: optionalDay(),
});

export const reportBody = z.object({
  version,
  outcome: z.enum(reportOutcomes, "Kies hoe het gaat"),
  sentence: requiredText("Schrijf in één zin hoe het gaat", 1000).min(3, "Schrijf in één zin hoe het gaat"),
});

export const agreeBody = z.object({
  seen: z.string().max(100),
  agreedBy: ticked.pipe(z.array(z.uuid()).min(1, "Kies wie van het gezin akkoord is")),
  way: z.enum(["spoken", "signed"], "Kies hoe het gezin akkoord gaf"),
  agreedOn: dayField("Vul in op welke dag het gezin akkoord gaf"),
});

export const sourceBody = z.object({
  kind: z.enum(["visit_wish", "conversation_wish", "visit_agreement"]),
  id: z.uuid(),
});
export const takeOverBody = sourceBody.extend({ as: z.enum(entryKinds) });
export const setAsideBody = sourceBody.extend({ aside: z.enum(["ja", "nee"]) });
export const sourceOf = ({ kind, id }: z.output<typeof sourceBody>): Source => ({ kind, id });

export const conferenceBody = z.object({
  question: requiredText("Schrijf de vraag in één zin", 500).min(3, "Schrijf de vraag in één zin"),
});

/** The sentence beside its field; a next day has its own field at an evaluation. */
export function errorsOf({ code, facts }: { code: PlanRefusal; facts: Readonly<Record<string, string | number | null>> }): Errors {
  const [field, sentence] = planRefusals[code];
  return { [typeof facts["field"] === "string" ? facts["field"] : field]: sentence };
}

/** What stands in the fields at first. */
export const questionValues = (one: Question | null, factors: readonly string[]): Values => ({ wording: one?.wording ?? "", factors });
export const goalValues = (one: Goal | null, today: string, question: string | null): Values => ({
  wording: one?.wording ?? "",
  belongs: belongsValue({ questionId: one ? one.questionId : question, goalId: null }),
  evaluateOn: formatShortDay(one?.evaluateOn ?? addDays(today, planTerms.goalDays)),
});
export function agreementValues(one: Agreement | null, { today, me }: PlanFormData, on: string): Values {
  if (one === null)
    return {
      wording: "",
      belongs: on,
      responsible: `p.${me.membershipId}`,
      networkName: "",
      evaluateOn: formatShortDay(addDays(today, planTerms.agreementDays)),
    };
  return {
    wording: one.wording,
    belongs: belongsValue(one),
    responsible: one.left ? "" : responsibleValue(one.responsible),
    networkName: one.responsible.kind === "network" ? one.responsible.name : "",
    evaluateOn: formatShortDay(one.evaluateOn),
  };
}
