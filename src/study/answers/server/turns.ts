/**
 * Turns of people who come without an account, often many on the same evening: so many are served at once that the connections of those who
 * work with Wieg stay free, and the others wait, first come first served.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting = new Set<() => void>();
  #busy = 0;

  constructor({ atOnce, mostWaiting }: { readonly atOnce: number; readonly mostWaiting: number }) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** What to call when done; null when there is no room left to wait, or `patience` is over first. */
  take(patience: AbortSignal): Promise<(() => void) | null> {
    if (this.#busy < this.#atOnce) return Promise.resolve(this.#begin());
    if (this.#waiting.size >= this.#mostWaiting || patience.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const called = () => {
        patience.removeEventListener("abort", gaveUp);
        resolve(this.#begin());
      };
      const gaveUp = () => {
        this.#waiting.delete(called);
        resolve(null);
      };
      this.#waiting.add(called);
      patience.addEventListener("abort", gaveUp, { once: true });
    });
  }

  #begin(): () => void {
    this.#busy += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#busy -= 1;
      const [next] = this.#waiting;
      if (next === undefined) return;
      this.#waiting.delete(next);
      next();
    };
  }
}

/** Half of the connections that a process has; the other half is for those who work with Wieg. */
export const linkTurns = new Turns({ atOnce: 5, mostWaiting: 5000 });
/** So long somebody waits for her turn, in milliseconds: a browser shows that it is busy. */
export const patience = 20_000;
