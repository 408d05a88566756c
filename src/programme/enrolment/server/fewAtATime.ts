/**
 * Places are taken by few at a time: they wait for the same row, and would otherwise hold every connection of this process while all other
 * pages wait too. Who waits here waits in memory and in order; what counts is decided in the database, for any number of processes.
 */
const atMost = 4;
let running = 0;
const waiting: (() => void)[] = [];

export async function fewAtATime<Result>(run: () => Promise<Result>): Promise<Result> {
  if (running >= atMost) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await run();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
