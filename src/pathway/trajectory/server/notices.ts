import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { noticeDueWork, noticeNewWork } from "./notices.store.ts";

/** People who are written to in one transaction: on a morning with thousands the first mails leave while others are still made. */
const atOnce = 500;

/** The notices of work: they say that there is something, never what or about whom [access.md 6]. */
export function noticeTasks(publicUrl: string): readonly Task[] {
  const mail = (sentence: string) => ({
    subject: "Er staat iets voor u klaar in Wieg",
    body: `${sentence}\n\n${publicUrl}/werk\n\nIn deze mail staat met opzet niet waar het over gaat.\n`,
  });
  return [
    {
      name: "notice-new-work",
      run: (payload) =>
        withJob("notice-new-work", (db) =>
          noticeNewWork(db, Number(payload["principal"]), mail("Er is nieuw werk voor u. Meld u aan om het te zien.")),
        ),
    },
    {
      name: "notice-due-work",
      recurs: { dailyAt: "07:00" },
      run: async () => {
        const due = mail("Er is werk waarvan de termijn vandaag afloopt of voorbij is.");
        let told = atOnce;
        while (told === atOnce) told = await withJob("notice-due-work", (db) => noticeDueWork(db, due, atOnce));
      },
    },
  ];
}
