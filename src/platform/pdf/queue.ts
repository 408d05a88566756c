import { setImmediate as nextTurn } from "node:timers/promises";
import { PdfError } from "./pdfError.ts";

/**
 * One at a time, in order. A PDF keeps the process busy for some milliseconds, so between two of them requests get their
 * turn; and when more than `longest` wait, the next is told so at once instead of filling the memory.
 */
export function boundedQueue(longest: number): <T>(work: () => T) => Promise<T> {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => T): Promise<T> => {
    if (waiting >= longest)
      return Promise.reject(new PdfError("queue-full", `More than ${longest} PDFs are waiting: try again in a moment.`));
    waiting += 1;
    const mine = last.then(async () => {
      try {
        await nextTurn();
        return work();
      } finally {
        waiting -= 1;
      }
    });
    last = mine.catch(() => undefined);
    return mine;
  };
}
