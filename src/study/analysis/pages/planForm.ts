import { z } from "zod";
import type { Values } from "../../../design/Errors.ts";
import { optionalText, requiredText, ticked } from "../../../platform/http/fields.ts";
import { analysisPlan, type AnalysisPlan, type Measure, type PlanProblem } from "../analysisPlan.ts";
import { pilotPlans } from "../pilotPlans.ts";

/** A number as people type it: 0,25 or 0.25. */
const number = (missing: string, least: number, most: number) =>
  z
    .string(missing)
    .trim()
    .regex(/^-?\d{1,10}(?:[.,]\d{1,4})?$/, missing)
    .transform((typed) => Number(typed.replace(",", ".")))
    .pipe(z.number().min(least, missing).max(most, missing));
const whole = (missing: string, least: number, most: number) => number(missing, least, most).pipe(z.int(missing));

/** The fields of the plan; those of a scale are named after it. */
export const planForm = z.looseObject({
  vraag: requiredText("Schrijf welke vraag het plan beantwoordt", 2000).min(3, "Schrijf welke vraag het plan beantwoordt"),
  metingen: ticked.pipe(z.array(z.string()).min(1, "Kies minstens één meting")),
  hoofdmeting: z.string("Kies een meting").min(1, "Kies een meting"),
  gegevens: optionalText(400).refine(
    (typed) => codesIn(typed).every((one) => /^[A-Za-z0-9_-]{1,40}$/.test(one)),
    "Vul namen in zoals in het codeboek, met een komma ertussen",
  ),
  schattingen: ticked,
  ontbreken: requiredText("Schrijf wat er gebeurt met ontbrekende scores", 2000).min(3, "Schrijf wat er gebeurt met ontbrekende scores"),
  aanvullen: whole("Vul een aantal in van 5 tot 100", 5, 100),
  "kantel-tot": number("Vul een getal in van 0,1 tot 3", 0.1, 3),
  "kantel-stap": number("Vul een stap in van 0,05 tot 1", 0.05, 1),
  alfa: number("Vul een getal in van 0,001 tot 0,2", 0.001, 0.2),
  macht: number("Vul een getal in van 0,5 tot 0,99", 0.5, 0.99),
  samenhang: number("Vul een getal in van 0 tot 0,95", 0, 0.95),
  minimum: whole("Vul een aantal in van 10 tot 100", 10, 100),
  groottes: requiredText("Vul groottes in, zoals 150, 100", 60).refine(
    (typed) =>
      codesIn(typed).every((one) => /^\d{2,5}$/.test(one) && Number(one) >= 10 && Number(one) <= 10_000) && codesIn(typed).length <= 5,
    "Vul hooguit vijf groottes in, zoals 150, 100",
  ),
  startgetal: whole("Vul een geheel getal in", 1, 2_147_483_647),
  waarom: optionalText(2000),
});

const codesIn = (typed: string | null): string[] => (typed ?? "").split(/[,;\s]+/).filter((one) => one !== "");

export const scaleField = (what: "telt" | "beter" | "doel", form: string): string => `${what}-${form}`;

/** What a scale of this form is in the proposals: its name and which way is better. Of another form the code is the name. */
export const knownMeasure = (scale: string): Measure =>
  pilotPlans.flatMap(({ measures }) => measures).find((one) => one.scale === scale) ?? {
    scale,
    label: scale,
    aim: "health",
    better: "higher",
    holm: false,
  };

/** The plan as it was typed; null when a scale was given what no form offers. */
export function planOf(body: z.output<typeof planForm>, from: AnalysisPlan, scales: readonly string[]): AnalysisPlan | null {
  const measures = scales.flatMap((scale) => {
    const counts = body[scaleField("telt", scale)];
    if (counts !== "toets" && counts !== "beschrijving") return [];
    return [
      {
        scale,
        label: knownMeasure(scale).label,
        aim: body[scaleField("doel", scale)],
        better: body[scaleField("beter", scale)],
        holm: counts === "toets",
      },
    ];
  });
  const read = analysisPlan.safeParse({
    wieg: from.wieg,
    study: from.study,
    question: body.vraag,
    pillar: from.pillar,
    measures,
    baseline: from.baseline,
    waves: body.metingen,
    mainWave: body.hoofdmeting,
    covariates: codesIn(body.gegevens),
    estimators: body.schattingen,
    missing: body.ontbreken,
    imputations: body.aanvullen,
    tippingPoint: { to: body["kantel-tot"], step: body["kantel-stap"] },
    alpha: body.alfa,
    power: body.macht,
    correlation: body.samenhang,
    leastPerArm: body.minimum,
    sizes: codesIn(body.groottes).map(Number),
    seed: body.startgetal,
  });
  return read.success ? read.data : null;
}

const say = (value: number): string => String(value).replace(".", ",");

/** The form as it is filled in for this plan. */
export function valuesOf(plan: AnalysisPlan, scales: readonly string[]): Values {
  const ofScales = scales.flatMap((scale): readonly (readonly [string, string])[] => {
    const chosen = plan.measures.find((one) => one.scale === scale);
    const { better, aim } = chosen ?? knownMeasure(scale);
    const counts = chosen ? (chosen.holm ? "toets" : "beschrijving") : "niet";
    return [
      [scaleField("telt", scale), counts],
      [scaleField("beter", scale), better],
      [scaleField("doel", scale), aim],
    ];
  });
  return {
    ...Object.fromEntries(ofScales),
    vraag: plan.question,
    metingen: plan.waves,
    hoofdmeting: plan.mainWave,
    gegevens: plan.covariates.join(", "),
    schattingen: plan.estimators,
    ontbreken: plan.missing,
    aanvullen: say(plan.imputations),
    "kantel-tot": say(plan.tippingPoint.to),
    "kantel-stap": say(plan.tippingPoint.step),
    alfa: say(plan.alpha),
    macht: say(plan.power),
    samenhang: say(plan.correlation),
    minimum: say(plan.leastPerArm),
    groottes: plan.sizes.join(", "),
    startgetal: say(plan.seed),
  };
}

/** Beside which field a problem stands. */
export const fieldOf: Readonly<Record<PlanProblem["at"], string>> = {
  waves: "metingen",
  mainWave: "hoofdmeting",
  estimators: "schattingen",
  measures: "form",
  tippingPoint: "kantel-stap",
};
