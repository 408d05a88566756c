import type { Day } from "../../../kit/day.ts";
import type { AskedPurpose, ShareablePart } from "../../../trust/consent/consent.ts";
import { recordAnswer, type Recipient } from "../../../trust/consent/server/recordAnswer.ts";
import { did, type Cast } from "./cast.ts";

const shared: readonly ShareablePart[] = ["identity", "signals", "assessment", "exploration", "plan"];

/** What the family allows, as the midwife records it. */
export function consentActs({ region, chance, family, midwife }: Cast) {
  const own = { organisationId: midwife.organisationId };
  const jgz = { organisationId: region.organisationId("jgz") };
  const maternityCare = { organisationId: region.organisationId("gzl") };
  const allow = (purpose: AskedPurpose, recipients: readonly Recipient[], parts: readonly ShareablePart[], on: Day) =>
    did(
      `record consent ${purpose}`,
      recordAnswer(midwife, {
        trajectoryId: family.trajectoryId,
        about: family.motherId,
        purpose,
        recipients,
        parts,
        given: true,
        medicalToo: false,
        reason: null,
        withoutParentsReason: null,
        givenBy: "self",
        givenOn: on,
        way: chance.inHundred(50) ? "signed" : "spoken",
        until: null,
      }),
    );
  return {
    allowVisit: (on: Day) => allow("prenatal_home_visit", [jgz, own], shared, on),
    allowTriangle: (on: Day) => allow("triangle_consultation", [jgz, maternityCare, own], shared, on),
    allowProgramme: (on: Day) => allow("programme", [maternityCare], ["identity", "assessment", "programme", "maternity_care"], on),
    allowConference: (on: Day) => allow("case_conference", [{ role: "knooppunt_coordinator" }], ["identity", "assessment", "plan"], on),
  };
}
