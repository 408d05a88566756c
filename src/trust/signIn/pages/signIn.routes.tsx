import { withNobody } from "../../../platform/db/withNobody.ts";
import { goTo, showPage } from "../../../platform/http/mount.ts";
import { own } from "../../access/route.ts";
import { endSession, isDemonstration, listJobs } from "../server/session.store.ts";
import { forgetSession, readSessionCookie } from "../server/sessionCookie.ts";
import { SignInPage } from "./SignInPage.tsx";

export const signInRoutes = [
  own("/aanmelden", {
    may: "public", trail: "session.door", method: "GET",
    handle: async (request, reply, _actor, origin) => {
      const jobs = (await isDemonstration()) ? await withNobody("session.door", origin, (db) => listJobs(db)) : [];
      const next = (request.query as { naar?: string }).naar ?? "/werk";
      return showPage(request, reply, <SignInPage jobs={jobs} next={next} />);
    },
  }),
  own("/afmelden", {
    may: "public", trail: "session.ended", method: "POST",
    handle: async (request, reply, _actor, origin) => {
      const token = readSessionCookie(request);
      if (token) await withNobody("session.ended", origin, (db) => endSession(db, token));
      forgetSession(reply);
      return goTo(reply, { to: "/aanmelden", notice: { text: "U bent afgemeld." } });
    },
  }),
  own("/sessie/verlengen", {
    may: "signed-in", trail: "session.kept", method: "POST",
    handle: async (_request, reply) => reply.code(204).send(), // reading the session kept it alive
  }),
];
