import type { FastifyReply, FastifyRequest } from "fastify";

const cookie = "wieg-melding";

/** One sentence for the next page only; signed, so that nobody can make Wieg say something. It never holds a name or a content. */
export function rememberNotice(reply: FastifyReply, notice: { tone: "ok" | "info" | "late"; text: string }): void {
  reply.setCookie(cookie, JSON.stringify(notice), { path: "/", httpOnly: true, sameSite: "lax", maxAge: 60, signed: true });
}

/** Takes the sentence away and gives it, or null. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply): FastifyRequest["notice"] {
  const kept = request.cookies[cookie];
  if (kept === undefined) return null;
  reply.clearCookie(cookie, { path: "/" });
  const opened = request.unsignCookie(kept);
  return opened.valid && opened.value ? (JSON.parse(opened.value) as FastifyRequest["notice"]) : null;
}
