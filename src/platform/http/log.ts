import type { FastifyRequest, FastifyServerOptions } from "fastify";

/**
 * What the log may hold: the kind of address (never the ids in it), the method, the outcome, the time and the request id. No body, no
 * query, no cookie, no message of the database, which can hold a value.
 */
export const logOptions: Exclude<FastifyServerOptions["logger"], boolean | undefined> = {
  level: process.env["WIEG_LOG"] ?? "warn",
  serializers: {
    req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url ?? "unknown" }),
    err: (error: Error & { code?: string }) => ({ type: error.name, message: "", stack: codeLines(error), code: error.code ?? "" }),
  },
};

/** The lines of code of a fault, without its message: that may hold what someone typed. */
const codeLines = (error: Error): string =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .join("\n");
