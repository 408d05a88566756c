import { sayFinding } from "../caseload.texts.ts";
import type { Finding, LineOutcome } from "../caseload.ts";
import type { CaseloadReading } from "./readCaseloadFile.ts";

/** One thing found, in words. */
export interface CheckedFinding {
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly proposal?: { readonly value: string | null; readonly sentence: string };
}

/** A line with its weightiest finding, and all of them. */
export interface CheckedLine extends CheckedFinding {
  readonly line: number;
  readonly findings: readonly CheckedFinding[];
}

/** What a file holds, for reading by people and programs: `read` is `good` + the number of `doubtful` + that of `refused`. */
export interface CheckReport {
  readonly read: number;
  readonly good: number;
  readonly doubtful: readonly CheckedLine[];
  readonly refused: readonly CheckedLine[];
  /** Remarks on lines of any class that need no answer. */
  readonly notes: readonly { readonly line: number; readonly column: string; readonly reason: string }[];
  readonly file: {
    readonly encoding: string;
    readonly separator: string;
    readonly headingLine: number;
    readonly leftOut: readonly string[];
  };
}

/** Reads a file to its end and tells what is in it. Nothing is saved. */
export async function checkCaseloadFile(reading: CaseloadReading): Promise<CheckReport> {
  let good = 0;
  const doubtful: CheckedLine[] = [];
  const refused: CheckedLine[] = [];
  const notes: { line: number; column: string; reason: string }[] = [];
  for await (const outcome of reading.lines) {
    if (outcome.kind === "good") good += 1;
    else (outcome.kind === "doubtful" ? doubtful : refused).push(toCheckedLine(outcome));
    for (const finding of outcome.findings)
      if (finding.weight === "note") notes.push({ line: outcome.line, column: finding.column, reason: sayFinding(finding).reason });
  }
  const { separator, headingLine, leftOut } = reading.layout;
  const file = { encoding: reading.encoding(), separator, headingLine, leftOut };
  return { read: good + doubtful.length + refused.length, good, doubtful, refused, notes, file };
}

function toCheckedLine(outcome: Exclude<LineOutcome, { kind: "good" }>): CheckedLine {
  const findings = outcome.findings.filter(({ weight }) => weight !== "note").map(toChecked);
  const [first] = findings;
  if (first === undefined) throw new Error(`Line ${outcome.line} is ${outcome.kind} without a finding.`);
  return { line: outcome.line, ...first, findings };
}

function toChecked(finding: Finding): CheckedFinding {
  const said = sayFinding(finding);
  const found = { column: finding.column, value: finding.value, reason: said.reason };
  return said.proposal === null ? found : { ...found, proposal: { value: finding.proposal, sentence: said.proposal } };
}
