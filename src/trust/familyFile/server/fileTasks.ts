import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { PdfError } from "../../../platform/pdf/pdfError.ts";
import { printDocument } from "../documents/coverSheet.ts";
import { familyFileText } from "../documents/familyFileText.ts";
import { readyDays, type FileFailure } from "../familyFile.ts";
import { dataOf } from "../rules/dataOf.ts";
import { beginFile, expireFiles, finishFile, keepDocument, readContent, stepFile } from "./familyFile.store.ts";

const job = "make-family-file";
const steps = 3;

/** Makes a file: what it is about is read by the worker alone. Broken off, it begins again; run twice it makes it once. */
export const makeFileTask: Task = {
  name: job,
  run: async (payload) => {
    const id = String(payload["file"]);
    const begun = await withJob(job, (db) => beginFile(db, id));
    if (!begun) return;
    try {
      const content = await withJob(job, (db) => readContent(db, id));
      const file = { ...begun, ...content };
      await step(id, 1);
      const pdf = await printDocument(familyFileText(file));
      await withJob(job, (db) => keepDocument(db, id, "pdf", Buffer.from(pdf)));
      await step(id, 2);
      await withJob(job, (db) => keepDocument(db, id, "data", Buffer.from(JSON.stringify(dataOf(file), null, 2))));
      await withJob(job, (db) => finishFile(db, id, null));
    } catch (error) {
      const failed = failureOf(error);
      if (failed === null) throw error; // the queue tries again
      await withJob(job, (db) => finishFile(db, id, failed));
    }
  },
};

const step = (id: string, done: number): Promise<void> => withJob(job, (db) => stepFile(db, id, done, steps));

/** What a person can do something about; null for the rest. */
function failureOf(error: unknown): FileFailure | null {
  if (error instanceof PdfError) return error.code === "script-not-in-fonts" ? "script" : "fault";
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return code === "53100" || code === "53200" ? "no_room" : null;
}

/** Every night: what nobody took goes. */
export const expireFilesTask: Task = {
  name: "expire-family-files",
  recurs: { dailyAt: "02:50" },
  run: () => withJob("expire-family-files", (db) => expireFiles(db, readyDays)),
};
