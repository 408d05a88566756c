import { comeBackOf } from "./comeBack.ts";
import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ReactElement } from "react";
import type { Assets } from "../../design/assets.ts";
import type { PageContext } from "../../design/PageContext.ts";
import type { Actor } from "../db/actor.ts";
import { takeNotice } from "./notice.ts";
import { formTokenOwner } from "./server.ts";

/** What the server knows beside the routes: who may enter, the menu, the built files. Put together in main. */
export interface Site<Permission extends string> {
  /** The actor when the role may use this; raises NotSignedIn or NotAllowed otherwise. */
  enter(request: FastifyRequest, may: Permission): Actor;
  /** True for what needs no sign-in. */
  mayEnterWithout(may: Permission): boolean;
  nav(actor: Actor): readonly { href: string; label: string }[];
  roleName(role: string): string;
  readonly assets: Assets;
  readonly demonstration: boolean;
  /** The page of a fault where the general one won't do: what anybody may see in need has the numbers to call on it. */
  ownProblem(path: string, status: number): OwnProblem | null;
}

/** A page for a fault, in the language of who looks at it. */
export interface OwnProblem {
  readonly element: ReactElement;
  readonly language: PageContext["language"];
}

/** What a page knows of its request. */
export function pageContext(request: FastifyRequest, reply: FastifyReply): PageContext {
  const { actor } = request;
  const { site } = request.server;
  return {
    csrfToken: reply.generateCsrf({ userInfo: formTokenOwner(request) }),
    requestKey: randomUUID(),
    path: request.url.split("?")[0] ?? "/",
    comeBack: comeBackOf(request),
    language: "nl",
    nav: actor ? site.nav(actor) : [],
    user: actor ? { name: actor.name, role: site.roleName(actor.role), organisation: actor.organisation } : null,
    notice: takeNotice(request, reply),
    demonstration: site.demonstration,
    assets: site.assets,
    sessionSeconds: actor ? actor.idleMinutes * 60 : undefined,
  };
}

declare module "fastify" {
  interface FastifyInstance {
    site: Site<string>;
  }
}
