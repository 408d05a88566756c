import { parseDay } from "../../../kit/day.ts";
import type { Typed } from "../../../platform/http/request.ts";
import { page } from "../../../trust/access/route.ts";
import { mergeLists } from "../rules/mergeLists.ts";
import { windowOf } from "../rules/windowOf.ts";
import { readDeskHome } from "../../desk/server/door.ts";
import { readDesign } from "../server/readDesign.ts";
import { anchors, type AnchorDays, type Study } from "../study.ts";
import type { Preview } from "./PreviewCard.tsx";
import { StudiesPage } from "./StudiesPage.tsx";

/** The studies as they are set up, for the research desk. */
export const studyRoutes = [
  page("/onderzoek", {
    may: "role:research_desk",
    trail: ["study.read", "study.flow-read"],
    load: async (actor, _params, query) => {
      const design = await readDesign(actor);
      return { design, home: await readDeskHome(actor), preview: previewOf(design.studies, query) };
    },
    show: (data) => <StudiesPage {...data} />,
  }),
];

/** The lists of an example: of who takes part in these studies, with these days. */
function previewOf(studies: readonly Study[], query: Typed): Preview {
  const chosen = [query["deel"] ?? []].flat();
  const typed = anchors.map((anchor) => [anchor, String(query[anchor] ?? "").trim()] as const);
  const days = Object.fromEntries(typed.map(([anchor, text]) => [anchor, text === "" ? null : parseDay(text)])) as AnchorDays;
  const errors = Object.fromEntries(
    typed.flatMap(([anchor, text]) => (text !== "" && days[anchor] === null ? [[anchor, "Vul een datum in, zoals 12-3-2027"]] : [])),
  );
  const lists = mergeLists(studies, chosen).flatMap((asked) => {
    const [first] = asked.waves;
    const wave = studies.find(({ code }) => code === first?.study)?.waves.find(({ code }) => code === first?.wave);
    return wave ? [{ asked, window: windowOf(wave, days) }] : [];
  });
  return { values: { ...Object.fromEntries(typed), deel: chosen }, errors, lists: Object.keys(errors).length > 0 ? [] : lists };
}
