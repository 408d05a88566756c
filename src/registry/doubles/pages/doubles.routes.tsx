import { z } from "zod";
import { action, isRole, mayUse, page } from "../../../trust/access/route.ts";
import { decideDouble, goOnTogether, markMergeSeen, readMerge, readReview, readReviews, undoMerge } from "../server/reviewDoubles.ts";
import { MergePage } from "./MergePage.tsx";
import { ReviewPage } from "./ReviewPage.tsx";
import { ReviewsPage } from "./ReviewsPage.tsx";

const reviewer = "role:neutral_reviewer" as const;

/** The neutral reviewer's work, and what a merge means for the two organisations. */
export const doublesRoutes = [
  page("/dubbelen", { may: reviewer, trail: "double.listed", load: readReviews, show: (reviews) => <ReviewsPage reviews={reviews} /> }),
  page("/dubbelen/:review", {
    may: reviewer,
    trail: "double.read",
    load: (actor, { review }) => readReview(actor, review),
    show: (opened) => <ReviewPage {...opened} />,
  }),
  action("/dubbelen/:review/besluit", {
    may: reviewer,
    trail: "double.decided",
    body: z.object({ same: z.enum(["ja", "nee"]) }),
    run: (actor, { review }, { same }) => decideDouble(actor, review, same === "ja"),
    done: ({ same }) => ({
      to: "/dubbelen",
      notice: { text: same ? "Samengevoegd. Beide organisaties krijgen bericht." : "Vastgelegd: het zijn twee gezinnen." },
    }),
    refused: () => ({ to: "/dubbelen", notice: { tone: "info", text: "Dit was al beoordeeld." } }),
  }),
  action("/dubbelen/:review/ongedaan", {
    may: reviewer,
    trail: "double.undone",
    body: z.object({}),
    run: (actor, { review }) => undoMerge(actor, review),
    done: () => ({ to: "/dubbelen", notice: { text: "Ongedaan gemaakt: het zijn weer twee lijnen." } }),
    refused: () => ({ to: "/dubbelen", notice: { tone: "info", text: "Er is niets ongedaan te maken." } }),
  }),
  page("/samenvoegingen/:merge", {
    may: "identity.read",
    trail: "merge.read",
    load: async (actor, { merge }) => {
      const found = await readMerge(actor, merge);
      return found && { merge: found, mayWrite: isRole(actor.role) && mayUse(actor.role, "identity.write") };
    },
    show: ({ merge, mayWrite }) => <MergePage merge={merge} mayWrite={mayWrite} />,
  }),
  action("/samenvoegingen/:merge/gezien", {
    may: "identity.read",
    trail: "merge.seen",
    body: z.object({}),
    run: (actor, { merge }) => markMergeSeen(actor, merge),
    done: () => ({ to: "/werk", notice: { text: "Dit staat niet meer op de lijst." } }),
    refused: () => ({ to: "/werk", notice: { tone: "info", text: "Dit staat niet meer op de lijst." } }),
  }),
  action("/samenvoegingen/:merge/verder", {
    may: "identity.write",
    trail: "merge.finished",
    body: z.object({}),
    run: (actor, { merge }) => goOnTogether(actor, merge),
    done: ({ trajectory }) => ({ to: `/gezinnen/${trajectory}`, notice: { text: "U werkt verder op de gezamenlijke lijn." } }),
    refused: (_, { merge }) => ({ to: `/samenvoegingen/${merge}`, notice: { tone: "info", text: "Dat kan nog niet, of niet meer." } }),
  }),
];
