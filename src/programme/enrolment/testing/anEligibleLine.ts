import { assess } from "../../../pathway/assessment/server/assess.ts";
import { confirmCategory } from "../../../pathway/assessment/server/confirmCategory.ts";
import { openConfirmation } from "../../../pathway/assessment/server/door.ts";
import { aLine } from "../../../pathway/trajectory/testing/aLine.ts";
import { allow, involve } from "../../../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { NewFamily } from "../../../registry/server/door.ts";
import type { Region } from "../../../registry/testing/aRegion.ts";
import { recordConsent } from "../../../trust/consent/server/door.ts";
import { configurePilot } from "../../configuration/server/configurePilot.ts";

export interface People {
  readonly midwife: Actor;
  readonly nurse: Actor;
}

/** The pilot in a region of a test, from the first day of the year; `ceilings` for a small one. */
export const aPilot = (region: Region, ceilings: { 1?: number; 2?: number; flowOn?: number } = {}): Promise<string> =>
  configurePilot(region.asOwner, { startsOn: "2026-01-01", maternityCareOrganisationId: region.organisationId("maternityCare"), ceilings });

/** What of a family is left out or different. */
export interface Change {
  readonly family?: Partial<NewFamily>;
  readonly assessed?: boolean;
  readonly confirmed?: boolean;
  readonly registered?: boolean;
  readonly consents?: boolean;
}

/** An invented family that fits every criterion of pillar 1, but for what is changed. */
export async function anEligibleLine(
  region: Region,
  { midwife, nurse }: People,
  change: Change = {},
): Promise<{ trajectoryId: string; motherId: string; familyId: string }> {
  const line = await aLine(midwife, change.family);
  const { trajectoryId, motherId } = line;
  const all = ["identity", "signals", "assessment", "exploration", "plan", "maternity_care", "programme"] as const;
  await allow(midwife, line, nurse.organisationId, all);
  await involve(midwife, nurse, trajectoryId);
  if (change.registered !== false)
    await region.asOwner(
      "update trajectory set maternity_care_organisation_id = $2, maternity_care_registered_on = app.today() where id = $1",
      [trajectoryId, region.organisationId("maternityCare")],
    );
  if (change.consents !== false)
    await withActor(midwife, "consent.recorded", async ({ db, today }) => {
      const yes = { trajectoryId, aboutPerson: motherId, given: true, givenBy: "self", givenOn: today, way: "spoken" } as const;
      await recordConsent(db, {
        ...yes,
        purpose: "prenatal_home_visit",
        organisationId: nurse.organisationId,
        parts: ["identity", "exploration"],
      });
      await recordConsent(db, {
        ...yes,
        purpose: "triangle_consultation",
        organisationId: region.organisationId("maternityCare"),
        parts: ["identity", "programme", "maternity_care"],
      });
    });
  if (change.assessed !== false) await assessed(midwife, nurse, trajectoryId, change.confirmed !== false);
  return line;
}

/** Category c, and confirmed by both after the visit. */
async function assessed(midwife: Actor, nurse: Actor, trajectoryId: string, confirmed: boolean): Promise<void> {
  const judgements = { riskNow: true, urgentRisk: false, protectiveSufficient: false };
  await assess(midwife, { trajectoryId, judgements, chosen: "c", reason: null, seen: judgements, newestSeen: null });
  if (!confirmed) return;
  const confirmationId = await withActor(midwife, "assessment.asked", (work) =>
    openConfirmation(work, { trajectoryId, proposedCategory: "c", by: midwife }),
  );
  const outcome = await confirmCategory(nurse, {
    trajectoryId,
    confirmationId: confirmationId ?? "",
    version: 1,
    category: "c",
    reason: null,
  });
  if (outcome.code !== "done") throw new Error(`The category was not confirmed: ${outcome.code}`);
}
