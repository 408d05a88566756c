import type { Actor } from "../../../platform/db/actor.ts";
import { isRole, mayUse, page } from "../../../trust/access/route.ts";
import type { WorkFilter } from "../rules/workList.ts";
import { readWork } from "../server/readWork.ts";
import type { WorkKinds } from "../workKind.ts";
import { type WorkRights, WorkPage } from "./WorkPage.tsx";

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
      may: rightsOf(actor),
    }),
    show: ({ work, may }) => <WorkPage work={work} kinds={kinds} may={may} />,
  }),
];

const rightsOf = ({ role }: Actor): WorkRights => ({
  record: isRole(role) && mayUse(role, "signals.write"),
  openFamily: isRole(role) && mayUse(role, "identity.read"),
});
