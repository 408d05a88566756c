import { page } from "../../../trust/access/route.ts";
import { stages } from "../flow.ts";
import { readFlow, readStage } from "../server/readFlow.ts";
import { FlowPage, flowAddress } from "./FlowPage.tsx";
import { StagePage } from "./StagePage.tsx";

/** The route as a picture: numbers for who steers, own families for who works with them. */
export const flowRoutes = [
  page(flowAddress, {
    may: "programme-places",
    trail: "route.read",
    load: (actor, _params, query) => readFlow(actor, query["programma"]),
    show: (flow) => <FlowPage flow={flow} />,
  }),
  page(`${flowAddress}/:stage`, {
    may: "programme.read",
    trail: "route.families-read",
    load: async (actor, { stage: typed }) => {
      const stage = stages.find((one) => one === typed);
      return stage === undefined ? null : readStage(actor, stage);
    },
    show: (list) => <StagePage list={list} />,
  }),
];
