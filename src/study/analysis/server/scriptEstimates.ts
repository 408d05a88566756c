import { readFile } from "node:fs/promises";

/** The estimates in R, as they go along with each result. */
export const scriptEstimates = (): Promise<string> => readFile(new URL("../r/estimates.R", import.meta.url), "utf8");
