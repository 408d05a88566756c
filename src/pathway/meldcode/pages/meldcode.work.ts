import type { WorkKinds } from "../../trajectory/workKind.ts";

/** Reminders with words that say nothing: a list may be seen by whoever passes. Kinds that begin with own- are never written about by e-mail. */
export const meldcodeWork: WorkKinds = {
  "own-step": {
    about: "Eigen afspraak",
    title: () => "Eigen afspraak nakomen",
    reason: () => "Een afspraak met uzelf, alleen voor u te zien.",
    action: "Openen",
    href: ({ subjectId }) => `/meldcode/${subjectId}`,
  },
  "own-advice": {
    about: "Eigen afspraak",
    title: () => "Een collega vraagt u om advies",
    reason: () => "Alleen voor u te zien. Termijn: 1 werkdag.",
    action: "Openen",
    href: ({ subjectId }) => `/meldcode/${subjectId}`,
  },
};
