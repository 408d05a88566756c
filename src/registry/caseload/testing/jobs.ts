import type { Region } from "../../testing/aRegion.ts";
import { caseloadTasks } from "../server/caseloadTasks.ts";

/** Runs the jobs that wait for offered files, as the worker does. */
export async function runCaseloadJobs(region: Region): Promise<void> {
  const waiting = await region.asOwner<{ id: string; job_right: string; task: string }>(
    `select u.id, u.job_right, r.task from caseload_upload u join job_right r on r.id = u.job_right where u.state in ('reading', 'taking') order by u.created_at`,
  );
  for (const { id, job_right, task } of waiting)
    await caseloadTasks.find(({ name }) => name === task)?.run({ upload: id, right: job_right });
}
