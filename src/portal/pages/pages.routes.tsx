import { z } from "zod";
import { goTo, showPage } from "../../platform/http/mount.ts";
import { NotFound } from "../../platform/http/problems.ts";
import { action, enter, own, page } from "../../trust/access/route.ts";
import { pageOwners } from "../portal.ts";
import { hindranceOf } from "../portalProfessional.texts.ts";
import { invite, readPages, seenPages, stopPagesOf, takeInvitationBack } from "../server/invite.ts";
import { InvitedPage, PagesPage } from "./PagesPage.tsx";
import { param, typed } from "./relative.ts";

const base = "/gezinnen/:trajectory/eigen-pagina";
const here = (trajectory: string): string => `/gezinnen/${trajectory}/eigen-pagina`;
const nothing = z.object({});
const ofWhom = z.object({ wie: z.enum(pageOwners).default("mother") });
const invited = ofWhom.extend({
  email: z
    .union([z.literal(""), z.email().max(254)])
    .optional()
    .transform((typed) => typed || null),
});
const nothingToDo = { tone: "info", text: "Er is niets meer te stoppen." } as const;

/** What a professional arranges for the mother's own pages. */
export const familyPagesRoutes = [
  page(base, {
    may: "identity.read",
    trail: "portal.access-read",
    load: (actor, { trajectory }) => readPages(actor, trajectory),
    show: (data) => <PagesPage data={data} />,
  }),
  own(`${base}/uitnodigen`, {
    may: "identity.write",
    trail: "portal.invited",
    method: "POST",
    handle: async (request, reply) => {
      const trajectory = param(request, "trajectory");
      const asked = invited.safeParse(request.body ?? {});
      if (!asked.success)
        return goTo(reply, { to: here(trajectory), notice: { tone: "late", text: "Vul een e-mailadres in zoals naam@voorbeeld.nl" } });
      const { wie: owner, email } = asked.data;
      // without the key of its form: a code is shown once, so sent again it is a new one
      const outcome = await invite({ ...enter(request, "identity.write"), events: ["portal.invited"] }, trajectory, { owner, email });
      if (outcome.code === "not-visible") throw new NotFound();
      if (outcome.code !== "done")
        return goTo(reply, { to: here(trajectory), notice: { tone: "late", text: hindranceOf(outcome.code, owner) } });
      const { letter } = outcome.invited;
      if (typed(request, "manier") !== "brief" || letter === null)
        return showPage(request, reply, <InvitedPage trajectoryId={trajectory} invited={outcome.invited} owner={owner} />);
      return reply.header("content-disposition", 'attachment; filename="brief.pdf"').type("application/pdf").send(Buffer.from(letter));
    },
  }),
  action(`${base}/intrekken`, {
    may: "identity.write",
    trail: "portal.invitation-withdrawn",
    body: ofWhom,
    run: (actor, { trajectory }, { wie }) => takeInvitationBack(actor, trajectory, wie),
    done: (_, { trajectory }) => ({ to: here(trajectory), notice: { text: "De code werkt niet meer." } }),
    refused: (_, { trajectory }) => ({ to: here(trajectory), notice: nothingToDo }),
  }),
  action(`${base}/stoppen`, {
    may: "identity.write",
    trail: "portal.stopped",
    body: ofWhom,
    run: (actor, { trajectory }, { wie }) => stopPagesOf(actor, trajectory, wie),
    done: (_, { trajectory }) => ({ to: here(trajectory), notice: { text: "De eigen pagina is gestopt, op elk apparaat." } }),
    refused: (_, { trajectory }) => ({ to: here(trajectory), notice: nothingToDo }),
  }),
  action(`${base}/gezien`, {
    may: "identity.read",
    trail: "portal.seen",
    body: nothing,
    run: (actor, { trajectory }) => seenPages(actor, trajectory),
    done: (_, { trajectory }) => ({ to: here(trajectory), notice: { text: "Van uw lijst gehaald." } }),
    refused: (_, { trajectory }) => ({ to: here(trajectory) }),
  }),
];
