import { z } from "zod";
import { showPage } from "../../../platform/http/mount.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, enter, own, page } from "../../../trust/access/route.ts";
import { newFeed, openFeed, readFeedState, stopFeed } from "../server/calendar.ts";
import { CalendarFeedPage } from "./CalendarFeedPage.tsx";

/** One's own sittings in a calendar programme. */
export const calendarRoutes = [
  page("/overleggen/agenda-adres", {
    may: "conference",
    trail: "conference.feed-read",
    load: (actor) => readFeedState(actor),
    show: ({ since }) => <CalendarFeedPage since={since} address={null} />,
  }),
  own("/overleggen/agenda-adres", {
    may: "conference",
    trail: "conference.feed-made",
    method: "POST",
    // The address is shown on the answer itself: it may stand in no cookie, no address and no table.
    handle: async (request, reply, actor) =>
      showPage(request, reply, <CalendarFeedPage since={null} address={await newFeed(actor ?? enter(request, "conference"))} />),
  }),
  action("/overleggen/agenda-adres/weg", {
    may: "conference",
    trail: "conference.feed-ended",
    body: z.object({}),
    run: (actor) => stopFeed(actor),
    done: () => ({ to: "/overleggen/agenda-adres", notice: { text: "Het adres is weg: uw agendaprogramma krijgt niets meer." } }),
    refused: () => ({ to: "/overleggen/agenda-adres" }),
  }),
  own("/agenda/:link", {
    may: "public",
    trail: "conference.feed-opened",
    method: "GET",
    handle: async (request, reply, _actor, origin) => {
      const token = ((request.params ?? {}) as Readonly<Record<string, unknown>>)["link"];
      const calendar = typeof token === "string" ? await openFeed(origin, token) : null;
      if (calendar === null) throw new NotFound();
      return reply.header("cache-control", "private, no-store").type("text/calendar; charset=utf-8").send(calendar);
    },
  }),
];
