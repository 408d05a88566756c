import { databaseCode } from "./retryConflicts.ts";

/** The database can't be reached, has no room, or gave no connection in time: the same asked a moment later may well succeed. */
export function isDatabaseAway(error: Error): boolean {
  const code = databaseCode(error) ?? "";
  return (
    code.startsWith("08") ||
    code.startsWith("57P") ||
    code.startsWith("53") ||
    ["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT"].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  );
}
