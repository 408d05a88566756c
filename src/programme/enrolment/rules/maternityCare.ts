import type { Day } from "../../../kit/day.ts";
import type { ProgrammeSettings } from "../../configuration/programme.ts";
import type { Criterion } from "../enrolment.ts";
import { criterion } from "./criterion.ts";

export interface MaternityCareFacts {
  readonly organisationId: string | null;
  readonly organisation: string | null;
  /** What was written where no organisation was recognised. */
  readonly written: string | null;
  readonly registeredOn: Day | null;
}

const { met, notMet, unknown } = criterion("maternity_care");

/** Registered with the maternity care of the programme [001 3.6]. Not registered yet is a to-do, no reason for a no. */
export function testMaternityCare(
  asked: ProgrammeSettings["maternityCare"],
  { organisationId, organisation, written, registeredOn }: MaternityCareFacts,
): Criterion {
  if (organisationId === asked.organisationId) return met("maternity-care-registered", { name: asked.name, on: registeredOn });
  if (organisationId !== null) return notMet("maternity-care-elsewhere", { name: organisation, asked: asked.name });
  return written?.trim()
    ? unknown("maternity-care-not-recognised", { written: written.trim(), asked: asked.name })
    : unknown("maternity-care-not-recorded", { asked: asked.name });
}
