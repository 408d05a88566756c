/**
 * Serialisation failure, deadlock, and a plan from before a migration: the transaction may simply be run again. So may one that a guard of
 * the database stopped, or a row that was destroyed: what it had read was true a moment ago (a consent, a free place), and now it reads what
 * is so, and says that in its own words. A use case that is wrong by itself is stopped again, and is a fault.
 */
const passing = new Set(["40001", "40P01", "0A000", "23001", "23503"]);

/** Runs a transaction again, at most three times in all, when PostgreSQL ended it for a conflict with another one. */
export async function retryConflicts<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= 3 || !passing.has(databaseCode(error) ?? "")) throw error;
    }
  }
}

/** SQLSTATE of an error that came from PostgreSQL, or null. */
export const databaseCode = (error: unknown): string | null =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : null;
