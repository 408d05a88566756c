import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import { optionalText, ticked } from "../../../platform/http/fields.ts";
import { goTo } from "../../../platform/http/mount.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, file, form, own, page } from "../../../trust/access/route.ts";
import { readCalendarFile } from "../server/calendar.ts";
import {
  cancelSitting,
  closeSitting,
  dismissGuest,
  inviteGuest,
  moveSitting,
  openSitting,
  reorderAgenda,
  seenOfSitting,
  setAgenda,
} from "../server/moveSitting.ts";
import { printDecisions, printList } from "../server/printSitting.ts";
import { readForChair, readGuestForm, readSitting, readWall } from "../server/readSitting.ts";
import type { SittingRefusal } from "../sitting.ts";
import { sittingRefusals } from "../sitting.texts.ts";
import { AgendaPage } from "./AgendaPage.tsx";
import { CancelSittingPage, GuestPage, MoveSittingPage, OpenSittingPage } from "./SittingFormPages.tsx";
import { SittingPage } from "./SittingPage.tsx";
import { SittingWall } from "./SittingWall.tsx";
import { moved } from "./sittingFields.ts";

const version = z.coerce.number().int();
const fieldOf: Partial<Record<SittingRefusal, string>> = { "day-passed": "heldOn", "guest-known": "membershipId" };
const refused = ({ code }: { code: SittingRefusal }): Errors => ({ [fieldOf[code] ?? "form"]: sittingRefusals[code] });
const at = (id: string): string => `/overleggen/zittingen/${id}`;
const notNow = ({ code }: { code: SittingRefusal }, { sitting }: { sitting: string }) => {
  if (code === "not-visible") throw new NotFound();
  return { to: at(sitting), notice: { tone: "late" as const, text: sittingRefusals[code] } };
};
const readEvents = ["conference.sitting-read"];

/** A paper of a sitting, or back with the reason. */
const paper = (word: string, trail: string, print: typeof printList) =>
  own(`/overleggen/zittingen/:sitting/${word}.pdf`, {
    may: "conference",
    trail,
    method: "GET",
    handle: async (request, reply, actor) => {
      const { sitting } = request.params as { sitting: string };
      if (!actor) throw new NotFound();
      const printed = await print(actor, sitting);
      if (printed === "not-visible") throw new NotFound();
      if (typeof printed === "string") return goTo(reply, { to: at(sitting), notice: { tone: "late", text: notPrintable } });
      return reply.type("application/pdf").header("content-disposition", `inline; filename="${word}.pdf"`).send(Buffer.from(printed));
    },
  });
const notPrintable = "Er staat iets in letters die Wieg nog niet kan afdrukken. Schrijf het in gewone letters.";

/** A sitting, from its plan until it is closed. */
export const sittingRoutes = [
  paper("lijst", "conference.list-printed", printList),
  paper("besluiten", "conference.decisions-printed", printDecisions),
  page("/overleggen/zittingen/:sitting", {
    may: "conference",
    trail: readEvents,
    load: (actor, { sitting }) => readSitting(actor, sitting),
    show: (data) => <SittingPage data={data} />,
  }),
  file("/overleggen/zittingen/:sitting/afspraak", {
    may: "conference",
    trail: "conference.calendar-read",
    load: async (actor, { sitting }) => {
      const body = await readCalendarFile(actor, sitting);
      return body === null ? null : { name: "overleg.ics", type: "text/calendar; charset=utf-8", body };
    },
  }),
  action("/overleggen/zittingen/:sitting/gezien", {
    may: "conference",
    trail: "conference.sitting-seen",
    body: z.object({}),
    run: (actor, { sitting }) => seenOfSitting(actor, sitting),
    done: (_outcome, { sitting }) => ({ to: at(sitting) }),
    refused: notNow,
  }),
  form("/overleggen/zittingen/:sitting/verplaatsen", {
    may: "conference",
    trail: [...readEvents, "conference.sitting-moved"],
    load: (actor, { sitting }) => readForChair(actor, sitting),
    body: moved,
    show: (state) => <MoveSittingPage {...state} />,
    run: (actor, { sitting }, { version: seen, told, ...when }) => moveSitting(actor, { sittingId: sitting, version: seen }, when, told),
    done: (_outcome, { sitting }) => ({ to: at(sitting), notice: { text: "De bijeenkomst is verplaatst. Iedereen krijgt bericht." } }),
    refused,
  }),
  form("/overleggen/zittingen/:sitting/afzeggen", {
    may: "conference",
    trail: [...readEvents, "conference.sitting-cancelled"],
    load: (actor, { sitting }) => readForChair(actor, sitting),
    body: z.object({
      version,
      told: optionalText(300).refine((told) => told === null || told.length >= 3, "Schrijf iets meer, of laat het leeg"),
    }),
    show: (state) => <CancelSittingPage {...state} />,
    run: (actor, { sitting }, { version: seen, told }) => cancelSitting(actor, { sittingId: sitting, version: seen }, told),
    done: (_outcome, { sitting }) => ({ to: at(sitting), notice: { text: "De bijeenkomst is afgezegd. Iedereen krijgt bericht." } }),
    refused,
  }),
  form("/overleggen/zittingen/:sitting/agenda", {
    may: "conference",
    trail: [...readEvents, "conference.agenda-set"],
    load: (actor, { sitting }) => readForChair(actor, sitting),
    body: z.object({ version, cases: ticked.pipe(z.array(z.uuid())) }),
    show: (state) => <AgendaPage {...state} />,
    run: (actor, { sitting }, { version: seen, cases }) => setAgenda(actor, { sittingId: sitting, version: seen }, [...new Set(cases)]),
    done: (_outcome, { sitting }) => ({ to: at(sitting), notice: { text: "De agenda staat vast. Wie aan tafel zit, kan voorbereiden." } }),
    refused,
  }),
  ...(["omhoog", "omlaag"] as const).map((way) =>
    action(`/overleggen/zittingen/:sitting/agenda/:agenda_item/${way}`, {
      may: "conference",
      trail: "conference.agenda-reordered",
      body: z.object({ version }),
      run: (actor, { sitting, agenda_item }, { version: seen }) =>
        reorderAgenda(actor, { sittingId: sitting, version: seen }, { itemId: agenda_item, upward: way === "omhoog" }),
      done: ({ nr }, { sitting }) => ({
        to: `${at(sitting)}#volgorde`,
        notice: { text: nr > 0 ? `De casus staat nu op plaats ${nr}.` : "De volgorde is veranderd." },
      }),
      refused: notNow,
    }),
  ),
  form("/overleggen/zittingen/:sitting/gast", {
    may: "conference",
    trail: [...readEvents, "conference.guest-invited"],
    load: (actor, { sitting }) => readGuestForm(actor, sitting),
    body: z.object({
      version,
      membershipId: z.uuid("Kies wie u vraagt"),
      itemId: z
        .literal("")
        .transform(() => null)
        .or(z.uuid())
        .default(null),
    }),
    show: (state) => <GuestPage {...state} />,
    run: (actor, { sitting }, { version: seen, ...guest }) => inviteGuest(actor, { sittingId: sitting, version: seen }, guest),
    done: (_outcome, { sitting }) => ({ to: at(sitting), notice: { text: "De gast is gevraagd." } }),
    refused,
  }),
  action("/overleggen/zittingen/:sitting/gast/:conference_participant/eraf", {
    may: "conference",
    trail: "conference.guest-dismissed",
    body: z.object({ version }),
    run: (actor, params, { version: seen }) =>
      dismissGuest(actor, { sittingId: params.sitting, version: seen }, params.conference_participant),
    done: (_outcome, { sitting }) => ({ to: at(sitting), notice: { text: "Deze gast komt niet, en ziet de casussen niet meer." } }),
    refused: notNow,
  }),
  form("/overleggen/zittingen/:sitting/beginnen", {
    may: "conference",
    trail: [...readEvents, "conference.sitting-opened"],
    load: (actor, { sitting }) => readForChair(actor, sitting),
    body: z.object({ version, present: ticked.pipe(z.array(z.uuid()).min(1, "Vink aan wie er is")) }),
    show: (state) => <OpenSittingPage {...state} />,
    run: (actor, { sitting }, { version: seen, present }) => openSitting(actor, { sittingId: sitting, version: seen }, present),
    done: (_outcome, { sitting }) => ({ to: `${at(sitting)}/scherm` }),
    refused,
  }),
  page("/overleggen/zittingen/:sitting/scherm", {
    may: "conference",
    trail: "conference.wall-read",
    load: (actor, { sitting }, query) => readWall(actor, sitting, Math.trunc(Number(query["casus"] ?? 1)) || 1),
    show: (data) => <SittingWall data={data} />,
  }),
  action("/overleggen/zittingen/:sitting/sluiten", {
    may: "conference",
    trail: "conference.sitting-closed",
    body: z.object({ version }),
    run: (actor, { sitting }, { version: seen }) => closeSitting(actor, { sittingId: sitting, version: seen }),
    done: (_outcome, { sitting }) => ({
      to: at(sitting),
      notice: { text: "Het overleg is gesloten. Wie een uitkomst noemt, krijgt bericht." },
    }),
    refused: notNow,
  }),
];
