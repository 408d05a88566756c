import type { Day } from "../../../kit/day.ts";
import type { Pillar } from "../../configuration/programme.ts";
import type { CriterionCode } from "../../letters/letter.ts";
import type { AnswerNow, Criterion } from "../enrolment.ts";
import { criterion } from "./criterion.ts";

export interface HomeVisitFacts {
  readonly answer: AnswerNow | null;
  /** Found after birth: the answer to the postnatal visit. */
  readonly postnatalVisit: boolean | null;
  /** The family holds a place in pillar 1, for which it agreed to the visit. */
  readonly pillar1Since: Day | null;
}

/** Agrees to the prenatal home visit; for pillar 2 found after birth to the postnatal one [001 3.6, 3.3.2]. */
export function testHomeVisit(pillar: Pillar, { answer, postnatalVisit, pillar1Since }: HomeVisitFacts): Criterion {
  const { met, notMet } = criterion("home_visit_consent");
  const prenatal = testAnswer("home_visit_consent", answer);
  if (pillar === 1 || prenatal.outcome === "met") return prenatal;
  if (postnatalVisit !== null) return postnatalVisit ? met("postnatal-visit-agreed") : notMet("postnatal-visit-refused");
  return pillar1Since === null ? prenatal : met("agreed-at-pillar-1", { on: pillar1Since });
}

/** Consents to consultation of midwife, maternity-care assistant and youth nurse [001 3.6]. */
export const testTriangle = (answer: AnswerNow | null): Criterion => testAnswer("triangle_consent", answer);

/** Never asked, or asked so long ago that it ran out: a question for the family, no "no". */
function testAnswer(code: CriterionCode, answer: AnswerNow | null): Criterion {
  const { met, notMet, unknown } = criterion(code);
  if (answer === null) return unknown("consent-not-asked");
  const { given, inForce, givenOn, withdrawnOn, until } = answer;
  if (!given) return notMet("consent-refused", { on: givenOn });
  if (withdrawnOn !== null) return notMet("consent-withdrawn", { on: withdrawnOn });
  return inForce ? met("consent-given", { on: givenOn, until }) : unknown("consent-expired", { on: until });
}
