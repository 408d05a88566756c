import { z } from "zod";
import { optionalText, requiredText, tick } from "../../../platform/http/fields.ts";
import { showPage } from "../../../platform/http/mount.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, own } from "../../../trust/access/route.ts";
import { codeIn, LinkCodePage, LinkGonePage, tokenIn } from "../../../trust/oneTimeLink/pages/linkDoor.tsx";
import { askOutsideGuest, dismissOutsideGuest, guestPath, openGuestCase, sendGuestLink } from "../server/outsideGuest.ts";
import { readForChair } from "../server/readSitting.ts";
import type { SittingRefusal } from "../sitting.ts";
import { sittingRefusals } from "../sitting.texts.ts";
import { GuestCasePage, OutsideGuestPage } from "./GuestPages.tsx";

const version = z.coerce.number().int();
const at = (id: string): string => `/overleggen/zittingen/${id}#gasten`;
const guestKnown = "Deze gast is al gevraagd voor deze casus.";
const notNow = ({ code }: { code: SittingRefusal }, { sitting }: { sitting: string }) => {
  if (code === "not-visible") throw new NotFound();
  return { to: at(sitting), notice: { tone: "late" as const, text: sittingRefusals[code] } };
};

const newGuest = z.object({
  version,
  itemId: z.uuid("Kies voor welke casus"),
  name: requiredText("Vul de naam in", 120),
  worksAs: requiredText("Vul in wat de gast doet", 120),
  organisation: requiredText("Vul de organisatie in", 120),
  email: z.email("Vul een e-mailadres in, zoals naam@organisatie.nl").max(200, "Gebruik hoogstens 200 tekens"),
  phone: optionalText(40).refine((typed) => typed !== null && typed.length >= 3, "Vul het nummer in waarop u de code voorleest"),
  familyKnows: tick.refine((yes) => yes, "Vraag eerst, via wie de casus inbrengt, of het gezin dit goed vindt"),
});

const base = "/overleggen/zittingen/:sitting/gast-van-buiten" as const;

/** Guests without an account: asked by the chair, and their own page behind a link. */
export const guestRoutes = [
  form(base, {
    may: "conference",
    trail: ["conference.sitting-read", "conference.guest-invited"],
    load: async (actor, { sitting }) => {
      const data = await readForChair(actor, sitting);
      return data && data.items.some(({ state }) => state === "on_agenda") && ["agenda_set", "open"].includes(data.sitting.state)
        ? data
        : null;
    },
    body: newGuest,
    show: (state) => <OutsideGuestPage {...state} />,
    run: (actor, { sitting }, { version: seen, familyKnows: _known, ...guest }) =>
      askOutsideGuest(actor, { sittingId: sitting, version: seen }, guest),
    done: (_outcome, { sitting }) => ({
      to: at(sitting),
      notice: { text: "De mail is onderweg. Bel de gast, en lees de code voor die hieronder staat." },
    }),
    refused: ({ code }) =>
      code === "guest-known" ? { email: guestKnown } : { [code === "case-gone" ? "itemId" : "form"]: sittingRefusals[code] },
  }),
  action(`${base}/:conference_guest/link`, {
    may: "conference",
    trail: "conference.guest-link-sent",
    body: z.object({}),
    run: (actor, { sitting, conference_guest }) => sendGuestLink(actor, sitting, conference_guest),
    done: (_outcome, { sitting }) => ({
      to: at(sitting),
      notice: { text: "Er is een nieuwe link verstuurd, met een nieuwe code. De oude werkt niet meer." },
    }),
    refused: notNow,
  }),
  action(`${base}/:conference_guest/eraf`, {
    may: "conference",
    trail: "conference.guest-dismissed",
    body: z.object({ version }),
    run: (actor, { sitting, conference_guest }, { version: seen }) =>
      dismissOutsideGuest(actor, { sittingId: sitting, version: seen }, conference_guest),
    done: (_outcome, { sitting }) => ({ to: at(sitting), notice: { text: "Deze gast komt niet, en leest de casus niet meer." } }),
    refused: notNow,
  }),
  own(`${guestPath}/:link`, {
    may: "public",
    trail: "conference.guest-opened",
    method: "GET",
    handle: async (request, reply) =>
      showPage(request, reply, <LinkCodePage action={`${guestPath}/${encodeURIComponent(tokenIn(request))}`} />),
  }),
  own(`${guestPath}/:link`, {
    may: "public",
    trail: ["conference.guest-opened", "conference.guest-read"],
    method: "POST",
    formToken: true,
    handle: async (request, reply, _actor, origin) => {
      const token = tokenIn(request);
      const one = await openGuestCase(origin, token, codeIn(request));
      return one
        ? showPage(request, reply, <GuestCasePage one={one} />)
        : showPage(request, reply.code(404), <LinkGonePage again={`${guestPath}/${encodeURIComponent(token)}`} />);
    },
  }),
];
