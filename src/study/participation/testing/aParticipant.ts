import { aLine } from "../../../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { NewFamily } from "../../../registry/server/door.ts";
import type { Region } from "../../../registry/testing/aRegion.ts";
import type { Arm } from "../../design/study.ts";
import type { AnswerWay, T0State } from "../participation.ts";

export interface NewParticipant {
  readonly studies?: readonly string[];
  /** The arm, as it was fixed at T0; left out: T0 is still open and there is none. */
  readonly arm?: Arm | null;
  readonly t0?: T0State;
  readonly consentOn?: string;
  readonly answersBy?: AnswerWay;
  readonly language?: string;
  readonly registerLink?: boolean;
  readonly quotes?: boolean;
  readonly family?: Partial<NewFamily>;
  /** A line that is there already, instead of a new one. */
  readonly line?: { readonly trajectoryId: string; readonly motherId: string; readonly familyId: string };
}

export interface TestParticipant {
  readonly id: string;
  readonly code: string;
  readonly trajectoryId: string;
  readonly motherId: string;
  readonly familyId: string;
}

/** Someone who takes part: her consent is written, and everything else follows from it as in life. `by` registers the family and asks her. */
export async function aParticipant(region: Region, by: Actor, change: NewParticipant = {}): Promise<TestParticipant> {
  const line = change.line ?? (await aLine(by, change.family));
  const asked = [
    ...(change.studies ?? ["study_1"]),
    ...(change.registerLink ? ["study_register_link"] : []),
    ...(change.quotes ? ["study_quotes"] : []),
  ];
  for (const purpose of asked)
    await region.asOwner(
      `insert into consent (trajectory_id, about_person, purpose, given, given_by, given_on, way, text_version, text_language, recorded_by, author_organisation_id)
       values ($1, $2, $3, true, 'self', coalesce($4::date, app.today()), 'signed', '1', $5, $6, $7)`,
      [line.trajectoryId, line.motherId, purpose, change.consentOn ?? null, change.language ?? "nl", by.professionalId, by.organisationId],
    );
  const [made] = await region.asOwner<{ id: string; code: string }>(
    `update study_participant s set answers_by = $2 from study_key k where k.participant_id = s.id and k.trajectory_id = $1 returning s.id, s.code`,
    [line.trajectoryId, change.answersBy ?? "link"],
  );
  if (!made) throw new Error("Nobody takes part by this consent.");
  const t0 = change.t0 ?? (change.arm === undefined ? "open" : "completed");
  if (t0 !== "open")
    await region.asOwner(
      "update study_participation set t0 = $2, arm = $3, arm_fixed_on = app.today(), arm_facts = '{}' where participant_id = $1",
      [made.id, t0, change.arm ?? null],
    );
  return { ...made, trajectoryId: line.trajectoryId, motherId: line.motherId, familyId: line.familyId };
}
