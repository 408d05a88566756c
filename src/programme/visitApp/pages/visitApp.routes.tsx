import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { requiredText } from "../../../platform/http/fields.ts";
import { countAttempt, type Limit } from "../../../platform/http/attempt.store.ts";
import { networkOf } from "../../../platform/http/networkOf.ts";
import { formTokenOwner } from "../../../platform/http/server.ts";
import { originOf } from "../../../platform/http/request.ts";
import { form, own, page } from "../../../trust/access/route.ts";
import { rememberApp, signInSettings } from "../../../trust/signIn/server/door.ts";
import { tooManyPhones } from "../visitApp.texts.ts";
import { syncShape, type SyncAnswer } from "../visitApp.ts";
import { blockPhone, enterWithDevice, mayKeep, noteWiped, readDevices, registerDevice, stopDevice } from "../server/devices.ts";
import { phoneSettings, syncEvents, syncPhone } from "../server/sync.ts";
import { BlockPage, DevicesPage } from "./DevicesPage.tsx";
import { appShell, icon } from "./shell.ts";

/**
 * Contacts are counted by phone: many of them share one address of a telephone network, and must not wait for each other. The limit on
 * everything from one network stands beside it. A locked phone only has its id, so that question is counted by network.
 */
const limits = {
  sync: { kind: "visit-app", times: 120, seconds: 60 },
  stands: { kind: "visit-app-stands", times: 240, seconds: 60 },
} as const satisfies Record<string, Limit>;

const fieldOf = (request: FastifyRequest, name: string): string => {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return typeof value === "string" ? value : "";
};

/** Seconds to wait for who asks too often, 0 when it may go on. */
const waitFor = (limit: Limit, subject: string): Promise<number> => countAttempt(limit, signInSettings().keys.digest(subject, limit.kind));

const later = (reply: FastifyReply, seconds: number): FastifyReply =>
  reply.code(429).header("retry-after", seconds).send({ state: "later" });

/** The token of a phone, from its own header: no browser sends that by itself. */
function deviceToken(request: FastifyRequest): string | null {
  const found = /^Wieg-Telefoon ([\w-]{43})$/.exec(request.headers.authorization ?? "");
  return found?.[1] ?? null;
}

const uuid = z.uuid();

/** The app itself: the same for everybody, without a word about anyone. */
const shellRoutes = [
  own("/onderweg", {
    may: "public",
    trail: "visit-app.opened",
    method: "GET",
    handle: async (_request, reply) => reply.type("text/html; charset=utf-8").send(appShell().page),
  }),
  own("/onderweg/sw.js", {
    may: "public",
    trail: "visit-app.opened",
    method: "GET",
    handle: async (_request, reply) =>
      reply.type("text/javascript; charset=utf-8").header("service-worker-allowed", "/onderweg").send(appShell().worker),
  }),
  own("/onderweg/app.webmanifest", {
    may: "public",
    trail: "visit-app.opened",
    method: "GET",
    handle: async (_request, reply) => reply.type("application/manifest+json; charset=utf-8").send(appShell().manifest),
  }),
  own("/onderweg/pictogram.svg", {
    may: "public",
    trail: "visit-app.opened",
    method: "GET",
    handle: async (_request, reply) => reply.type("image/svg+xml").send(icon),
  }),
];

/** Taking a phone in use, by who is signed in at that browser with two factors. */
const beginning = [
  own("/onderweg/wie", {
    may: "public",
    trail: "visit-app.opened",
    method: "GET",
    handle: async (request, reply, actor) => {
      if (!actor) return reply.send({ who: null });
      const csrf = reply.generateCsrf({ userInfo: formTokenOwner(request) });
      return reply.send({
        who: { name: actor.name, organisation: actor.organisation, mayRegister: actor.role === "maternity_assistant", csrf },
      });
    },
  }),
  own("/onderweg/telefoon", {
    may: "role:maternity_assistant",
    trail: "visit-app.registered",
    method: "POST",
    handle: async (request, reply, actor) => {
      const label = z.string().trim().min(1).max(60).safeParse(fieldOf(request, "naam").replaceAll("\0", ""));
      if (!actor || !label.success) return reply.code(422).send({ state: "refused", say: "Geef de telefoon een naam." });
      const made = await registerDevice(actor, label.data);
      if (made) rememberApp(reply);
      return made
        ? reply.send({ state: "registered", ...made, name: actor.name, settings: phoneSettings })
        : reply.send({ state: "refused", say: tooManyPhones });
    },
  }),
];

/** What a phone sends and asks, with its own token and without any cookie. */
const contacts = [
  own("/onderweg/verzenden", {
    may: "public",
    trail: syncEvents,
    method: "POST",
    handle: async (request, reply) => {
      const token = deviceToken(request);
      const read = syncShape.safeParse(parsed(fieldOf(request, "bericht")));
      if (token === null || !read.success) return reply.code(400).send({ state: "unreadable" });
      const wait = await waitFor(limits.sync, read.data.deviceId);
      if (wait > 0) return later(reply, wait);
      return reply.send((await syncPhone(token, read.data, originOf(request))) satisfies SyncAnswer);
    },
  }),
  own("/onderweg/stoppen", {
    may: "public",
    trail: "visit-app.signed-off",
    method: "POST",
    handle: async (request, reply) => {
      const [token, device] = [deviceToken(request), uuid.safeParse(fieldOf(request, "telefoon"))];
      if (token === null || !device.success) return reply.code(400).send({ state: "unreadable" });
      const wait = await waitFor(limits.sync, device.data);
      if (wait > 0) return later(reply, wait);
      const actor = await enterWithDevice(device.data, token, originOf(request), ["visit-app.signed-off"]);
      if (typeof actor !== "string") await stopDevice(actor, device.data, token);
      return reply.send({ stands: false });
    },
  }),
  own("/onderweg/gewist", {
    may: "public",
    trail: "visit-app.opened",
    method: "POST",
    handle: async (request, reply) => {
      const [device, farewell] = [uuid.safeParse(fieldOf(request, "telefoon")), fieldOf(request, "afscheid")];
      if (!device.success || !/^[\w-]{43}$/.test(farewell)) return reply.code(400).send({ state: "unreadable" });
      const wait = await waitFor(limits.stands, networkOf(request.ip));
      if (wait > 0) return later(reply, wait);
      await noteWiped(device.data, farewell);
      return reply.send({ stands: false });
    },
  }),
  own("/onderweg/staat", {
    may: "public",
    trail: "visit-app.opened",
    method: "POST",
    handle: async (request, reply) => {
      const device = uuid.safeParse(fieldOf(request, "telefoon"));
      if (!device.success) return reply.code(400).send({ state: "unreadable" });
      const wait = await waitFor(limits.stands, networkOf(request.ip));
      return wait > 0 ? later(reply, wait) : reply.send({ stands: await mayKeep(device.data) });
    },
  }),
];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A lost phone, for the coordinator and for the organisation's administrator. */
const blocking = [
  page("/beheer/telefoons", {
    may: "visit-phones",
    trail: "visit-app.devices-read",
    load: async (actor) => ({ devices: await readDevices(actor) }),
    show: (data) => <DevicesPage {...data} />,
  }),
  form("/beheer/telefoons/:device/blokkeren", {
    may: "visit-phones",
    trail: ["visit-app.devices-read", "visit-app.blocked"],
    body: z.object({ reden: requiredText("Schrijf waarom, bijvoorbeeld: verloren", 200) }),
    load: async (actor, { device }) => {
      const found = (await readDevices(actor)).find(({ id, blockedAt }) => id === device && blockedAt === null);
      return found ? { device: found } : null;
    },
    show: ({ data, values, errors }) => <BlockPage {...data} values={values} errors={errors} />,
    run: (actor, { device }, body) => blockPhone(actor, device, body.reden),
    done: () => ({
      to: "/beheer/telefoons",
      notice: { text: "De telefoon is geblokkeerd. Hij krijgt niets meer, en wist zichzelf zodra hij verbinding heeft." },
    }),
    refused: () => ({ form: "Deze telefoon was al geblokkeerd." }),
  }),
];

export const visitAppRoutes = [...shellRoutes, ...beginning, ...contacts, ...blocking];
