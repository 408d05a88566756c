import type { Actor } from "../../../platform/db/actor.ts";
import { isRole, mayUse, page } from "../../../trust/access/route.ts";
import type { FamilySection } from "../familySection.ts";
import { readFamilyPage } from "../server/readFamilyPage.ts";
import { readHistory } from "../server/readHistory.ts";
import { FamilyPage, type FamilyRights } from "./FamilyPage.tsx";
import { HistoryPage } from "./HistoryPage.tsx";
import { TimelinePage } from "./TimelinePage.tsx";

export const familyRoutes = (sections: readonly FamilySection[]) => [
  page("/gezinnen/:trajectory", {
    may: "identity.read",
    trail: "family.read",
    load: async (actor, { trajectory }) => {
      const data = await readFamilyPage(actor, trajectory, sections);
      return data && { data, rights: rightsOf(actor) };
    },
    show: ({ data, rights }) => <FamilyPage data={data} rights={rights} />,
  }),
  page("/gezinnen/:trajectory/tijdlijn", {
    may: "identity.read",
    trail: "family.timeline-read",
    load: async (actor, { trajectory }, { soort, wie }) => {
      const data = await readFamilyPage(actor, trajectory, sections, "family.timeline-read");
      return data && { data, filter: { kind: typeof soort === "string" && soort !== "" ? soort : null, who: Number(wie) || null } };
    },
    show: (shown) => <TimelinePage {...shown} />,
  }),
  page("/gezinnen/:trajectory/geschiedenis", {
    may: "identity.read",
    trail: "history.read",
    load: (actor, { trajectory }) =>
      readHistory(actor, trajectory, Object.fromEntries(sections.flatMap(({ records }) => Object.entries(records ?? {})))),
    show: ({ entries, cut }, { trajectory }) => <HistoryPage trajectory={trajectory} entries={entries} cut={cut} />,
  }),
];

function rightsOf({ role }: Actor): FamilyRights {
  if (!isRole(role)) return { write: false, signal: false, maternityCare: false };
  return {
    write: mayUse(role, "identity.write"),
    signal: mayUse(role, "signals.write"),
    maternityCare: mayUse(role, "identity.write") || mayUse(role, "maternity_care.write"),
  };
}
