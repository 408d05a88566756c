import type { Day } from "../../../kit/day.ts";
import type { ProgrammeSettings } from "../../configuration/programme.ts";
import { testInsurer } from "./insurer.ts";
import { testMaternityCare } from "./maternityCare.ts";
import { testResidence } from "./residence.ts";

/** What the figures of a programme look at in a family that waits for a decision. */
export interface WaitingFacts {
  readonly municipality: string | null;
  readonly insurer: string | null;
  readonly maternityCareOrganisationId: string | null;
}

/** Whether a family could get a place by these figures on that day: nothing in the way, an open question, or a no. Her own answers and the places are left out. */
export function fitsSettings(settings: ProgrammeSettings, facts: WaitingFacts, on: Day): "fits" | "open" | "fits_not" {
  const { inflowUntil } = settings.windows;
  const outcomes = [
    testResidence(settings.area, facts.municipality === null ? null : { code: facts.municipality, name: null }),
    testInsurer(settings.insurers.list, facts.insurer, on),
    testMaternityCare(settings.maternityCare, {
      organisationId: facts.maternityCareOrganisationId,
      organisation: null,
      written: null,
      registeredOn: null,
    }),
  ].map(({ outcome }) => outcome);
  if (outcomes.includes("not_met") || (inflowUntil !== null && on > inflowUntil)) return "fits_not";
  return outcomes.includes("unknown") ? "open" : "fits";
}
