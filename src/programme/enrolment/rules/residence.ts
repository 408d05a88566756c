import type { ProgrammeSettings } from "../../configuration/programme.ts";
import type { Criterion } from "../enrolment.ts";
import { criterion } from "./criterion.ts";

const { met, notMet, unknown } = criterion("residence");

/** Lives in the area of the programme on the day of the decision, by the code of the municipality [001 3.4]. */
export function testResidence(
  area: ProgrammeSettings["area"],
  municipality: { readonly code: string; readonly name: string | null } | null,
): Criterion {
  if (municipality === null) return unknown("municipality-unknown");
  const { code, name } = municipality;
  return area.municipalities.includes(code)
    ? met("inside-area", { code, name, area: area.name })
    : notMet("outside-area", { code, name, area: area.name });
}
