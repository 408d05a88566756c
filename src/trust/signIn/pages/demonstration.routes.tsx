import { z } from "zod";
import { goTo } from "../../../platform/http/mount.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { own } from "../../access/route.ts";
import { isDemonstration, listJobs, startSession } from "../server/session.store.ts";
import { writeSessionCookie } from "../server/sessionCookie.ts";

const choice = z.object({ membership: z.uuid(), naar: z.string().optional() });

/** Signing in as anyone of the demonstration region, with two clicks. It works in a database that was filled as a demonstration alone. */
export const demonstrationRoutes = [
  own("/aanmelden/demonstratie", {
    may: "public", trail: "session.started", method: "POST",
    handle: async (request, reply, _actor, origin) => {
      if (!(await isDemonstration())) throw new NotFound();
      const chosen = choice.parse(request.body);
      const token = await withNobody("session.started", origin, async (db) => {
        const job = (await listJobs(db)).find((one) => one.membershipId === chosen.membership);
        if (!job) throw new NotFound();
        return startSession(db, { ...job, secondFactor: true });
      });
      writeSessionCookie(request, reply, token);
      return goTo(reply, { to: safeNext(chosen.naar) });
    },
  }),
];

/** Only an address of our own, so that nobody can send someone away after signing in. */
export const safeNext = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : "/werk");
