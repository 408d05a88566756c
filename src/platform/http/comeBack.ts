import type { FastifyRequest } from "fastify";

/** A page of Wieg itself, without anything that was typed. */
const ownPath = /^\/[a-z0-9][a-z0-9/-]{0,199}$/;

/**
 * Where a form leads when it was opened to fill in what another page asks for: `?terug=/gezinnen/...` in the link there, sent along with the form.
 * Null for every other form, and for what is no page of Wieg.
 */
export function comeBackOf(request: FastifyRequest): string | null {
  const asked =
    request.method === "GET"
      ? (request.query as Record<string, unknown>)["terug"]
      : (request.body as Record<string, unknown> | null)?.["_back"];
  return typeof asked === "string" && ownPath.test(asked) ? asked : null;
}

/** The address of a form that leads back to a page. */
export const andBack = (form: string, page: string): string => `${form}?terug=${page}`;
