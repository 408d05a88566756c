import { page, isRole, mayUse } from "../../../trust/access/route.ts";
import { readSharedQuestions } from "../server/readSharedQuestions.ts";
import { SharedQuestionsPage } from "./SharedQuestionsPage.tsx";

const typed = (value: unknown, shape: RegExp): string | null => (typeof value === "string" && shape.test(value) ? value : null);

/** Figures about questions for help, for municipalities and the project group. */
export const sharedQuestionsRoutes = [
  page("/cijfers/hulpvragen", {
    may: "shared-questions",
    trail: "shared-questions.read",
    load: async (actor, _params, query) => ({
      data: await readSharedQuestions(actor, {
        quarter: typed(query["kwartaal"], /^\d{4}-(?:01|04|07|10)-01$/),
        municipality: typed(query["gemeente"], /^GM\d{4}$/),
      }),
      mayStart: isRole(actor.role) && mayUse(actor.role, "referrals.write"),
    }),
    show: (props) => <SharedQuestionsPage {...props} />,
  }),
];
