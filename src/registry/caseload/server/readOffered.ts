import type { Actor } from "../../../platform/db/actor.ts";
import { type Db, withActor } from "../../../platform/db/withActor.ts";
import type { CaseloadLayout, LineOutcome } from "../caseload.ts";
import { keptCells } from "../rules/keptCells.ts";
import { questionsOf } from "../rules/settle.ts";
import type { LineState, Match } from "../takeOver.ts";
import { addLines, type NewLine } from "./caseloadLine.store.ts";
import { suppliedLists } from "./caseloadLists.ts";
import { type Comparable, prepareComparing } from "./matchLines.ts";
import { readCaseloadFile } from "./readCaseloadFile.ts";
import { beginReading, endReading, findPiece, tellReading } from "./upload.store.ts";

/** Lines that are kept in one transaction, with one trail event. */
const batchSize = 250;

/** Trail events of reading in the background. */
export const readingEvents = ["caseload.reading", "caseload.lines-read"] as const;

/** Reads an offered file to its end and compares each line with the own families. A run that was broken off is done anew. */
export async function readOffered(actor: Actor, upload: string): Promise<void> {
  const run = crypto.randomUUID();
  const begun = await withActor(actor, "caseload.reading", async ({ db, today }) => {
    const file = await beginReading(db, upload, run);
    return file && { bytes: file.bytes, today };
  });
  if (!begun) return;
  const reading = await readCaseloadFile({ size: begun.bytes, chunks: pieces(actor, upload) }, begun.today, suppliedLists);
  if (reading.code !== "reading") {
    await withActor(actor, "caseload.reading", ({ db }) => endReading(db, { upload, run }, { refusal: reading }));
    return;
  }
  let batch: LineOutcome[] = [];
  let linesRead = 0;
  const keep = async (): Promise<boolean> => {
    const lines = batch;
    batch = [];
    linesRead += lines.length;
    const bytesRead = Math.round(reading.progress() * begun.bytes);
    return withActor(actor, "caseload.lines-read", async ({ db, about }) => {
      if (!(await tellReading(db, { upload, run, bytesRead, linesRead }))) return false;
      const stored = await compareLines(db, lines, reading.layout);
      about({ part: "identity", trajectories: stored.flatMap(({ trajectoryId }) => trajectoryId ?? []) });
      await addLines(db, upload, stored);
      return true;
    });
  };
  for await (const outcome of reading.lines) {
    batch.push(outcome);
    if (batch.length === batchSize && !(await keep())) return; // another run of this job has taken over
  }
  if (!(await keep())) return;
  await withActor(actor, "caseload.reading", ({ db }) =>
    endReading(db, { upload, run }, { layout: reading.layout, encoding: reading.encoding() }),
  );
}

async function* pieces(actor: Actor, upload: string): AsyncGenerator<Uint8Array> {
  for (let place = 0; ; place += 1) {
    const piece = await withActor(actor, "caseload.reading", ({ db }) => findPiece(db, upload, place));
    if (!piece) return;
    yield piece;
  }
}

/**
 * Lines without a doubt are compared now, the others when they have their answers. Only where the line was answered before, or the proposals
 * lead to what is in already, nothing is asked.
 */
async function compareLines(db: Db, outcomes: readonly LineOutcome[], layout: CaseloadLayout): Promise<readonly NewLine[]> {
  const readable = outcomes.flatMap((outcome) => (outcome.kind === "refused" ? [] : [asRead(outcome, layout)]));
  const comparer = await prepareComparing(db, readable);
  return outcomes.map((outcome) => {
    const questions = questionsOf(outcome.findings).map(({ code }) => code);
    const common = {
      line: outcome.line,
      kind: outcome.kind,
      findings: outcome.findings,
      questions,
      doubleOf: null,
      match: null,
      trajectoryId: null,
    };
    // Remarks come back in the file to mend alone.
    if (outcome.kind === "refused")
      return { ...common, questions: [], state: "refused", cells: keptCells(outcome.cells, layout), record: null };
    const read = asRead(outcome, layout);
    const { record } = read;
    const { match } = comparer.compare(read);
    if (questions.length > 0 && match.kind !== "known") {
      const doubleOf = outcome.kind === "doubtful" ? outcome.doubleOf : null;
      return { ...common, state: "asked", cells: read.cells, record, doubleOf };
    }
    return {
      ...common,
      questions: [],
      state: stateOf(match),
      cells: null,
      record,
      match: { match, decision: null, not: [], numberOfAnother: false },
      trajectoryId: trajectoryOf(match),
    };
  });
}

/** A line as it was read, before anybody answered. A remark never goes into the shared line. */
function asRead(outcome: Exclude<LineOutcome, { kind: "refused" }>, layout: CaseloadLayout): Comparable {
  const cells = outcome.kind === "good" ? null : withoutRemark(keptCells(outcome.cells, layout), layout);
  return { record: { ...outcome.record, remark: null }, cells, not: [], numberOfAnother: false };
}

const withoutRemark = (cells: readonly string[], layout: CaseloadLayout): readonly string[] =>
  cells.map((cell, at) => (at === layout.positions.remark ? "" : cell));

/** What a comparison makes of a line that has no doubts (any more). */
export const stateOf = (match: Match): LineState => (match.kind === "new" ? "ready" : match.kind);

export const trajectoryOf = (match: Match): string | null => (match.kind === "new" ? null : match.trajectoryId);
