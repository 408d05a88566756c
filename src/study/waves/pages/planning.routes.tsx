import { page } from "../../../trust/access/route.ts";
import { readPlanning } from "../server/readPlanning.ts";
import { PlanningPage } from "./PlanningPage.tsx";

/** Who is asked what and when, by pseudonym, for the research desk. */
export const planningRoutes = [
  page("/onderzoek/planning", {
    may: "role:research_desk",
    trail: "study.planning-read",
    load: (actor, _params, query) => readPlanning(actor, { state: String(query["stand"] ?? ""), code: String(query["deelnemer"] ?? "") }),
    show: (data) => <PlanningPage {...data} />,
  }),
];
