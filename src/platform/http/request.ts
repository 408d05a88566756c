import type { FastifyRequest } from "fastify";
import type { Actor } from "../db/actor.ts";

/** Names of values in an address: `/gezinnen/:trajectory` gives `trajectory`. */
export type Params<Address extends string> = Address extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [Key in Name]: string } & Params<`/${Rest}`>
  : Address extends `${string}:${infer Name}`
    ? { readonly [Key in Name]: string }
    : unknown;

/** What a form posted, as it was typed: several values where a name was ticked more than once. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Where a request came from, for the trail and the log: an address and an id, nothing of its content. */
export interface Origin {
  readonly source: string;
  readonly requestId: string;
}

export const originOf = (request: FastifyRequest): Origin => ({ source: request.ip, requestId: request.id });

declare module "fastify" {
  interface FastifyRequest {
    /** Who is signed in, or null. Filled before any handler runs. */
    actor: Actor | null;
    /** What whoever has a session of another kind holds: her forms are bound to it. It gives no right to anything. */
    guest: string | null;
    /** A word for the next page, such as "Het signaal is vastgelegd". */
    notice: { tone: "ok" | "info" | "late"; text: string } | null;
  }
}
