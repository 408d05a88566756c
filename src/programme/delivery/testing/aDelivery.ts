import { randomUUID } from "node:crypto";
import { momentAt } from "../../../kit/moment.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { anEligibleLine, type People } from "../../enrolment/testing/anEligibleLine.ts";
import { allow, involve } from "../../../pathway/trajectory/testing/involve.ts";
import type { Region } from "../../../registry/testing/aRegion.ts";
import { maternityLimits } from "../server/maternityLimits.ts";
import { planVisits } from "../server/planVisit.ts";
import { recordVisit, type NewRecord } from "../server/recordVisit.ts";

/** The people around a family with maternity care. */
export interface Carers extends People {
  readonly coordinator: Actor;
  readonly assistant: Actor;
}

export const carers = async (region: Region): Promise<Carers> => ({
  midwife: await region.actor("midwife", "practice"),
  nurse: await region.actor("youth_nurse", "youthHealth"),
  coordinator: await region.actor("maternity_coordinator", "maternityCare", "Marga Wolters"),
  assistant: await region.actor("maternity_assistant", "maternityCare", "Joke Peeters"),
});

/** An invented family, born on a day, whose maternity care is involved. */
export async function aFamilyInCare(
  region: Region,
  who: Carers,
  bornOn: string | null,
): Promise<{ trajectoryId: string; motherId: string; familyId: string }> {
  const line = await anEligibleLine(region, who);
  await allow(who.midwife, line, who.coordinator.organisationId, ["identity", "signals", "plan", "maternity_care", "programme"]);
  await allow(who.midwife, line, who.midwife.organisationId, ["maternity_care"]);
  await involve(who.midwife, who.coordinator, line.trajectoryId);
  if (bornOn !== null) await region.asOwner("update trajectory set born_on = $2 where id = $1", [line.trajectoryId, bornOn]);
  return line;
}

/** Plans a visit on a day, from one time to another. */
export const plan = (
  by: Actor,
  trajectoryId: string,
  day: string,
  from: string,
  until: string,
  change: { assistantId: string; id?: string; why?: string | null; kind?: "maternity" | "flexible" },
) =>
  withActor(by, "visit.planned", (work) =>
    planVisits(
      work,
      by,
      {
        trajectoryId,
        kind: change.kind ?? "maternity",
        visits: [
          {
            id: change.id ?? randomUUID(),
            assistantId: change.assistantId,
            from: momentAt(day, from),
            until: momentAt(day, until),
            agreed: null,
            why: change.why ?? null,
          },
        ],
      },
      maternityLimits,
    ),
  );

/** What an assistant sends of a visit. */
export const aRecord = (trajectoryId: string, day: string, from: string, until: string, change: Partial<NewRecord> = {}): NewRecord => ({
  id: randomUUID(),
  trajectoryId,
  kind: "maternity",
  startedAt: momentAt(day, from),
  endedAt: momentAt(day, until),
  breakMinutes: 0,
  contents: [],
  observation: null,
  why: null,
  way: "phone",
  notedAt: null,
  ...change,
});

export const record = (by: Actor, input: NewRecord) => withActor(by, "visit.recorded", (work) => recordVisit(work, by, input));

/** Done, or why not; of a plan of one visit, why that one cannot be. */
export const codeOf = (outcome: {
  readonly code: string;
  readonly each?: readonly { readonly refusal: { readonly code: string } }[];
}): string => outcome.each?.[0]?.refusal.code ?? outcome.code;
