import { type Done, done, refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { type Db, withActor } from "../../../platform/db/withActor.ts";
import type { Match, MatchDecision } from "../takeOver.ts";
import { changeLines, findNextWaiting, findStoredLine, listLines, type LineChange, type StoredLine } from "./caseloadLine.store.ts";
import { comparisonOf } from "./comparisonOf.ts";
import { prepareComparing } from "./matchLines.ts";
import { keepSource } from "./ownFamilies.store.ts";
import { stateOf, trajectoryOf } from "./readOffered.ts";
import { getOwnUpload } from "./upload.store.ts";

const sliceSize = 1_000;

/** What may be decided about a match; anything else was not asked. */
export function decisionsFor(match: Match): readonly MatchDecision[] {
  if (match.kind === "changed") return ["update", "keep"];
  if (match.kind !== "double") return [];
  const same: readonly MatchDecision[] = match.differences.length > 0 ? ["attach-update", "attach"] : ["attach"];
  return match.reason === "other-pregnancy" ? ["pregnancy", ...same, "other"] : [...same, "other"];
}

/** The uploader says whether a line is a family that is known, or what to do with what changed; or leaves the line out. */
export function decideMatch(
  actor: Actor,
  at: { upload: string; line: number },
  decision: MatchDecision | "leave-out",
): Promise<Done<{ next: number | null; decision: MatchDecision | "leave-out" }> | Refusal<"not-open">> {
  return withActor(actor, "caseload.answered", async ({ db, about }) => {
    const upload = await getOwnUpload(db, at.upload);
    const line = await findStoredLine(db, at.upload, at.line);
    if (upload.state !== "open" || !line || (line.state !== "changed" && line.state !== "double")) return refuse("not-open");
    about({ part: "identity", trajectories: line.trajectoryId === null ? [] : [line.trajectoryId] });
    const change = decision === "leave-out" ? { ...line, state: "left_out" as const } : await decide(db, line, decision);
    if (!change) return refuse("not-open");
    await changeLines(db, at.upload, [change]);
    return done({ next: await findNextWaiting(db, at.upload, at.line), decision });
  });
}

/** One decision for every line that changed. Gives how many. */
export function decideAllChanged(
  actor: Actor,
  upload: string,
  decision: "update" | "keep",
): Promise<Done<{ lines: number }> | Refusal<"not-open">> {
  return withActor(actor, "caseload.answered", async ({ db, about }) => {
    if ((await getOwnUpload(db, upload)).state !== "open") return refuse("not-open");
    let count = 0;
    let after = 0;
    for (;;) {
      const lines = await listLines(db, upload, { states: ["changed"], after }, { limit: sliceSize });
      const last = lines.at(-1);
      if (!last) return done({ lines: count });
      after = last.line;
      about({ part: "identity", trajectories: lines.flatMap(({ trajectoryId }) => trajectoryId ?? []) });
      const changes: LineChange[] = [];
      for (const line of lines) {
        const change = await decide(db, line, decision);
        if (change) changes.push(change);
      }
      count += await changeLines(db, upload, changes);
    }
  });
}

async function decide(db: Db, line: StoredLine, decision: MatchDecision): Promise<LineChange | null> {
  const { match: settled, record } = line;
  if (!settled || !record || settled.match.kind === "new" || !decisionsFor(settled.match).includes(decision)) return null;
  if (decision === "other") return another(db, line);
  const decided = { ...line, match: { ...settled, decision } };
  if (decision !== "keep" && decision !== "attach") return { ...decided, state: "ready" };
  // Nothing changes in the family: from now on the file is known to say this.
  const comparison = { record, cells: line.cells, ...comparisonOf(line) };
  const { source } = (await prepareComparing(db, [comparison])).compare(comparison);
  await keepSource(db, settled.match.trajectoryId, source);
  return { ...decided, state: "known", outcome: decision === "attach" ? "attached" : "kept" };
}

/** Another family than this one: it may still be like a third. */
async function another(db: Db, line: StoredLine): Promise<LineChange | null> {
  const { match: settled, record } = line;
  if (!settled || !record || settled.match.kind !== "double") return null;
  const not = [...settled.not, settled.match.trajectoryId];
  const numberOfAnother = comparisonOf(line).numberOfAnother || settled.match.reason === "number-of-another";
  const comparison = { record, cells: line.cells, not, numberOfAnother };
  const { match } = (await prepareComparing(db, [comparison])).compare(comparison);
  return { ...line, state: stateOf(match), match: { match, decision: null, not, numberOfAnother }, trajectoryId: trajectoryOf(match) };
}
