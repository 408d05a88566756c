import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ReactElement } from "react";
import { z } from "zod";
import type { Errors, Values } from "../../design/Errors.ts";
import type { PageContext } from "../../design/PageContext.ts";
import { renderDocument } from "../../design/renderDocument.tsx";
import type { Actor } from "../db/actor.ts";
import { comeBackOf } from "./comeBack.ts";
import { NotFound } from "./problems.ts";
import { requestKeyOf } from "./requestKey.ts";
import { rememberNotice } from "./notice.ts";
import { originOf, type Typed } from "./request.ts";
import { trailEventsOf, type Next, type OwnRoute, type Route } from "./route.ts";
import { pageContext, type Site } from "./site.ts";

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Puts routes on the server. Each handler first asks whether the role may use the route at all; the database decides on the rows. */
export function mountRoutes<Permission extends string>(
  server: FastifyInstance,
  routes: readonly Route<Permission>[],
  site: Site<Permission>,
): void {
  for (const route of routes)
    for (const [method, handler] of Object.entries(handlersOf(route, site))) {
      const config = route.kind === "own" ? { takesFile: route.own.takesFile ?? false, formToken: route.own.formToken ?? false } : {};
      server.route({ method, url: route.address, handler, config });
    }
}

function handlersOf<Permission extends string>(route: Route<Permission>, site: Site<Permission>): Record<string, Handler> {
  const guarded =
    (run: (request: FastifyRequest, reply: FastifyReply, actor: Actor) => Promise<unknown>): Handler =>
    async (request, reply) => {
      checkIds(request);
      const actor = site.enter(request, route.rule.may);
      const onlyLooks = request.method === "GET";
      return run(request, reply, { ...actor, events: trailEventsOf(route.rule), requestKey: null, onlyLooks });
    };
  switch (route.kind) {
    case "page":
      return {
        GET: guarded(async (request, reply, actor) => {
          const data = found(await route.page.load(actor, paramsOf(request), request.query as Typed));
          return showPage(request, reply, route.page.show(data, paramsOf(request)));
        }),
      };
    case "file":
      return {
        GET: guarded(async (request, reply, actor) => {
          const file = found(await route.file.load(actor, paramsOf(request), request.query as Typed));
          return reply
            .header("content-disposition", `${file.inline ? "inline" : "attachment"}; filename="${file.name}"`)
            .type(file.type)
            .send(typeof file.body === "string" ? file.body : Buffer.from(file.body));
        }),
      };
    case "action":
      return {
        POST: guarded(async (request, reply, actor) => {
          const body = route.action.body.safeParse(typedBody(request));
          if (!body.success) throw new NotFound(); // a press carries nothing that a person typed
          const outcome = await route.action.run(withKey(actor, request), paramsOf(request), body.data);
          return goTo(
            reply,
            outcome.code === "done"
              ? route.action.done(outcome as never, paramsOf(request))
              : route.action.refused(outcome, paramsOf(request)),
          );
        }),
      };
    case "form":
      return formHandlers(route, guarded);
    case "own":
      return { [route.own.method]: ownHandler(route.own, site) };
  }
}

const ownHandler =
  <Permission extends string>(own: OwnRoute<Permission>, site: Site<Permission>): Handler =>
  async (request, reply) => {
    checkIds(request);
    const actor = site.mayEnterWithout(own.may) ? request.actor : site.enter(request, own.may);
    return own.handle(request, reply, actor && { ...actor, events: trailEventsOf(own), requestKey: null }, originOf(request));
  };

function formHandlers<Permission extends string>(
  route: Extract<Route<Permission>, { kind: "form" }>,
  guarded: (run: (request: FastifyRequest, reply: FastifyReply, actor: Actor) => Promise<unknown>) => Handler,
): Record<string, Handler> {
  const { form } = route;
  const show = async (request: FastifyRequest, reply: FastifyReply, actor: Actor, values: Values, errors: Errors) => {
    const data = found(await form.load(actor, paramsOf(request), request.query as Typed));
    return showPage(request, reply, form.show({ data, values, errors }, paramsOf(request)));
  };
  return {
    GET: guarded((request, reply, actor) => show(request, reply, actor, {}, {})),
    POST: guarded(async (request, reply, actor) => {
      const typed = typedBody(request);
      const body = form.body.safeParse(typed);
      if (!body.success) return show(request, reply.code(422), actor, typed, errorsOf(body.error));
      const outcome = await form.run(withKey(actor, request), paramsOf(request), body.data);
      if (outcome.code !== "done") return show(request, reply.code(422), actor, typed, form.refused(outcome));
      const next = form.done(outcome as never, paramsOf(request));
      return goTo(reply, { ...next, to: comeBackOf(request) ?? next.to });
    }),
  };
}

/** Sends a page. Care pages are kept in no cache of a browser or a proxy. */
export function showPage(
  request: FastifyRequest,
  reply: FastifyReply,
  element: ReactElement,
  language: PageContext["language"] = "nl",
): FastifyReply {
  return reply.type("text/html; charset=utf-8").send(renderDocument(element, { ...pageContext(request, reply), language }));
}

/** 303: the browser fetches the next page, and a refresh sends nothing again. */
export function goTo(reply: FastifyReply, next: Next): FastifyReply {
  if (next.notice) rememberNotice(reply, { tone: next.notice.tone ?? "ok", text: next.notice.text });
  return reply.redirect(next.to, 303);
}

/** The first sentence for each field that is not right. */
export function errorsOf(error: z.ZodError): Errors {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[issue.path.map(String).join(".") || "form"] ??= issue.message;
  return errors;
}

const uuid = z.uuid();

/** An id in an address that is no id gets the same answer as one that does not exist. */
function checkIds(request: FastifyRequest): void {
  for (const value of Object.values<string>(paramsOf(request))) {
    if (/^[0-9a-f]{8}-/i.test(value) ? !uuid.safeParse(value).success : value.length > 64 || value.includes("\0")) throw new NotFound();
  }
}

/** With the key of the form that was sent (requestKey.ts). */
function withKey(actor: Actor, request: FastifyRequest): Actor {
  const { _csrf, _key, ...fields } = typedBody(request);
  return { ...actor, requestKey: requestKeyOf(actor, request.url, _key, fields) };
}

const paramsOf = (request: FastifyRequest): never => (request.params ?? {}) as never;

/** A null byte can't be stored as text and is nothing a person types. */
function typedBody(request: FastifyRequest): Typed {
  const clean = (value: unknown): string => String(value).replaceAll("\0", "");
  return Object.fromEntries(
    Object.entries((request.body ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(clean) : clean(value),
    ]),
  );
}

function found<Data>(data: Data | null): NonNullable<Data> {
  if (data === null || data === undefined) throw new NotFound();
  return data;
}
