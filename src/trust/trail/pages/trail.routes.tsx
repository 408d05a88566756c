import { parseDay } from "../../../kit/day.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Typed } from "../../../platform/http/request.ts";
import { page } from "../../access/route.ts";
import { searchTrail, trailPageSize, type TrailQuestion } from "../server/searchTrail.store.ts";
import { TrailPage } from "./TrailPage.tsx";

export const trailRoutes = [
  page("/inzage", {
    may: "role:privacy_officer",
    trail: "trail.read",
    load: (actor, _params, query) =>
      withActor(actor, "trail.read", async ({ db, today, about }) => {
        const question = questionOf(query, today);
        const found = await searchTrail(db, question);
        about({ trajectories: question.line === null ? [] : [question.line] });
        return { question, lines: found.slice(0, trailPageSize), more: found.length > trailPageSize };
      }),
    show: (data) => <TrailPage {...data} />,
  }),
];

function questionOf(query: Typed, today: string): TrailQuestion {
  const word = (name: string) => String(query[name] ?? "").trim() || null;
  const line = word("gezin");
  return {
    from: parseDay(word("van") ?? "") ?? today,
    to: parseDay(word("tot") ?? "") ?? today,
    name: word("wie"),
    line: line !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(line) ? line : null,
    event: word("wat")?.replaceAll(/[%_\\]/g, "") ?? null,
    page: Math.max(1, Math.min(1000, Number(word("blad") ?? 1) || 1)),
  };
}
