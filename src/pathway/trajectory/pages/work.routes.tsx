import { page } from "../../../trust/access/route.ts";
import { isRole, mayUse } from "../../../trust/access/route.ts";
import type { WorkFilter } from "../rules/workList.ts";
import { readWork } from "../server/readWork.ts";
import type { WorkKinds } from "../workKind.ts";
import { WorkPage } from "./WorkPage.tsx";

const filters: Readonly<Record<string, WorkFilter>> = { "te-laat": "late", "deze-week": "week", wacht: "waiting" };

export const workRoutes = (kinds: WorkKinds) => [
  page("/werk", {
    may: "signed-in",
    trail: "work.read",
    load: async (actor, _params, query) => ({
      work: await readWork(
        actor,
        filters[String(query["toon"] ?? "")] ?? null,
        Math.min(Math.max(Number(query["blad"] ?? 1) || 1, 1), 200),
      ),
      mayRecord: isRole(actor.role) && mayUse(actor.role, "signals.write"),
    }),
    show: ({ work, mayRecord }) => <WorkPage work={work} kinds={kinds} mayRecord={mayRecord} />,
  }),
];
