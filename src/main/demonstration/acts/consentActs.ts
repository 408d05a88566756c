import type { Day } from "../../../kit/day.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { AskedPurpose, ShareablePart } from "../../../trust/consent/consent.ts";
import { listAnswers } from "../../../trust/consent/server/door.ts";
import { recordAnswer, type Recipient } from "../../../trust/consent/server/recordAnswer.ts";
import { withdrawAnswer } from "../../../trust/consent/server/withdrawAnswer.ts";
import { consentListeners } from "../../consentListeners.ts";
import { did, type Cast } from "./cast.ts";

const shared: readonly ShareablePart[] = ["identity", "signals", "assessment", "exploration", "plan"];

/** What the family allows, as the midwife records it. */
export function consentActs({ region, chance, family, midwife }: Cast) {
  const own = { organisationId: midwife.organisationId };
  const jgz = { organisationId: region.organisationId("jgz") };
  const maternityCare = { organisationId: region.organisationId("gzl") };
  const answer = (
    purpose: AskedPurpose,
    on: Day,
    said: { given: boolean; recipients?: readonly Recipient[]; parts?: readonly ShareablePart[]; reason?: string },
  ) => {
    const { recipients = [], parts = [], reason = null, given } = said;
    const about = { trajectoryId: family.trajectoryId, about: family.motherId, purpose, recipients, parts, given, reason };
    const way = chance.inHundred(50) ? ("signed" as const) : ("spoken" as const);
    const how = { medicalToo: false, withoutParentsReason: null, givenBy: "self" as const, givenOn: on, way, until: null };
    return did(`record the answer to ${purpose}`, recordAnswer(midwife, { ...about, ...how }, consentListeners));
  };
  const allow = (purpose: AskedPurpose, recipients: readonly Recipient[], parts: readonly ShareablePart[], on: Day) =>
    answer(purpose, on, { given: true, recipients, parts });
  return {
    allowVisit: (on: Day) => allow("prenatal_home_visit", [jgz], shared, on),
    allowTriangle: (on: Day) => allow("triangle_consultation", [jgz, maternityCare, own], [...shared, "maternity_care"], on),
    allowProgramme: (on: Day) => allow("programme", [maternityCare, jgz], ["identity", "assessment", "programme", "maternity_care"], on),
    allowConference: (on: Day) =>
      allow("case_conference", [{ role: "conference" }, { role: "knooppunt_coordinator" }], ["identity", "assessment", "plan"], on),
    /** What a municipality needs to know to lead. */
    allowSharing: (organisation: string, on: Day) =>
      allow("sharing", [{ organisationId: region.organisationId(organisation) }], ["identity", "signals", "assessment", "plan"], on),
    refuseConsent: (purpose: AskedPurpose, reason: string, on: Day) => answer(purpose, on, { given: false, reason }),
    withdraw: async (purpose: AskedPurpose) => {
      const answers = await withActor(midwife, "consent.read", ({ db }) => listAnswers(db, family.trajectoryId));
      const found = answers.find((one) => one.purpose === purpose && one.given && one.withdrawnOn === null);
      const consent = { trajectoryId: family.trajectoryId, consentId: found?.id ?? "", version: found?.version ?? 0 };
      await did("withdraw a consent", withdrawAnswer(midwife, consent, consentListeners));
    },
  };
}
