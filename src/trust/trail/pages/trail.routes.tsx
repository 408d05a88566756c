import type { Errors } from "../../../design/Errors.ts";
import { parseDay } from "../../../kit/day.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Typed } from "../../../platform/http/request.ts";
import { page } from "../../access/route.ts";
import { eventsLike } from "../event.texts.ts";
import { searchTrail, trailPageSize, type TrailQuestion } from "../server/searchTrail.store.ts";
import { TrailPage } from "./TrailPage.tsx";

/** `events`: every event that the routes of this installation name. */
export const trailRoutes = (events: () => readonly string[]) => [
  page("/inzage", {
    may: "role:privacy_officer",
    trail: "trail.read",
    load: (actor, _params, query) =>
      withActor(actor, "trail.read", async ({ db, today, about }) => {
        const question = questionOf(query, today, events());
        const errors = errorsIn(query);
        if (Object.keys(errors).length > 0) return { question, lines: [], more: false, errors, typed: query };
        const found = await searchTrail(db, question);
        about({ trajectories: question.line === null ? [] : [question.line] });
        return { question, lines: found.slice(0, trailPageSize), more: found.length > trailPageSize, errors, typed: {} };
      }),
    show: (data) => <TrailPage {...data} />,
  }),
];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const wordIn = (query: Typed, name: string): string => String(query[name] ?? "").trim();

/** What can't be searched for is said: an answer to another question would pass for this one's. */
function errorsIn(query: Typed): Errors {
  const isDay = (name: string) => wordIn(query, name) === "" || parseDay(wordIn(query, name)) !== null;
  const isKey = wordIn(query, "gezin") === "" || uuid.test(wordIn(query, "gezin"));
  return {
    ...(isDay("van") ? {} : { van: "Vul een dag in die bestaat, zoals 12-3-2026" }),
    ...(isDay("tot") ? {} : { tot: "Vul een dag in die bestaat, zoals 12-3-2026" }),
    ...(isKey ? {} : { gezin: "Dit is geen kenmerk. Het staat in het adres van de gezinspagina, achter /gezinnen/." }),
  };
}

function questionOf(query: Typed, today: string, events: readonly string[]): TrailQuestion {
  const word = (name: string) => wordIn(query, name) || null;
  const line = word("gezin");
  const what = word("wat");
  return {
    from: parseDay(word("van") ?? "") ?? today,
    to: parseDay(word("tot") ?? "") ?? today,
    name: word("wie"),
    line: line !== null && uuid.test(line) ? line : null,
    events: what === null ? null : eventsLike(what, events),
    what,
    page: Math.max(1, Math.min(1000, Number(word("blad") ?? 1) || 1)),
  };
}
