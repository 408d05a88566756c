import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "../../../platform/db/actor.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import { closeJob, openJob } from "./jobRight.store.ts";

/**
 * Runs a job in the name of who asked for it: with a token made here and now, which only this process knows, and the rights that she has
 * at this moment. It can write the named trail events and no other. When `run` raises, the right stays for the next attempt. False when
 * the right is over: the job was done already, a day has passed, or she no longer works there.
 */
export async function actForAsker(
  right: string,
  job: { task: string; events: readonly string[] },
  run: (actor: Actor) => Promise<void>,
): Promise<boolean> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest();
  const who = await withJob(job.task, (db) => openJob(db, right, job.task, hash));
  if (!who) return false;
  await run({
    token,
    professionalId: who.professional_id,
    membershipId: who.membership_id,
    organisationId: who.organisation_id,
    role: who.role,
    name: who.professional,
    organisation: who.organisation,
    organisationKind: who.organisation_kind,
    idleMinutes: 15,
    source: `job:${job.task}`,
    requestId: right,
    requestKey: null,
    events: job.events,
  });
  await withJob(job.task, (db) => closeJob(db, right));
  return true;
}
