import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { EnrolmentRefusal, Need, Request } from "../enrolment.ts";
import { mayConfirm, mayDecide } from "../rules/whoDecides.ts";
import { closeAnswered } from "./askQuestions.ts";
import { agreeAsYouth, findRequest, saveRequest } from "./request.store.ts";
import { findStanding, testLine } from "./testLine.ts";

export const parties = ["family", "midwife", "maternity", "youth"] as const;
export type Party = (typeof parties)[number];

export interface RequestInput {
  readonly trajectoryId: string;
  readonly seen: number | null;
  readonly need: Need;
  readonly question: string;
  readonly goal: string;
  readonly agreedMinutes: number | null;
  readonly postnatalVisit: boolean | null;
  /** Who agrees, as it was said in the talk. */
  readonly agreed: readonly Party[];
}

/** Writes down what flexible maternity care is for in this family. Who agreed before and still does keeps her day; another question asks everyone anew. */
export const recordRequest = (actor: Actor, input: RequestInput): Promise<Done | EnrolmentRefusal> =>
  withActor(actor, "programme.request-recorded", async (work) => {
    const standing = await findStanding(work, input.trajectoryId, 2);
    if ("code" in standing) return standing;
    if (!mayDecide(actor.role) && !mayConfirm(actor.role)) return refuse("not-your-role");
    if (standing.line.state === "ended") return refuse("line-ended");
    const before = await findRequest(work.db, input.trajectoryId);
    const since = (party: Party, day: string | null | undefined) =>
      input.agreed.includes(party) ? ((isSame(before, input) ? day : null) ?? work.today) : null;
    const { need, question, goal, agreedMinutes, postnatalVisit } = input;
    const saved = await saveRequest(work.db, input.trajectoryId, input.seen, {
      need,
      question,
      goal,
      agreedMinutes,
      postnatalVisit,
      familyAgreedOn: since("family", before?.familyAgreedOn),
      midwifeAgreedOn: since("midwife", before?.midwifeAgreedOn),
      maternityAgreedOn: since("maternity", before?.maternityAgreedOn),
      youthAgreedOn: since("youth", before?.youthAgreedOn),
      youthAgreedBy: input.agreed.includes("youth") && mayConfirm(actor.role) ? actor.professionalId : null,
    });
    if (!saved) return refuse("changed-meanwhile");
    await closeAnswered(work, input.trajectoryId, (await testLine(work, standing, 2)).criteria);
    return done({});
  });

const isSame = (before: Request | null, now: RequestInput): boolean =>
  before !== null &&
  before.need === now.need &&
  before.question === now.question &&
  before.goal === now.goal &&
  before.agreedMinutes === now.agreedMinutes;

/** The youth nurse confirms question and goal [access.md 2: W confirm]. */
export const confirmRequest = (actor: Actor, input: { trajectoryId: string; version: number }): Promise<Done | EnrolmentRefusal> =>
  withActor(actor, "programme.confirmed", async (work) => {
    const standing = await findStanding(work, input.trajectoryId, 2);
    if ("code" in standing) return standing;
    if (!mayConfirm(actor.role)) return refuse("not-your-role");
    const agreed = await agreeAsYouth(work.db, { ...input, on: work.today, professionalId: actor.professionalId });
    if (!agreed) return refuse("changed-meanwhile");
    await closeAnswered(work, input.trajectoryId, (await testLine(work, standing, 2)).criteria);
    return done({});
  });
