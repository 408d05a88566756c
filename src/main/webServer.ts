import type { FastifyInstance } from "fastify";
import { answerProblems } from "../platform/http/problemPages.tsx";
import { mountRoutes } from "../platform/http/mount.ts";
import { originOf } from "../platform/http/request.ts";
import { newServer } from "../platform/http/server.ts";
import { findActor, isDemonstration } from "../trust/signIn/server/session.store.ts";
import { readSessionCookie } from "../trust/signIn/server/sessionCookie.ts";
import { routes } from "./routes.ts";
import { newSite } from "./site.ts";

/** The web server with every route, ready to listen. The database must be connected. */
export async function newWebServer(options: { secret: string; trustProxy: boolean; log: boolean }): Promise<FastifyInstance> {
  const server = await newServer(options);
  const site = newSite(await isDemonstration());
  server.addHook("onRequest", async (request) => {
    const token = readSessionCookie(request);
    if (token !== null && !request.url.startsWith("/assets/")) request.actor = await findActor(token, originOf(request));
  });
  server.decorate("site", site);
  answerProblems(server);
  mountRoutes(server, routes, site);
  server.get("/", (_request, reply) => reply.redirect("/werk", 303));
  return server;
}
