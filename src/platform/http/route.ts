import type { FastifyReply, FastifyRequest } from "fastify";
import type { ReactElement } from "react";
import type { z } from "zod";
import type { Errors, Values } from "../../design/Errors.ts";
import type { Actor } from "../db/actor.ts";
import type { Origin, Params, Typed } from "./request.ts";

/** Who may use a route, and which trail events it may write. There is no way to make a route without both. */
export interface Rule<Permission extends string> {
  readonly may: Permission;
  /** Events that a use case behind this route may write; withActor refuses any other. */
  readonly trail: string | readonly string[];
}

/** Where to go after an act, and what to say there. */
export interface Next {
  readonly to: string;
  readonly notice?: { readonly tone?: "ok" | "info" | "late"; readonly text: string };
}

interface Outcome {
  readonly code: string;
}
type DoneOf<Result> = Extract<Result, { code: "done" }>;
type RefusedOf<Result> = Exclude<Result, { code: "done" }>;

/** A page to read. `load` answers null when it does not exist or is not the asker's to see: one neutral page for both. */
export interface PageRoute<Permission extends string, Address extends string, Data> extends Rule<Permission> {
  load(actor: Actor, params: Params<Address>, query: Typed): Promise<Data | null>;
  show(data: Data, params: Params<Address>): ReactElement;
}

/** A form: shown, sent, and shown again with what was typed and a sentence beside each field that is not right. */
export interface FormRoute<Permission extends string, Address extends string, Data, Body extends z.ZodType, Result extends Outcome>
  extends Rule<Permission> {
  load(actor: Actor, params: Params<Address>, query: Typed): Promise<Data | null>;
  body: Body;
  show(state: { data: Data; values: Values; errors: Errors }, params: Params<Address>): ReactElement;
  run(actor: Actor, params: Params<Address>, body: z.output<Body>): Promise<Result>;
  done(outcome: DoneOf<Result>, params: Params<Address>): Next;
  /** The sentence for each refusal, beside the field it concerns (`form`: the whole). */
  refused(refusal: RefusedOf<Result>): Errors;
}

/** One press: no form of its own. Where it can't be done, `refused` says where to go and what to say there. */
export interface ActionRoute<Permission extends string, Address extends string, Body extends z.ZodType, Result extends Outcome>
  extends Rule<Permission> {
  body: Body;
  run(actor: Actor, params: Params<Address>, body: z.output<Body>): Promise<Result>;
  done(outcome: DoneOf<Result>, params: Params<Address>): Next;
  refused(refusal: RefusedOf<Result>, params: Params<Address>): Next;
}

/** A file to take away. It is never kept by a browser or a proxy. */
export interface FileRoute<Permission extends string, Address extends string> extends Rule<Permission> {
  load(
    actor: Actor,
    params: Params<Address>,
    query: Typed,
  ): Promise<{ name: string; type: string; body: Uint8Array | string; inline?: boolean } | null>;
}

/** For what fits none of these (an upload, a sign-in): the handler answers by itself. */
export interface OwnRoute<Permission extends string> extends Rule<Permission> {
  method: "GET" | "POST";
  /** Ask the form token of who is not signed in too: for the forms of signing in. */
  formToken?: boolean;
  /** A file comes along: the handler looks at the form token itself, with checkMultipartToken. */
  takesFile?: boolean;
  handle(request: FastifyRequest, reply: FastifyReply, actor: Actor | null, origin: Origin): Promise<unknown>;
}

export type Route<Permission extends string> = Readonly<{ address: string; rule: Rule<Permission> }> &
  (
    | { kind: "page"; page: PageRoute<Permission, string, unknown> }
    | { kind: "form"; form: FormRoute<Permission, string, unknown, z.ZodType, Outcome> }
    | { kind: "action"; action: ActionRoute<Permission, string, z.ZodType, Outcome> }
    | { kind: "file"; file: FileRoute<Permission, string> }
    | { kind: "own"; own: OwnRoute<Permission> }
  );

/** The makers of routes for one set of permissions. */
export function routesFor<Permission extends string>() {
  return {
    page: <Address extends string, Data>(address: Address, page: PageRoute<Permission, Address, Data>): Route<Permission> => ({
      kind: "page",
      address,
      rule: page,
      page,
    }),
    form: <Address extends string, Data, Body extends z.ZodType, Result extends Outcome>(
      address: Address,
      form: FormRoute<Permission, Address, Data, Body, Result>,
    ): Route<Permission> => ({ kind: "form", address, rule: form, form }),
    action: <Address extends string, Body extends z.ZodType, Result extends Outcome>(
      address: Address,
      action: ActionRoute<Permission, Address, Body, Result>,
    ): Route<Permission> => ({ kind: "action", address, rule: action, action }),
    file: <Address extends string>(address: Address, file: FileRoute<Permission, Address>): Route<Permission> => ({
      kind: "file",
      address,
      rule: file,
      file,
    }),
    own: (address: string, own: OwnRoute<Permission>): Route<Permission> => ({ kind: "own", address, rule: own, own }),
  };
}

export const trailEventsOf = (rule: Rule<string>): readonly string[] => (typeof rule.trail === "string" ? [rule.trail] : rule.trail);
