import type { AnswerInput } from "../server/recordAnswer.ts";

/** A yes of today's woman to the prenatal home visit, to nobody yet; a test says about whom and to whom. */
export const anAnswer = (part: Partial<AnswerInput> & Pick<AnswerInput, "trajectoryId" | "about">): AnswerInput => ({
  purpose: "prenatal_home_visit",
  given: true,
  recipients: [],
  parts: ["identity", "signals", "assessment", "exploration", "plan"],
  medicalToo: false,
  reason: null,
  withoutParentsReason: null,
  givenBy: "self",
  givenOn: "2026-11-09",
  way: "spoken",
  until: null,
  ...part,
});
