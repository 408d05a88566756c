import type { FastifyReply, FastifyRequest } from "fastify";
import type { ReactElement } from "react";
import { z } from "zod";
import type { Values } from "../../design/Errors.ts";
import { goTo, showPage } from "../../platform/http/mount.ts";
import { NotFound } from "../../platform/http/problems.ts";
import { originOf, type Origin } from "../../platform/http/request.ts";
import { requestKeyOf } from "../../platform/http/requestKey.ts";
import { SignedOut } from "../../platform/db/withActor.ts";
import { own } from "../../trust/access/route.ts";
import type { PortalLanguage, Relative } from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";
import { forgetFamily, readFamilyCookie, readLanguage } from "../server/familyCookie.ts";
import { findRelative } from "../server/withFamily.store.ts";

/** What a page of the family is asked with. */
export interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly origin: Origin;
  readonly me: Relative;
}

export type Answer = Promise<FastifyReply>;

/** One typed value of a form; empty when it isn't there. */
export function typed(request: FastifyRequest, name: string): string {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return typeof value === "string" ? value.replaceAll("\0", "").trim() : "";
}

/** What was ticked under one name. */
export function ticks(request: FastifyRequest, name: string): readonly string[] {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return [value].flat().filter((one) => typeof one === "string" && one !== "") as string[];
}

/** What is no id is nothing of hers. */
export function idOf({ request }: Pick<Visit, "request">, name: string): string {
  const id = z.uuid().safeParse(param(request, name));
  if (!id.success) throw new NotFound();
  return id.data;
}

export const versionOf = ({ request }: Pick<Visit, "request">): number => {
  const version = z.coerce.number().int().min(0).max(1_000_000).safeParse(typed(request, "versie"));
  return version.success ? version.data : 0;
};

export const typedValues = (request: FastifyRequest, ...names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, typed(request, name)]));

export const param = (request: FastifyRequest, name: string): string => {
  const value = ((request.params ?? {}) as Record<string, unknown>)[name];
  return typeof value === "string" ? value : "";
};

/** The language that she pressed, else Dutch: before anybody knows who she is. */
export const languageAt = (request: FastifyRequest): PortalLanguage => readLanguage(request) ?? "nl";

export const show = ({ request, reply }: Pick<Visit, "request" | "reply">, language: PortalLanguage, element: ReactElement): FastifyReply =>
  showPage(request, reply, element, language);

/** Whose page it is: hers alone, or of everyone who is signed in here. */
type Whose = (me: Relative) => boolean;
const hers: Whose = ({ isMother }) => isMother;
export const everyones: Whose = () => true;
/** The mother, and her partner while she shares her plan with him. */
export const plansReader: Whose = ({ readsPlan }) => readsPlan;

/** A page or a press of someone who is signed in here; whoever isn't goes to the family's own door, never to the professionals'. */
export function familyRoute(
  method: "GET" | "POST",
  address: string,
  trail: string | readonly string[],
  run: (visit: Visit) => Answer,
  whose: Whose = hers,
) {
  return own(address, {
    may: "public",
    trail,
    method,
    ...(method === "POST" && { formToken: true }),
    handle: async (request, reply) => {
      const origin = originOf(request);
      const token = readFamilyCookie(request);
      const found = token === null ? null : await findRelative(token, origin);
      if (!found) return toDoor(request, reply, token !== null);
      if (!whose(found)) throw new NotFound();
      const me: Relative = {
        ...found,
        language: readLanguage(request) ?? found.language,
        events: [trail].flat(),
        requestKey: method === "POST" ? keyOf(request, found) : null,
      };
      try {
        return await run({ request, reply, origin, me });
      } catch (error) {
        if (error instanceof SignedOut) return toDoor(request, reply, true);
        throw error;
      }
    },
  });
}

function keyOf(request: FastifyRequest, me: Relative): string | null {
  const { _csrf, _key, ...fields } = (request.body ?? {}) as Record<string, unknown>;
  return requestKeyOf(me, request.url, _key, fields);
}

function toDoor(request: FastifyRequest, reply: FastifyReply, was: boolean): FastifyReply {
  if (was) forgetFamily(reply);
  const language = languageAt(request);
  return goTo(reply, { to: "/mijn/aanmelden", ...(was && { notice: { tone: "info" as const, text: portalTexts[language].door.ended } }) });
}
