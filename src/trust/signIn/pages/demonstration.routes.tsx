import { z } from "zod";
import { withNobody } from "../../../platform/db/withNobody.ts";
import { goTo } from "../../../platform/http/mount.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { own } from "../../access/route.ts";
import { ownAddress, startPageOf } from "../rules/nextAddress.ts";
import { isDemonstration, listJobs, startSession } from "../server/session.store.ts";
import { takeSession } from "./visitor.ts";

const choice = z.object({ membership: z.uuid(), naar: z.string().optional() });

/** Signing in as anyone of the demonstration region, with two clicks. It works in a database that was filled as a demonstration alone. */
export const demonstrationRoutes = [
  own("/aanmelden/demonstratie", {
    may: "public",
    trail: "session.started",
    method: "POST",
    formToken: true,
    handle: async (request, reply, _actor, origin) => {
      const chosen = choice.safeParse(request.body);
      if (!chosen.success || !(await isDemonstration())) throw new NotFound();
      const signedIn = await withNobody("session.started", origin, async (db) => {
        const job = (await listJobs(db)).find((one) => one.membershipId === chosen.data.membership);
        if (!job) throw new NotFound();
        return { token: await startSession(db, job), role: job.role };
      });
      await takeSession(request, reply, signedIn.token);
      return goTo(reply, { to: ownAddress(chosen.data.naar) ?? startPageOf(signedIn.role) });
    },
  }),
];
