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
  hooks: {
    // The message of a fault would also become the line's own: a logger does so by itself.
    logMethod(line, log) {
      const [facts, message] = line as readonly unknown[];
      const fault = facts instanceof Error ? facts : (facts as { err?: unknown } | null | undefined)?.err;
      if (!(fault instanceof Error)) return log.apply(this, line);
      const said = typeof message === "string" && message !== fault.message ? message : "fault";
      return log.apply(this, [facts instanceof Error ? { err: facts } : facts, said] as unknown as typeof line);
    },
  },
};

/** The lines of code of a fault, without its message: that may hold what someone typed. */
const codeLines = (error: Error): string =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .join("\n");
