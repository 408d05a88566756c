import type { FastifyReply, FastifyRequest } from "fastify";

const name = "wieg-sessie";

export const readSessionCookie = (request: FastifyRequest): string | null => request.cookies[name] ?? null;

/** The token stays in the browser until the session ends: no script can read it, and no other site can send it. */
export function writeSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(name, token, { path: "/", httpOnly: true, sameSite: "lax", secure: request.protocol === "https" });
}

/** Takes the token away and asks the browser to forget all that it kept of these pages. */
export function forgetSession(reply: FastifyReply): void {
  reply.clearCookie(name, { path: "/" }).header("clear-site-data", '"cache", "storage"');
}
