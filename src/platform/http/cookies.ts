import type { FastifyInstance } from "fastify";

/**
 * The name of a cookie. Behind https it has the prefix by which a browser takes it from this very host alone, so that no neighbour
 * in the same domain can plant one.
 */
export const cookieName = (server: FastifyInstance, name: string): string => (server.overHttps ? `__Host-${name}` : name);

/** No script can read it, and no other site can send a form with it. */
export const cookieFlags = (server: FastifyInstance) => ({ path: "/", httpOnly: true, sameSite: "lax" as const, secure: server.overHttps });

declare module "fastify" {
  interface FastifyInstance {
    /** Whether this installation is reached over https. */
    overHttps: boolean;
  }
}
