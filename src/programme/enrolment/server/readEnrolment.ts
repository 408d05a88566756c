import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Pillar } from "../../configuration/programme.ts";
import type { Decision } from "../enrolment.ts";
import { decideEligibility, type Eligibility } from "../rules/decideEligibility.ts";
import { closeAnswered } from "./askQuestions.ts";
import { findStudyStanding } from "./findStudyStanding.ts";
import { listDecisions } from "./enrolment.store.ts";
import { findStanding, testLine, type Tested } from "./testLine.ts";
import { decidedLetter, type DecidedLetter } from "./decisionLetter.ts";
import { listOpenToDos } from "./toDo.store.ts";

/** Everything on the page of one family and one pillar. */
export interface Enrolment extends Tested {
  readonly pillar: Pillar;
  readonly eligibility: Eligibility;
  /** Decisions on this pillar, newest first. */
  readonly decisions: readonly Decision[];
  /** Whether a letter goes out after the newest decision, and which. */
  readonly letter: DecidedLetter | null;
  /** Questions that stand on the asker's own list. */
  readonly asked: readonly string[];
}

/** Tests the criteria as they are now, and shows what was decided. Null when the line is not the asker's to see. */
export const readEnrolment = (actor: Actor, trajectoryId: string, pillar: Pillar): Promise<Enrolment | null> =>
  withActor(actor, "programme.read", async (work) => {
    const standing = await findStanding(work, trajectoryId, pillar);
    if ("code" in standing) return null;
    const tested = await testLine(work, standing, pillar);
    await closeAnswered(work, trajectoryId, tested.criteria);
    const decisions = (await listDecisions(work.db, trajectoryId)).filter((decision) => decision.pillar === pillar);
    const [newest] = decisions;
    const letter = newest ? decidedLetter(newest, { ...tested, today: work.today, study: await findStudyStanding() }) : null;
    return {
      ...tested,
      pillar,
      decisions,
      letter,
      eligibility: decideEligibility(tested.criteria),
      asked: await listOpenToDos(work.db, trajectoryId),
    };
  });
