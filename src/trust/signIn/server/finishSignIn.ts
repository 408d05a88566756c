import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import { startPageOf } from "../rules/nextAddress.ts";
import type { JobChoice, Visitor } from "../signIn.ts";
import { listMyJobs } from "./account.store.ts";
import { newToken } from "./secrets.ts";
import { beginSession } from "./session.store.ts";
import { keepStep, readStep, takeStep, type SoFar } from "./steps.store.ts";

/** Signed in: the new session's token and where to go. */
export type SignedIn = Done<{ readonly session: string; readonly to: string }>;
/** Something is still to be answered: the next page, with the secret of this step. */
export type OneMore = Done<{ readonly step: string; readonly to: string }>;
export type NoJob = Refusal<"no-job">;

/** Both factors were right. With one job a session begins; with more she chooses; without any she is told. */
export async function finishSignIn(visitor: Visitor, professionalId: string, soFar: SoFar): Promise<SignedIn | OneMore | NoJob> {
  const jobs = await listMyJobs(professionalId, soFar.providerId);
  const [job] = jobs;
  if (!job) return refuse("no-job");
  if (jobs.length === 1) return begin(visitor, professionalId, job, soFar);
  const step = newToken();
  await keepStep(step, "choose-job", professionalId, soFar);
  return done({ step, to: "/aanmelden/werkplek" });
}

/** The jobs to choose from, or null when nobody came this far. */
export async function findJobChoice(step: string | null): Promise<readonly JobChoice[] | null> {
  const so = await readStep(step, "choose-job");
  return so?.professionalId ? listMyJobs(so.professionalId, so.data.providerId) : null;
}

/** She chose. Null when nobody came this far, or when it is none of hers. */
export async function chooseJob(visitor: Visitor, step: string | null, membershipId: string): Promise<SignedIn | null> {
  const jobs = await findJobChoice(step);
  const job = jobs?.find((one) => one.membershipId === membershipId);
  const so = job ? await takeStep(step, "choose-job") : null;
  return job && so?.professionalId ? begin(visitor, so.professionalId, job, so.data) : null;
}

async function begin(visitor: Visitor, professionalId: string, job: JobChoice, soFar: SoFar): Promise<SignedIn> {
  const session = await withNobody("session.started", visitor, (db) =>
    beginSession(db, {
      professionalId,
      membershipId: job.membershipId,
      means: soFar.means,
      providerId: soFar.providerId,
      device: visitor.device,
      source: visitor.source,
    }),
  );
  return done({ session, to: soFar.next ?? startPageOf(job.role) });
}
