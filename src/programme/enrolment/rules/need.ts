import type { Criterion, Request } from "../enrolment.ts";
import { criterion } from "./criterion.ts";

export type NeedFacts = Pick<Request, "need" | "agreedMinutes" | "familyAgreedOn" | "youthAgreedOn">;

const { met, notMet, unknown } = criterion("need");

/** Pillar 2: one of the three situations holds; question, goal and hours are agreed by the family and the professionals [001 3.3.2]. */
export function testNeed(request: NeedFacts | null): Criterion {
  if (request === null) return unknown("need-not-recorded");
  const { need, agreedMinutes, familyAgreedOn, youthAgreedOn } = request;
  if (need === "none") return notMet("need-none");
  if (familyAgreedOn === null) return unknown("need-family-not-agreed", { need });
  if (youthAgreedOn === null) return unknown("need-youth-not-agreed", { need });
  if (agreedMinutes === null) return unknown("need-hours-not-agreed", { need });
  return met("need-holds", { need, minutes: agreedMinutes, on: familyAgreedOn > youthAgreedOn ? familyAgreedOn : youthAgreedOn });
}
