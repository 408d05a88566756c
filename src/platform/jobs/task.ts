/** A kind of job. It runs with ids only and looks up the rest; run twice with the same ids it does the same as once. */
export interface Task {
  readonly name: string;
  /** When it comes back by itself; without it, it runs when asked for. */
  readonly recurs?: Recurrence;
  /** `stopping` says that the process is about to end: a long run leaves the rest to the next. */
  run(payload: Readonly<Record<string, unknown>>, stopping?: AbortSignal): Promise<void>;
}

/** Every day at a time in the Netherlands, or every so many minutes. */
export type Recurrence = { readonly dailyAt: string } | { readonly everyMinutes: number };
