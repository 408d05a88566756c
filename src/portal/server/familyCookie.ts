import type { FastifyReply, FastifyRequest } from "fastify";
import { cookieFlags, cookieName } from "../../platform/http/cookies.ts";
import type { PortalLanguage } from "../portal.ts";

const session = "wieg-mijn";
const step = "wieg-mijn-stap";
const language = "wieg-mijn-taal";

/** The family's session has a cookie of its own: a professional's is worth nothing here, nor hers there. */
export const readFamilyCookie = (request: FastifyRequest): string | null => tokenIn(request, session);
export const readFamilyStep = (request: FastifyRequest): string | null => tokenIn(request, step);

/** What can't be a token is none: it need not reach the database. */
function tokenIn(request: FastifyRequest, name: string): string | null {
  const value = request.cookies[cookieName(request.server, name)];
  return value !== undefined && /^[\w-]{1,200}$/.test(value) ? value : null;
}

export function writeFamilyCookie(reply: FastifyReply, token: string): void {
  reply
    .setCookie(cookieName(reply.server, session), token, cookieFlags(reply.server))
    .clearCookie(cookieName(reply.server, step), cookieFlags(reply.server));
}

/** Takes the token away and asks the browser to forget all that it kept of these pages. */
export function forgetFamily(reply: FastifyReply): void {
  reply.clearCookie(cookieName(reply.server, session), cookieFlags(reply.server)).header("clear-site-data", '"cache", "storage"');
}

export function writeFamilyStep(reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(reply.server, step), token, { ...cookieFlags(reply.server), maxAge: 15 * 60 });
}

/** The language that was pressed last, as long as this browser is open; null: not chosen. */
export function readLanguage(request: FastifyRequest): PortalLanguage | null {
  const value = request.cookies[cookieName(request.server, language)];
  return value === "nl" || value === "en" ? value : null;
}

export function writeLanguage(reply: FastifyReply, chosen: PortalLanguage): void {
  reply.setCookie(cookieName(reply.server, language), chosen, cookieFlags(reply.server));
}
