import type { Day } from "../../../kit/day.ts";
import type { Pillar, Places, ProgrammeSettings } from "../../configuration/programme.ts";
import type { AnswerNow, Criterion, Request } from "../enrolment.ts";
import { entryOf, testCapacity } from "./capacity.ts";
import { testHomeVisit, testTriangle } from "./consents.ts";
import { testInsurer } from "./insurer.ts";
import { testMaternityCare, type MaternityCareFacts } from "./maternityCare.ts";
import { testNeed } from "./need.ts";
import { testResidence } from "./residence.ts";
import { testVulnerability, type CategoryFacts } from "./vulnerability.ts";

/** All that the criteria are tested on. There is no income in it, on purpose [001 3.3.1]. */
export interface EnrolmentFacts {
  readonly today: Day;
  readonly category: CategoryFacts | null;
  readonly insurer: string | null;
  /** Where the family lives today. */
  readonly municipality: { readonly code: string; readonly name: string | null } | null;
  readonly maternityCare: MaternityCareFacts;
  readonly homeVisit: AnswerNow | null;
  readonly triangle: AnswerNow | null;
  /** Day on which the family took the place in pillar 1 that it holds. */
  readonly pillar1Since: Day | null;
  readonly request: Request | null;
  readonly places: readonly Places[];
}

/** Every criterion of a pillar, in the order in which people look at them. */
export function testCriteria(pillar: Pillar, settings: ProgrammeSettings, facts: EnrolmentFacts): readonly Criterion[] {
  const { request, pillar1Since } = facts;
  return [
    testVulnerability(pillar, facts.category),
    ...(pillar === 2 ? [testNeed(request)] : []),
    testResidence(settings.area, facts.municipality),
    testInsurer(settings.insurers.list, facts.insurer, facts.today),
    testMaternityCare(settings.maternityCare, facts.maternityCare),
    testHomeVisit(pillar, { answer: facts.homeVisit, postnatalVisit: request?.postnatalVisit ?? null, pillar1Since }),
    testTriangle(facts.triangle),
    testCapacity(pillar, entryOf(pillar, pillar1Since !== null), facts.places),
  ];
}
