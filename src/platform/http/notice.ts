import type { FastifyReply, FastifyRequest } from "fastify";
import { cookieFlags, cookieName } from "./cookies.ts";

const cookie = "wieg-melding";

/** One sentence for the next page only; signed, so that nobody can make Wieg say something. It never holds a name or a content. */
export function rememberNotice(reply: FastifyReply, notice: { tone: "ok" | "info" | "late"; text: string }): void {
  reply.setCookie(cookieName(reply.server, cookie), JSON.stringify(notice), { ...cookieFlags(reply.server), maxAge: 60, signed: true });
}

/** Takes the sentence away and gives it, or null. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply): FastifyRequest["notice"] {
  const name = cookieName(request.server, cookie);
  const kept = request.cookies[name];
  if (kept === undefined) return null;
  reply.clearCookie(name, cookieFlags(request.server));
  const opened = request.unsignCookie(kept);
  return opened.valid && opened.value ? (JSON.parse(opened.value) as FastifyRequest["notice"]) : null;
}
