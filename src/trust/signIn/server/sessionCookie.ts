import type { FastifyReply, FastifyRequest } from "fastify";
import { cookieFlags, cookieName } from "../../../platform/http/cookies.ts";

const session = "wieg-sessie";
const step = "wieg-stap";
const app = "wieg-onderweg";

export const readSessionCookie = (request: FastifyRequest): string | null => tokenIn(request, session);

/** The token stays in the browser until the session ends: no script can read it, and no other site can send a form with it. */
export function writeSessionCookie(reply: FastifyReply, token: string): void {
  reply
    .setCookie(cookieName(reply.server, session), token, cookieFlags(reply.server))
    .clearCookie(cookieName(reply.server, step), cookieFlags(reply.server));
}

/** Takes the token away and asks the browser to forget all that it kept of these pages. */
export function forgetSession(reply: FastifyReply): void {
  const hasApp = reply.request.cookies[cookieName(reply.server, app)] !== undefined;
  reply
    .clearCookie(cookieName(reply.server, session), cookieFlags(reply.server))
    .header("clear-site-data", hasApp ? '"cache"' : '"cache", "storage"');
}

/**
 * In this browser stands an app with a lock and a sign-out of its own: what it keeps is sealed, and signing out of the pages must not take
 * what was not sent yet [docs/decisions/0015].
 */
export function rememberApp(reply: FastifyReply): void {
  reply.setCookie(cookieName(reply.server, app), "1", { ...cookieFlags(reply.server), maxAge: 400 * 24 * 3600 });
}

export const readStepCookie = (request: FastifyRequest): string | null => tokenIn(request, step);

/** What can't be a token is none: it need not reach the database, which takes no null byte. */
function tokenIn(request: FastifyRequest, name: string): string | null {
  const value = request.cookies[cookieName(request.server, name)];
  return value !== undefined && /^[\w-]{1,200}$/.test(value) ? value : null;
}

/** Halfway signing in: for this browser and a few minutes. */
export function writeStepCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(reply.server, step), token, { ...cookieFlags(reply.server), maxAge: 15 * 60 });
}
