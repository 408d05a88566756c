import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Pillar, Programme } from "../../configuration/programme.ts";
import { findVersion } from "../../configuration/server/door.ts";
import type { Decision } from "../enrolment.ts";
import type { StudyStanding } from "../../letters/letter.ts";
import { decideEligibility, type Eligibility } from "../rules/decideEligibility.ts";
import { closeAnswered } from "./askQuestions.ts";
import { listDecisions } from "./enrolment.store.ts";
import { findStudyStanding } from "./study.store.ts";
import { findStanding, testLine, type Tested } from "./testLine.ts";
import { decidedLetter, type DecidedLetter } from "./decisionLetter.ts";
import { listOpenToDos } from "./toDo.store.ts";

/** Everything on the page of one family and one pillar. */
export interface Enrolment extends Tested {
  readonly pillar: Pillar;
  readonly eligibility: Eligibility;
  /** Decisions on this pillar, newest first. */
  readonly decisions: readonly Decision[];
  /** The programme as it was at the newest decision: what it says stays, whatever is configured later. */
  readonly decidedUnder: Programme | null;
  /** Whether a letter goes out after the newest decision, and which. */
  readonly letter: DecidedLetter | null;
  /** Whether she may hear of it already; `not_yet`: the list before the decision comes first [domain 5.2]. Which arm is told to nobody. */
  readonly hears: Hearing;
  /** Questions that stand on the asker's own list. */
  readonly asked: readonly string[];
}

export type Hearing =
  | { readonly state: "now" }
  | { readonly state: "not_yet"; readonly because: "list" | "thinks"; readonly until: Day | null };

const hearsOf = (study: StudyStanding): Hearing => {
  if (study.state === "undecided") return { state: "not_yet", because: "thinks", until: study.until ?? null };
  return study.state === "taking_part" && study.t0 === "open"
    ? { state: "not_yet", because: "list", until: study.until ?? null }
    : { state: "now" };
};

/** Tests the criteria as they are now, and shows what was decided. Null when the line is not the asker's to see. */
export const readEnrolment = (actor: Actor, trajectoryId: string, pillar: Pillar): Promise<Enrolment | null> =>
  withActor(actor, "programme.read", async (work) => {
    const standing = await findStanding(work, trajectoryId, pillar);
    if ("code" in standing) return null;
    const tested = await testLine(work, standing, pillar);
    await closeAnswered(work, trajectoryId, tested.criteria);
    const decisions = (await listDecisions(work.db, trajectoryId)).filter((decision) => decision.pillar === pillar);
    const [newest] = decisions;
    const decidedUnder = newest ? await findVersion(work.db, newest.versionId) : null;
    const study = await findStudyStanding(work.db, trajectoryId);
    const letter = newest && decidedUnder ? decidedLetter(newest, { ...tested, programme: decidedUnder, today: work.today, study }) : null;
    return {
      ...tested,
      pillar,
      decidedUnder,
      decisions,
      letter,
      hears: hearsOf(study),
      eligibility: decideEligibility(tested.criteria),
      asked: await listOpenToDos(work.db, trajectoryId),
    };
  });
