import { type Done, done, refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { databaseCode } from "../../../platform/db/retryConflicts.ts";
import { type Db, withActor } from "../../../platform/db/withActor.ts";
import { giveJobRight } from "../../../trust/access/server/door.ts";
import type { Difference, Match, MatchDecision, OwnFamily } from "../takeOver.ts";
import { changeLines, findTrajectories, listLines, type LineChange, type StoredLine } from "./caseloadLine.store.ts";
import { takeCaseloadTaskName } from "./caseloadTaskNames.ts";
import { comparisonOf } from "./comparisonOf.ts";
import { type ComparedLine, type Comparer, prepareComparing } from "./matchLines.ts";
import { keepSource } from "./ownFamilies.store.ts";
import { registerFamilies } from "./registerFamilies.store.ts";
import { stateOf, trajectoryOf } from "./readOffered.ts";
import { apart, applyDifferences, keepMaternityCare, NotOursToChange, registerPregnancy } from "./takeFamily.store.ts";
import { beginTaking, beginTakingRun, endTaking, getOwnUpload, holdTaking } from "./upload.store.ts";

/** Lines that are taken over in one transaction, with one trail event. */
const batchSize = 50;

/** Trail events of taking over in the background. */
export const takingEvents = ["caseload.taking", "caseload.lines-taken"] as const;

/** Asks for all lines that are ready to be taken over in the background, in the name of who presses. */
export function takeOver(actor: Actor, upload: string): Promise<Done | Refusal<"not-open">> {
  return withActor(actor, "caseload.take-over", async ({ db, about, enqueue }) => {
    about({ part: "identity" });
    await getOwnUpload(db, upload);
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

/** A line with how it compares now and what follows from that. */
interface Considered {
  readonly line: StoredLine;
  readonly compared: ComparedLine;
  readonly act: Act;
  /** Of a family that is new: the id it gets. */
  readonly familyId: string;
}

/** Considers each line, registers what is new together, and does the others one by one. A line that waits for one of this batch stays ready. */
async function takeLines(db: Db, upload: string, lines: readonly StoredLine[]): Promise<readonly LineChange[]> {
  const comparable = lines.flatMap((line) => (line.record ? [{ ...comparisonOf(line), cells: line.cells, record: line.record }] : []));
  const comparer = await prepareComparing(db, comparable);
  const earlier = await findTrajectories(
    db,
    upload,
    lines.flatMap(({ doubleOf }) => doubleOf ?? []),
  );
  const considered = lines.flatMap((line) => consider(line, comparer, earlier) ?? []);
  const registered = await registerTogether(
    db,
    considered.filter(({ act }) => act === "registered"),
  );
  const changes: LineChange[] = [...registered];
  for (const one of considered) if (one.act !== "registered") changes.push(await takeKnown(db, one, comparer));
  return changes;
}

/** `earlier`: what came of earlier lines of the file, of which the uploader said that they are other families. */
function consider(line: StoredLine, comparer: Comparer, earlier: Map<number, string>): Considered | null {
  const { record } = line;
  if (!record) throw new Error(`Line ${line.line} is ready without a record.`);
  const before = line.doubleOf === null ? undefined : earlier.get(line.doubleOf);
  const comparison = comparisonOf(line);
  // It is compared again: the families may have changed since the uploader looked.
  const compared = comparer.compare({
    record,
    cells: line.cells,
    ...comparison,
    not: before === undefined ? comparison.not : [...comparison.not, before],
  });
  const act = decideAct(compared.match, line.match?.match ?? null, line.match?.decision ?? null);
  const familyId = crypto.randomUUID();
  if (act === "registered") {
    comparer.add(compared.file, { trajectoryId: familyId, familyId });
    earlier.set(line.line, familyId);
  } else if (compared.match.kind !== "new" && comparer.isPending(compared.match.trajectoryId)) return null;
  return { line, compared, act, familyId };
}

/** All of them with a few statements; where one can't be, each by itself, so that the others go in. */
async function registerTogether(db: Db, families: readonly Considered[]): Promise<readonly LineChange[]> {
  if (families.length === 0) return [];
  try {
    const made = await apart(db, () =>
      registerFamilies(
        db,
        families.map(({ familyId, compared }) => ({ familyId, ...compared })),
      ),
    );
    return families.map(({ line, familyId }) => ({
      ...line,
      state: "taken",
      outcome: "registered",
      trajectoryId: made.get(familyId) ?? null,
    }));
  } catch (cause) {
    const code = refusalIn(cause);
    if (families.length === 1) return families.map(({ line }) => ({ ...line, state: "failed", outcome: code }));
    const changes: LineChange[] = [];
    for (const family of families) changes.push(...(await registerTogether(db, [family])));
    return changes;
  }
}

/** Why the database would not keep a line; any other fault is thrown on. */
function refusalIn(cause: unknown): string {
  const code = cause instanceof NotOursToChange ? "not-yours" : (databaseCode(cause) ?? "");
  if (code !== "not-yours" && !/^(?:22|23|42501)/.test(code)) throw cause;
  return code;
}

async function takeKnown(db: Db, { line, compared, act }: Considered, comparer: Comparer): Promise<LineChange> {
  if (act === "ask" || act === "registered") return ask(line, compared.match);
  try {
    const trajectoryId = await apart(db, () => perform(db, act, compared, comparer));
    return { ...line, state: act === "known" ? "known" : "taken", outcome: act, trajectoryId };
  } catch (cause) {
    return { ...line, state: "failed", outcome: refusalIn(cause) };
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

async function perform(db: Db, act: Exclude<Act, "ask" | "registered">, compared: ComparedLine, comparer: Comparer): Promise<string> {
  const { file, source, match } = compared;
  const family = match.kind === "new" ? null : comparer.find(match.trajectoryId);
  if (!family) throw new NotOursToChange();
  const differences = "differences" in match ? match.differences : [];
  if (act === "updated") await applyDifferences(db, family, file, differences);
  const trajectoryId = act === "pregnancy" ? await registerNext(db, family, compared) : family.trajectoryId;
  await keepSource(db, trajectoryId, source);
  return trajectoryId;
}

/** A new pregnancy of a family that is known: a line of its own, and what changed in the family. */
async function registerNext(db: Db, family: OwnFamily, { file, source, match }: ComparedLine): Promise<string> {
  const ofLine = new Set(["dueDate", "parity", "maternityCare"]);
  const differences = "differences" in match ? match.differences.filter(({ field }) => !ofLine.has(field)) : [];
  await applyDifferences(db, family, file, differences);
  const reference = source.clientNumber === null ? null : `${source.clientNumber}#${file.dueDate ?? ""}`;
  const line = await registerPregnancy(db, { familyId: family.familyId, dueDate: file.dueDate, parity: file.parity, reference });
  if (file.maternityCare !== null) await keepMaternityCare(db, line, file.maternityCare);
  return line;
}
