import { z } from "zod";
import { NotFound } from "../../../platform/http/problems.ts";
import { dayField } from "../../../platform/http/fields.ts";
import { action, file, form, page } from "../../../trust/access/route.ts";
import { readFlow } from "../server/readFlow.ts";
import { planInflow, readInflow } from "../server/readInflow.ts";
import { readLists, writeLists } from "../server/readLists.ts";
import { flowCsv } from "../server/flowCsv.ts";
import { askComparison, readComparison } from "../server/readComparison.ts";
import { readParticipant } from "../server/readParticipant.ts";
import { comparisonHref, inflowHref, listsAddress } from "./addresses.ts";
import { ComparisonPage } from "./ComparisonPage.tsx";
import { FlowPage } from "./FlowPage.tsx";
import { InflowPage } from "./InflowPage.tsx";
import { choiceOf } from "./listChoice.ts";
import { ListsPage } from "./ListsPage.tsx";
import { ParticipantPage } from "./ParticipantPage.tsx";

const csv = "text/csv; charset=utf-8";
const desk = "role:research_desk";

/** The research desk follows its participants, by pseudonym alone. */
export const deskRoutes = [
  page("/onderzoek/verloop/:study", {
    may: desk,
    trail: "study.flow-read",
    load: (actor, { study }) => readFlow(actor, study),
    show: (data) => <FlowPage {...data} />,
  }),
  file("/onderzoek/verloop/:study/verloop.csv", {
    may: desk,
    trail: "study.flow-read",
    load: async (actor, { study }) => {
      const flow = await readFlow(actor, study);
      return flow && { name: `verloop-${study}.csv`, type: csv, body: flowCsv(flow) };
    },
  }),
  page(listsAddress, {
    may: desk,
    trail: "study.lists-read",
    load: (actor, _params, query) => readLists(actor, choiceOf(query)),
    show: (data) => <ListsPage {...data} />,
  }),
  file(`${listsAddress}/lijsten.csv`, {
    may: desk,
    trail: "study.lists-taken",
    load: async (actor, _params, query) => ({ name: "lijsten.csv", type: csv, body: await writeLists(actor, choiceOf(query)) }),
  }),
  form("/onderzoek/instroom/:study", {
    may: desk,
    trail: ["study.flow-read", "study.inflow-planned"],
    body: z.object({
      na: z.coerce.number().int().min(0).max(100_000),
      begin: dayField("Vul in wanneer de instroom begint"),
      maanden: z.coerce
        .number({ error: "Vul een aantal maanden in" })
        .int("Vul een heel aantal maanden in")
        .min(1, "Vul 1 tot 120 maanden in")
        .max(120, "Vul 1 tot 120 maanden in"),
    }),
    load: (actor, { study }) => readInflow(actor, study),
    show: (state) => <InflowPage {...state} />,
    run: async (actor, { study }, { na, begin, maanden }) => {
      const outcome = await planInflow(actor, { study, after: na, startsOn: begin, months: maanden });
      if (outcome.code === "not-visible") throw new NotFound();
      return outcome;
    },
    done: (_outcome, { study }) => ({ to: inflowHref(study), notice: { text: "Het plan voor de instroom is vastgesteld." } }),
    refused: () => ({ form: "Iemand anders heeft het plan net gewijzigd. Kijk hieronder wat er nu staat." }),
  }),
  page("/onderzoek/vergelijkbaarheid/:study", {
    may: desk,
    trail: "study.comparison-read",
    load: (actor, { study }) => readComparison(actor, study),
    show: (data) => <ComparisonPage {...data} />,
  }),
  action("/onderzoek/vergelijkbaarheid/:study/tellen", {
    may: desk,
    trail: "study.comparison-asked",
    body: z.object({}),
    run: async (actor, { study }) => {
      const outcome = await askComparison(actor, study);
      if (outcome.code === "not-visible") throw new NotFound();
      return outcome;
    },
    done: (_outcome, { study }) => ({
      to: comparisonHref(study),
      notice: { tone: "info", text: "Wieg telt op de achtergrond. Kijk over een paar tellen opnieuw." },
    }),
    refused: () => ({ to: "/onderzoek", notice: { tone: "late", text: "Dit kan nu niet." } }),
  }),
  page("/onderzoek/deelnemers/:participant", {
    may: desk,
    trail: "study.participant-read",
    load: (actor, { participant }) => readParticipant(actor, participant),
    show: (data) => <ParticipantPage {...data} />,
  }),
];
