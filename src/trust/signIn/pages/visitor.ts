import type { FastifyReply, FastifyRequest } from "fastify";
import { goTo } from "../../../platform/http/mount.ts";
import { deviceOf } from "../rules/deviceOf.ts";
import type { OneMore, SignedIn } from "../server/finishSignIn.ts";
import { leave } from "../server/knownActors.ts";
import { readSessionCookie, writeSessionCookie, writeStepCookie } from "../server/sessionCookie.ts";
import type { Visitor } from "../signIn.ts";

/** Who is at the door, as far as a request tells. */
export const visitorOf = (request: FastifyRequest): Visitor => ({
  source: request.ip,
  requestId: request.id,
  device: deviceOf(request.headers["user-agent"]),
});

/** One typed value of a form; empty when it isn't there. */
export function typedValue(request: FastifyRequest, name: string): string {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return typeof value === "string" ? value.replaceAll("\0", "") : "";
}

/** A value behind the question mark of the address. */
export function queryValue(request: FastifyRequest, name: string): string | undefined {
  const value = ((request.query ?? {}) as Record<string, unknown>)[name];
  return typeof value === "string" ? value : undefined;
}

/** A name in the address, such as the secret of a link. */
export function addressValue(request: FastifyRequest, name: string): string {
  const value = ((request.params ?? {}) as Record<string, unknown>)[name];
  return typeof value === "string" ? value : "";
}

/** Writes the cookie that came of it. Whoever was signed in in this browser before is not any more. */
export async function keepOutcome(request: FastifyRequest, reply: FastifyReply, outcome: SignedIn | OneMore): Promise<void> {
  if ("session" in outcome) await takeSession(request, reply, outcome.session);
  else writeStepCookie(reply, outcome.step);
}

/** Another session in the place of the one that this browser had. */
export async function takeSession(request: FastifyRequest, reply: FastifyReply, token: string): Promise<void> {
  const before = readSessionCookie(request);
  if (before !== null) await leave(before, visitorOf(request));
  writeSessionCookie(reply, token);
}

/** And goes where it leads. */
export async function follow(request: FastifyRequest, reply: FastifyReply, outcome: SignedIn | OneMore): Promise<FastifyReply> {
  await keepOutcome(request, reply, outcome);
  return goTo(reply, { to: outcome.to });
}
