import { page } from "../../../trust/access/route.ts";
import { readBoard, readMyDays } from "../server/readVisits.ts";
import { BoardPage } from "./BoardPage.tsx";
import { TodayPage } from "./TodayPage.tsx";
import { visitRoutes } from "./visit.routes.tsx";

/** Planned and delivered hours: the week, an assistant's day, and the visits of a family. */
export const deliveryRoutes = [
  page("/geboortezorg-flex/planning", {
    may: "visit-planning",
    trail: "visits.board-read",
    load: (actor, _params, query) => readBoard(actor, query["week"]),
    show: (board) => <BoardPage board={board} />,
  }),
  page("/geboortezorg-flex/vandaag", {
    may: "visits",
    trail: "visits.read",
    // The app for on the way is the assistant's alone.
    load: async (actor) => ({ days: await readMyDays(actor), hasApp: actor.role === "maternity_assistant" }),
    show: (data) => <TodayPage {...data} />,
  }),
  ...visitRoutes,
];
