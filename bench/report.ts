import { cpus, totalmem } from "node:os";

/** One figure with its goal. `atMost` is the rule unless said otherwise. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number;
  readonly rule?: "atMost" | "exactly";
}

const machine = (): string =>
  `${cpus().length} x ${cpus()[0]?.model.trim() ?? "cpu"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.version}`;

/** Prints the goals as a table and, as the last line, as one JSON object. The process ends with 1 when a goal is not met. */
export function report(bench: string, goals: readonly Goal[]): void {
  const judged = goals.map(({ rule = "atMost", ...goal }) => ({
    ...goal,
    value: round(goal.value),
    met: rule === "exactly" ? goal.value === goal.goal : goal.value <= goal.goal,
  }));
  const width = Math.max(...judged.map(({ name }) => name.length));
  for (const { name, value, unit, goal, met } of judged)
    process.stdout.write(
      `${met ? "met    " : "NOT MET"}  ${name.padEnd(width)}  ${String(value).padStart(10)} ${unit}  (goal ${goal} ${unit})\n`,
    );
  process.stdout.write(`${JSON.stringify({ bench, machine: machine(), goals: judged })}\n`);
  if (judged.some(({ met }) => !met)) process.exitCode = 1;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The value below which this share of the measurements lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
