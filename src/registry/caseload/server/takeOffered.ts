import { type Done, done, refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { databaseCode } from "../../../platform/db/retryConflicts.ts";
import { type Db, withActor } from "../../../platform/db/withActor.ts";
import { giveJobRight } from "../../../trust/access/server/door.ts";
import { insertFamily } from "../../server/newFamily.store.ts";
import type { Difference, Match, MatchDecision } from "../takeOver.ts";
import { changeLines, findTrajectories, listLines, type LineChange, type StoredLine } from "./caseloadLine.store.ts";
import { takeCaseloadTaskName } from "./caseloadTaskNames.ts";
import { comparisonOf } from "./comparisonOf.ts";
import { type ComparedLine, type Comparer, prepareComparing } from "./matchLines.ts";
import { keepSource } from "./ownFamilies.store.ts";
import { stateOf, trajectoryOf } from "./readOffered.ts";
import { apart, applyDifferences, keepMaternityCare, NotOursToChange, registerPregnancy, toNewFamily } from "./takeFamily.store.ts";
import { beginTaking, beginTakingRun, endTaking, holdTaking } from "./upload.store.ts";

/** Lines that are taken over in one transaction, with one trail event. */
const batchSize = 50;

/** Trail events of taking over in the background. */
export const takingEvents = ["caseload.taking", "caseload.lines-taken"] as const;

/** Asks for all lines that are ready to be taken over in the background, in the name of who presses. */
export function takeOver(actor: Actor, upload: string): Promise<Done | Refusal<"not-open">> {
  return withActor(actor, "caseload.take-over", async ({ db, about, enqueue }) => {
    about({ part: "identity" });
    const right = await giveJobRight(db, takeCaseloadTaskName);
    if (!(await beginTaking(db, upload, right))) return refuse("not-open");
    await enqueue(takeCaseloadTaskName, { upload, right }, { once: `${takeCaseloadTaskName} ${upload}` });
    return done({});
  });
}

/** Takes over batch after batch until no line is ready. A run that was broken off goes on where it was: a line is in as a whole or not at all. */
export async function takeOffered(actor: Actor, upload: string): Promise<void> {
  const run = crypto.randomUUID();
  const begun = await withActor(actor, "caseload.taking", ({ db }) => beginTakingRun(db, upload, run));
  if (!begun) return;
  while (await takeBatch(actor, upload, run)) continue;
}

/** False when there is nothing left to do for this run. */
export function takeBatch(actor: Actor, upload: string, run: string): Promise<boolean> {
  return withActor(actor, "caseload.lines-taken", async ({ db, about }) => {
    about({ part: "identity" });
    if (!(await holdTaking(db, upload, run))) return false;
    const lines = await listLines(db, upload, { states: ["ready"] }, { limit: batchSize });
    if (lines.length === 0) {
      await endTaking(db, upload, run);
      return false;
    }
    const changes = await takeLines(db, upload, lines);
    await changeLines(db, upload, changes);
    about({
      trajectories: changes.flatMap(({ state, trajectoryId }) => (state === "taken" && trajectoryId !== null ? [trajectoryId] : [])),
    });
    return true;
  });
}

async function takeLines(db: Db, upload: string, lines: readonly StoredLine[]): Promise<readonly LineChange[]> {
  const comparable = lines.flatMap((line) => (line.record ? [{ ...comparisonOf(line), record: line.record }] : []));
  const comparer = await prepareComparing(db, comparable);
  const earlier = await findTrajectories(
    db,
    upload,
    lines.flatMap(({ doubleOf }) => doubleOf ?? []),
  );
  const changes: LineChange[] = [];
  for (const line of lines) {
    const change = await takeLine(db, line, comparer, line.doubleOf === null ? null : (earlier.get(line.doubleOf) ?? null));
    if (change.trajectoryId !== null) earlier.set(line.line, change.trajectoryId);
    changes.push(change);
  }
  return changes;
}

/** `earlier`: the line that came of the earlier line of the file, of which the uploader said that it is another family. */
async function takeLine(db: Db, line: StoredLine, comparer: Comparer, earlier: string | null): Promise<LineChange> {
  const { record } = line;
  if (!record) throw new Error(`Line ${line.line} is ready without a record.`);
  // It is compared again: the families may have changed since the uploader looked.
  const comparison = comparisonOf(line);
  const compared = comparer.compare({ record, ...comparison, not: earlier === null ? comparison.not : [...comparison.not, earlier] });
  const decision = line.match?.decision ?? null;
  const seen = line.match?.match ?? null;
  try {
    const act = decideAct(compared.match, seen, decision);
    if (act === "ask") return ask(line, compared.match);
    const trajectoryId = await apart(db, () => perform(db, act, compared, comparer));
    return { ...line, state: act === "known" ? "known" : "taken", outcome: act, trajectoryId };
  } catch (cause) {
    const code = cause instanceof NotOursToChange ? "not-yours" : (databaseCode(cause) ?? "");
    if (code !== "not-yours" && !/^(?:22|23|42501)/.test(code)) throw cause;
    return { ...line, state: "failed", outcome: code };
  }
}

type Act = "registered" | "updated" | "attached" | "pregnancy" | "known" | "ask";

/** What to do with a line, given how it compares now and what the uploader saw and decided. */
function decideAct(now: Match, seen: Match | null, decision: MatchDecision | null): Act {
  if (now.kind === "known") return "known";
  if (now.kind === "new") return "registered";
  if (decision === null || seen === null || trajectoryOf(seen) !== now.trajectoryId) return "ask";
  if (decision === "pregnancy") return "pregnancy";
  if (decision === "attach-update" || decision === "update") return sameDifferences(now.differences, seen) ? "updated" : "ask";
  return decision === "attach" ? "attached" : "ask";
}

const sameDifferences = (now: readonly Difference[], seen: Match): boolean =>
  "differences" in seen &&
  JSON.stringify(now.map((one) => [one.field, one.was, one.becomes])) ===
    JSON.stringify(seen.differences.map((one) => [one.field, one.was, one.becomes]));

function ask(line: StoredLine, match: Match): LineChange {
  return {
    ...line,
    state: stateOf(match),
    match: { match, decision: null, ...comparisonOf(line) },
    trajectoryId: trajectoryOf(match),
  };
}

async function perform(db: Db, act: Exclude<Act, "ask">, compared: ComparedLine, comparer: Comparer): Promise<string> {
  const { file, source, match } = compared;
  const trajectoryId = match.kind === "new" ? await registerNew(db, compared, comparer) : await changeKnown(db, act, compared, comparer);
  await keepSource(db, { reference: source.reference, trajectoryId, digest: source.digest });
  if ((act === "registered" || act === "pregnancy") && file.maternityCare !== null)
    await keepMaternityCare(db, trajectoryId, file.maternityCare);
  return trajectoryId;
}

async function registerNew(db: Db, { file, source }: ComparedLine, comparer: Comparer): Promise<string> {
  const { trajectoryId, familyId } = await insertFamily(db, toNewFamily(file, source.clientNumber));
  comparer.add(file, { trajectoryId, familyId });
  return trajectoryId;
}

async function changeKnown(db: Db, act: Exclude<Act, "ask">, { file, source, match }: ComparedLine, comparer: Comparer): Promise<string> {
  const family = match.kind === "new" ? null : comparer.find(match.trajectoryId);
  if (!family || match.kind === "new") throw new NotOursToChange();
  const differences = "differences" in match ? match.differences : [];
  if (act === "updated") await applyDifferences(db, family, file, differences);
  if (act !== "pregnancy") return family.trajectoryId;
  const ofLine = new Set(["dueDate", "parity", "maternityCare"]);
  await applyDifferences(
    db,
    family,
    file,
    differences.filter(({ field }) => !ofLine.has(field)),
  );
  const reference = source.clientNumber === null ? null : `${source.clientNumber}#${file.dueDate ?? ""}`;
  return registerPregnancy(db, { familyId: family.familyId, dueDate: file.dueDate, parity: file.parity, reference });
}
