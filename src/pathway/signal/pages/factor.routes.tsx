import { z } from "zod";
import { form, page } from "../../../trust/access/route.ts";
import type { FactorRefusal } from "../rules/decideFactor.ts";
import { readFactors, recordFactor } from "../server/editFactors.ts";
import { factorKinds, lifeDomains } from "../signal.ts";
import { FactorFormPage } from "./FactorFormPage.tsx";
import { FactorsPage } from "./FactorsPage.tsx";
import { optionalDay, typedDay } from "./signalBody.ts";

const line = z.object({
  kind: z.enum(factorKinds, "Kies wat het is."),
  label: z.string().trim().min(2, "Vul de woorden in.").max(120, "Hooguit 120 tekens."),
  domain: z.enum(lifeDomains, "Kies een levensdomein."),
  careKind: z.enum(["medical", "social"], "Kies de soort."),
  urgent: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
  since: typedDay("Vul een dag in zoals 12-3-2026."),
  until: optionalDay,
  source: z.string().trim().min(2, "Vul in waar dit vandaan komt.").max(200, "Hooguit 200 tekens."),
});
const code = z
  .string()
  .trim()
  .regex(/^[a-z0-9-]{2,40}$/, "Gebruik 2 tot 40 kleine letters, cijfers en streepjes.");

const refusals: Readonly<Record<FactorRefusal, Readonly<Record<string, string>>>> = {
  "code-taken": { code: "Deze code bestaat al." },
  "code-unknown": { form: "Deze factor bestaat niet." },
  "kind-fixed": { kind: "Wat een risico was, blijft een risico. Voeg een nieuwe factor toe." },
  "only-risk-is-urgent": { urgent: "Alleen een risicofactor kan urgent zijn." },
  "ends-before-begin": { until: "Vul een dag in op of na de eerste dag." },
};

/** The region's list of factors, kept by the administrator of Wieg. No care data. */
export const factorRoutes = [
  page("/beheer/factoren", {
    may: "role:platform_admin",
    trail: "factors.read",
    load: (actor) => readFactors(actor, null),
    show: (list) => <FactorsPage list={list} />,
  }),
  form("/beheer/factoren/nieuw", {
    may: "role:platform_admin",
    trail: ["factors.read", "factors.changed"],
    load: (actor) => readFactors(actor, null),
    body: line.extend({ code }),
    show: ({ data, values, errors }) => <FactorFormPage list={data} code={null} values={values} errors={errors} />,
    run: (actor, _params, body) => recordFactor(actor, "add", body),
    done: () => ({ to: "/beheer/factoren", notice: { text: "De factor staat in de lijst." } }),
    refused: (refusal) => refusals[refusal.code],
  }),
  form("/beheer/factoren/:code", {
    may: "role:platform_admin",
    trail: ["factors.read", "factors.changed"],
    load: (actor, params) => readFactors(actor, params.code),
    body: line,
    show: ({ data, values, errors }, params) => <FactorFormPage list={data} code={params.code} values={values} errors={errors} />,
    run: (actor, params, body) => recordFactor(actor, "change", { ...body, code: params.code }),
    done: () => ({ to: "/beheer/factoren", notice: { text: "De factor is gewijzigd." } }),
    refused: (refusal) => refusals[refusal.code],
  }),
];
