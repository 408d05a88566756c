import { z } from "zod";
import { goTo } from "../../../platform/http/mount.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { own } from "../../access/route.ts";
import { ownAddress } from "../rules/nextAddress.ts";
import { readStepCookie, writeStepCookie } from "../server/sessionCookie.ts";
import { beginProvider, returnFromProvider } from "../server/signInWithProvider.ts";
import { sayRefusal } from "../signIn.texts.ts";
import { showDoor } from "./signIn.routes.tsx";
import { addressValue, follow, queryValue, visitorOf } from "./visitor.ts";

/** To the identity provider of an organisation, and back. */
export const providerRoutes = [
  own("/aanmelden/extern/terug/:organisation", {
    may: "public",
    trail: ["session.provider", "session.started", "session.refused"],
    method: "GET",
    handle: async (request, reply) => {
      const outcome = await returnFromProvider(visitorOf(request), readStepCookie(request), {
        organisationId: addressValue(request, "organisation"),
        query: request.url.split("?")[1] ?? "",
      });
      if (outcome.code === "done") return follow(request, reply, outcome);
      return goTo(reply, { to: "/aanmelden", notice: { tone: "late", text: sayRefusal(outcome) } }); // away from the address with the code
    },
  }),
  own("/aanmelden/extern/:provider", {
    may: "public",
    trail: ["session.provider", "session.refused"],
    method: "GET",
    handle: async (request, reply) => {
      const provider = z.uuid().safeParse(addressValue(request, "provider"));
      const next = ownAddress(queryValue(request, "naar"));
      const outcome = provider.success ? await beginProvider(visitorOf(request), provider.data, next) : null;
      if (!outcome) throw new NotFound();
      if (outcome.code !== "done")
        return showDoor(request, reply.code(outcome.code === "wait" ? 429 : 503), { next: next ?? "", problem: sayRefusal(outcome) });
      writeStepCookie(reply, outcome.step);
      return reply.redirect(outcome.address, 303);
    },
  }),
];
