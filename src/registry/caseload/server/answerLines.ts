import { type Done, done, refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { type Db, withActor } from "../../../platform/db/withActor.ts";
import type { CaseloadLayout, Finding } from "../caseload.ts";
import { readLines } from "../rules/recogniseLine.ts";
import { mayKeep, questionsOf, settle } from "../rules/settle.ts";
import { type Answers, keyOf } from "../takeOver.ts";
import { changeLines, findNextWaiting, findStoredLine, listLines, type LineChange, type StoredLine } from "./caseloadLine.store.ts";
import { suppliedLists } from "./caseloadLists.ts";
import { comparisonOf } from "./comparisonOf.ts";
import { prepareComparing } from "./matchLines.ts";
import { stateOf, trajectoryOf } from "./readOffered.ts";
import { getOwnUpload } from "./upload.store.ts";

/** Lines that are answered in one go; the rest in the next. */
const sliceSize = 1_000;

/** Keys of doubts (`keyOf`) with what can't be read in their answers. */
export type UnreadableAnswer = {
  readonly code: "unreadable";
  readonly facts: Readonly<Record<string, never>>;
  readonly key: string;
  readonly finding: Finding;
};

/** The uploader answers the doubts of one line, or leaves the line out. */
export function answerLine(
  actor: Actor,
  at: { upload: string; line: number },
  answers: Answers | "leave-out",
): Promise<Done<{ next: number | null }> | Refusal<"not-open"> | UnreadableAnswer> {
  return withActor(actor, "caseload.answered", async ({ db, today, about }) => {
    about({ part: "identity" });
    const upload = await getOwnUpload(db, at.upload);
    const line = await findStoredLine(db, at.upload, at.line);
    if (!upload.layout || upload.state !== "open" || !line) return refuse("not-open");
    if (answers === "leave-out" && mayLeaveOut.has(line.state)) {
      await changeLines(db, at.upload, [{ ...line, state: "left_out" }]);
      return done({ next: await findNextWaiting(db, at.upload, at.line) });
    }
    if (answers === "leave-out" || !isOpen(line)) return refuse("not-open");
    const reader = readLines(upload.layout, suppliedLists, today);
    const settled = settle({ ...line, cells: line.cells ?? [] }, { ...line.answers, ...answers }, upload.layout, suppliedLists, reader);
    if (settled.code === "unreadable") return { ...settled, facts: {} };
    await changeLines(db, at.upload, await compareSettled(db, [{ line, settled, answers: { ...line.answers, ...answers } }]));
    return done({ next: await findNextWaiting(db, at.upload, at.line) });
  });
}

/** One answer to all doubts of one kind. Gives how many lines it was given to. */
export function answerAll(
  actor: Actor,
  at: { upload: string; question: string },
  choice: "accept" | "keep",
): Promise<Done<{ lines: number }> | Refusal<"not-open">> {
  return withActor(actor, "caseload.answered", async ({ db, today, about }) => {
    about({ part: "identity" });
    const upload = await getOwnUpload(db, at.upload);
    if (!upload.layout || upload.state !== "open") return refuse("not-open");
    let count = 0;
    let after = 0;
    for (;;) {
      const lines = await listLines(db, at.upload, { states: ["asked"], question: at.question, after }, { limit: sliceSize });
      const last = lines.at(-1);
      if (!last) return done({ lines: count });
      after = last.line;
      count += await changeLines(
        db,
        at.upload,
        await answerSlice(db, lines, { question: at.question, choice, layout: upload.layout, today }),
      );
    }
  });
}

async function answerSlice(
  db: Db,
  lines: readonly StoredLine[],
  { question, choice, layout, today }: { question: string; choice: "accept" | "keep"; layout: CaseloadLayout; today: string },
): Promise<readonly LineChange[]> {
  const reader = readLines(layout, suppliedLists, today);
  const answered = lines.flatMap((line) => {
    const asked = questionsOf(line.findings).filter((finding) => finding.code === question && (choice === "accept" || mayKeep(finding)));
    const answers: Answers = { ...line.answers, ...Object.fromEntries(asked.map((finding) => [keyOf(finding), { choice }])) };
    const settled = settle({ ...line, cells: line.cells ?? [] }, answers, layout, suppliedLists, reader);
    return settled.code === "settled" && asked.length > 0 ? [{ line, settled, answers }] : [];
  });
  return compareSettled(db, answered);
}

interface Answered {
  readonly line: StoredLine;
  readonly settled: Extract<ReturnType<typeof settle>, { code: "settled" }>;
  readonly answers: Answers;
}

/** A line whose doubts are all answered is compared with the own families, as a good one was. */
async function compareSettled(db: Db, answered: readonly Answered[]): Promise<readonly LineChange[]> {
  const comparables = answered.map(({ line, settled, answers }) => ({
    record: settled.record,
    cells: line.cells,
    ...comparisonOf({ match: line.match, answers }),
  }));
  const comparer = await prepareComparing(
    db,
    comparables.filter((_, at) => answered[at]?.settled.left.length === 0),
  );
  return answered.map(({ line, settled, answers }) => {
    const record = { ...settled.record, remark: null };
    const base = { ...line, record, answers, questions: settled.left };
    if (settled.leftOut) return { ...base, state: "left_out" };
    if (settled.left.length > 0) return { ...base, state: "asked" };
    const comparison = comparisonOf({ match: line.match, answers });
    const { match } = comparer.compare({ record, cells: line.cells, ...comparison });
    return { ...base, state: stateOf(match), match: { match, decision: null, ...comparison }, trajectoryId: trajectoryOf(match) };
  });
}

const mayLeaveOut: ReadonlySet<string> = new Set(["asked", "ready", "double", "changed", "failed"]);

/** Waits for an answer, or was left out and may be taken in after all. */
const isOpen = ({ state, kind }: StoredLine): boolean =>
  kind === "doubtful" && ["asked", "left_out", "ready", "double", "changed", "failed"].includes(state);
