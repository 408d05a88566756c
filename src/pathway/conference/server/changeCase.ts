import { done, refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { stepReopened } from "../../assessment/server/door.ts";
import { closeWork } from "../../trajectory/server/door.ts";
import type { WaitingCase } from "../conference.ts";
import type { Presence } from "../sitting.ts";
import { findCase, findCaseOfLine, savePrepared, savePutBack, saveRemoved } from "./conferenceCase.store.ts";

interface Seen {
  readonly caseId: string;
  readonly version: number;
}

/** What the table gets to know of a case, beside what each role may see. */
export interface Prepared {
  readonly question: string;
  /** Kept only when the family agreed to these words. */
  readonly summary: string | null;
  readonly familyAgreed: boolean;
  readonly presence: Presence | null;
  readonly familyWords: string | null;
}

/** The one question for the conference, the summary that the family agreed to, and how it wants to be heard. */
export const askQuestion = (actor: Actor, { caseId, version, familyAgreed, ...prepared }: Seen & Prepared) =>
  withActor(actor, "conference.question-asked", (work) =>
    change(work, { caseId, version }, async (one) => {
      if (one.state !== "waiting") return refuse("not-waiting");
      if (prepared.summary !== null && !familyAgreed) return refuse("summary-not-agreed");
      if (prepared.presence === "words" && prepared.familyWords === null) return refuse("words-missing");
      const agreedOn = prepared.summary === null ? null : prepared.summary === one.summary ? one.summaryAgreedOn : work.today;
      return (await savePrepared(work.db, { id: one.id, version }, { ...prepared, agreedOn }))
        ? done({ trajectoryId: one.trajectoryId })
        : refuse("changed-meanwhile");
    }),
  );

/** Off the list, with the reason: it can be put back. */
export const removeCase = (actor: Actor, input: Seen & { reason: string }) =>
  withActor(actor, "conference.case-removed", (work) =>
    change(work, input, async (one) => {
      if (one.state !== "waiting") return refuse("not-waiting");
      if (!(await saveRemoved(work.db, { id: one.id, version: input.version }, input.reason, work.today)))
        return refuse("changed-meanwhile");
      await closeConferenceWork(work, one);
      return done({ trajectoryId: one.trajectoryId });
    }),
  );

export const putBackCase = (actor: Actor, input: Seen) =>
  withActor(actor, "conference.case-put-back", (work) =>
    change(work, input, async (one) => {
      if ((await findCaseOfLine(work.db, one.trajectoryId))?.state === "waiting") return refuse("waiting-already");
      if (!(await savePutBack(work.db, { id: one.id, version: input.version }))) return refuse("changed-meanwhile");
      await stepReopened(work, { trajectoryId: one.trajectoryId, step: "conference" });
      return done({ trajectoryId: one.trajectoryId });
    }),
  );

async function change<Outcome>(work: Work, input: Seen, run: (one: WaitingCase) => Promise<Outcome>) {
  const one = await findCase(work.db, input.caseId);
  if (!one) return refuse("not-visible");
  work.about({ trajectories: [one.trajectoryId], part: "plan" });
  return run(one);
}

/** A coordinator who is not involved with the line can't reach the work of others: it stays until they look. */
async function closeConferenceWork(work: Work, { trajectoryId, family }: WaitingCase): Promise<void> {
  if (family !== null) await closeWork(work.db, { trajectoryId, kind: "route.conference", subjectId: trajectoryId, why: "removed" });
}
