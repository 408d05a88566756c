import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import { optionalText, requiredText, tick, ticked } from "../../../platform/http/fields.ts";
import { form, page } from "../../../trust/access/route.ts";
import { keepSeries, readSeries, readSeriesForm } from "../server/keepSeries.ts";
import { planSitting } from "../server/moveSitting.ts";
import type { SeriesInput } from "../server/series.store.ts";
import { seriesKinds, type SittingRefusal } from "../sitting.ts";
import { sittingRefusals } from "../sitting.texts.ts";
import { SeriesFormPage } from "./SeriesFormPage.tsx";
import { SeriesPage } from "./SeriesPage.tsx";
import { PlanSittingPage } from "./SittingFormPages.tsx";
import { optionalLink, whenAndWhere } from "./sittingFields.ts";

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const seriesBody = z
  .object({
    version: z.coerce.number().int().default(0),
    kind: z.enum(seriesKinds, "Kies wat het is"),
    name: requiredText("Geef de reeks een naam", 80).min(3, "Geef de reeks een naam"),
    areas: ticked.pipe(z.array(z.string()).min(1, "Kies voor welke gemeenten het is")),
    chairId: z.uuid("Kies een voorzitter"),
    deputyId: z
      .literal("")
      .transform(() => null)
      .or(z.uuid())
      .default(null),
    members: ticked.pipe(
      z.array(z.string().regex(new RegExp(`^${uuid}\\.[a-z_]+$`), "Kies uit de lijst")).min(1, "Kies wie er altijd aan tafel zit"),
    ),
    place: optionalText(200),
    link: optionalLink,
    active: tick,
  })
  .refine(({ chairId, deputyId }) => chairId !== deputyId, { path: ["deputyId"], message: "Kies een ander dan de voorzitter" })
  .transform(({ members, ...typed }): SeriesInput & { version: number } => ({
    ...typed,
    members: members.map((value) => {
      const [organisationId = "", role = ""] = value.split(".");
      return { organisationId, role };
    }),
  }));

const fieldOf: Partial<Record<SittingRefusal, string>> = { "chair-gone": "chairId", "area-not-served": "areas", "day-passed": "heldOn" };
const refused = ({ code }: { code: SittingRefusal }): Errors => ({
  [fieldOf[code] ?? "form"]: sittingRefusals[code],
});

/** Series: made and changed by who chairs or convenes them. */
export const seriesRoutes = [
  form("/overleggen/reeksen/nieuw", {
    may: "conference-series",
    trail: ["conference.series-read", "conference.series-made"],
    load: (actor) => readSeriesForm(actor, null),
    body: seriesBody,
    show: (state) => <SeriesFormPage {...state} />,
    run: (actor, _params, { version, ...input }) => keepSeries(actor, { id: null, version }, { ...input, active: true }),
    done: ({ series }) => ({ to: `/overleggen/reeksen/${series}`, notice: { text: "De reeks is gemaakt. Plan nu een bijeenkomst." } }),
    refused,
  }),
  page("/overleggen/reeksen/:series", {
    may: "conference",
    trail: "conference.series-read",
    load: (actor, { series }) => readSeries(actor, series),
    show: (data) => <SeriesPage data={data} />,
  }),
  form("/overleggen/reeksen/:series/wijzigen", {
    may: "conference",
    trail: ["conference.series-read", "conference.series-changed"],
    load: (actor, { series }) => readSeriesForm(actor, series),
    body: seriesBody,
    show: (state) => <SeriesFormPage {...state} />,
    run: (actor, { series }, { version, ...input }) => keepSeries(actor, { id: series, version }, input),
    done: ({ series }) => ({ to: `/overleggen/reeksen/${series}`, notice: { text: "De reeks is gewijzigd." } }),
    refused,
  }),
  form("/overleggen/reeksen/:series/bijeenkomst", {
    may: "conference",
    trail: ["conference.series-read", "conference.sitting-planned"],
    load: async (actor, { series }) => {
      const data = await readSeries(actor, series);
      return data?.series.chairs ? data : null;
    },
    body: whenAndWhere,
    show: (state) => <PlanSittingPage {...state} />,
    run: (actor, { series }, at) => planSitting(actor, series, at),
    done: ({ sitting }) => ({
      to: `/overleggen/zittingen/${sitting}`,
      notice: { text: "De bijeenkomst is gepland. Iedereen aan tafel krijgt bericht." },
    }),
    refused,
  }),
];
