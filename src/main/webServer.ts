import { hkdfSync } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { SignedOut } from "../platform/db/withActor.ts";
import { answerProblems } from "../platform/http/problemPages.tsx";
import { mountRoutes } from "../platform/http/mount.ts";
import { originOf } from "../platform/http/request.ts";
import { newServer } from "../platform/http/server.ts";
import { limitRequests } from "../platform/http/requestLimit.ts";
import { readKeyRing } from "../platform/secrets/keyRing.ts";
import { configureSignIn, type SignInSettings } from "../trust/signIn/server/settings.ts";
import { forgetActor, whoHolds } from "../trust/signIn/server/knownActors.ts";
import { isDemonstration } from "../trust/signIn/server/session.store.ts";
import { readSessionCookie } from "../trust/signIn/server/sessionCookie.ts";
import { routes } from "./routes.ts";
import { newSite } from "./site.ts";
import { readFamilyCookie } from "../portal/server/familyCookie.ts";

export interface WebServerOptions {
  readonly secret: string;
  readonly trustProxy: boolean | number;
  readonly log: boolean;
  /** Where Wieg is reached: passkeys and cookies belong to it. */
  readonly publicUrl?: string;
  /** The keys of what is kept encrypted; made from the secret when left out, as tests do. */
  readonly keys?: string;
  /** Identity providers without https: on a developer's machine and in tests. */
  readonly httpIssuers?: boolean;
  /** Whether a mail server is set. */
  readonly sendsMail?: boolean;
  /** Pages a minute that one network address may ask for. */
  readonly requestsPerMinute?: number;
}

/** Where Wieg is reached and with which keys: known before the demonstration is filled, whose links in e-mail begin with it. */
export function configureFrom(options: Omit<WebServerOptions, "trustProxy" | "log">): SignInSettings {
  const publicUrl = new URL(options.publicUrl ?? "http://localhost:3000");
  const keys = readKeyRing(options.keys ?? keyFrom(options.secret));
  const settings = { publicUrl, keys, httpIssuers: options.httpIssuers ?? false, sendsMail: options.sendsMail ?? false };
  configureSignIn(settings);
  return settings;
}

/** The web server with every route, ready to listen. The database must be connected. */
export async function newWebServer(options: WebServerOptions): Promise<FastifyInstance> {
  const { publicUrl, keys } = configureFrom(options);
  const server = await newServer({ ...options, overHttps: publicUrl.protocol === "https:" });
  limitRequests(server, { perMinute: options.requestsPerMinute ?? 6000, digest: (network) => keys.digest(network, "request") });
  server.addHook("onRequest", async (request) => {
    request.guest = readFamilyCookie(request);
  });
  const site = newSite(await isDemonstration());
  server.addHook("onRequest", async (request) => {
    const token = readSessionCookie(request);
    if (token !== null && !request.url.startsWith("/assets/")) request.actor = await whoHolds(token, originOf(request));
  });
  server.addHook("onError", async (request, _reply, error) => {
    if (error instanceof SignedOut && request.actor) forgetActor(request.actor.token);
  });
  server.decorate("site", site);
  answerProblems(server);
  mountRoutes(server, routes, site);
  server.get("/", (_request, reply) => reply.redirect("/werk", 303));
  return server;
}

const keyFrom = (secret: string): string => `k0:${Buffer.from(hkdfSync("sha256", secret, "", "wieg keys", 32)).toString("base64url")}`;
