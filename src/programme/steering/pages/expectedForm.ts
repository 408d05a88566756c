import { z } from "zod";
import { requiredText } from "../../../platform/http/fields.ts";
import { programmeCode } from "./queries.ts";
import { isMonth } from "../rules/months.ts";

const field = /^n-([12])-(GM\d{4})$/;
const number = /^\d{1,5}(?:[.,]\d)?$/;
const month = z.string().refine(isMonth, "Kies een maand");

/** The form of the expectation: its fields for the municipalities are checked one by one. */
export const expectedForm = z
  .looseObject({
    programma: z.string().regex(programmeCode),
    van: month,
    "tot-en-met": month,
    reden: requiredText("Schrijf waarom", 2000).min(3, "Schrijf waarom"),
  })
  .superRefine((body, context) => {
    if (body["tot-en-met"] < body.van)
      context.addIssue({ code: "custom", path: ["tot-en-met"], message: "Deze maand ligt voor de eerste" });
    for (const [name, typed] of Object.entries(body))
      if (field.test(name) && !(typeof typed === "string" && (typed.trim() === "" || number.test(typed.trim()))))
        context.addIssue({ code: "custom", path: [name], message: "Vul een aantal in, zoals 2 of 2,5" });
  });

/** What was typed, in tenths; a field that was left empty is not there. */
export function monthlyOf(body: z.output<typeof expectedForm>): readonly { pillar: 1 | 2; municipality: string; tenths: number }[] {
  return Object.entries(body).flatMap(([name, typed]) => {
    const [, pillar, municipality] = field.exec(name) ?? [];
    if (municipality === undefined || typeof typed !== "string" || typed.trim() === "") return [];
    return [{ pillar: pillar === "1" ? 1 : 2, municipality, tenths: Math.round(Number(typed.trim().replace(",", ".")) * 10) }];
  });
}
