import type { FastifyReply, FastifyRequest } from "fastify";
import { cookieFlags, cookieName } from "../../../platform/http/cookies.ts";

const session = "wieg-sessie";
const step = "wieg-stap";

export const readSessionCookie = (request: FastifyRequest): string | null => request.cookies[cookieName(request.server, session)] ?? null;

/** The token stays in the browser until the session ends: no script can read it, and no other site can send a form with it. */
export function writeSessionCookie(reply: FastifyReply, token: string): void {
  reply
    .setCookie(cookieName(reply.server, session), token, cookieFlags(reply.server))
    .clearCookie(cookieName(reply.server, step), cookieFlags(reply.server));
}

/** Takes the token away and asks the browser to forget all that it kept of these pages. */
export function forgetSession(reply: FastifyReply): void {
  reply.clearCookie(cookieName(reply.server, session), cookieFlags(reply.server)).header("clear-site-data", '"cache", "storage"');
}

export const readStepCookie = (request: FastifyRequest): string | null => request.cookies[cookieName(request.server, step)] ?? null;

/** Halfway signing in: for this browser and a few minutes. */
export function writeStepCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(reply.server, step), token, { ...cookieFlags(reply.server), maxAge: 15 * 60 });
}
