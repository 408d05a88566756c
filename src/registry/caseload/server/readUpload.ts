import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { OwnFamily } from "../takeOver.ts";
import {
  countByState,
  countLines,
  countNotes,
  countQuestions,
  findNextWaiting,
  findStoredLine,
  type LineFilter,
  listLines,
  type QuestionGroup,
  type StateCounts,
  type StoredLine,
} from "./caseloadLine.store.ts";
import { findOwnFamilies } from "./ownFamilies.store.ts";
import { findUpload, listUploads, type Upload } from "./upload.store.ts";

export interface OfferedUpload extends Upload {
  readonly counts: StateCounts;
  readonly questions: readonly QuestionGroup[];
  readonly notes: readonly { code: string; lines: number }[];
}

/** All files that the organisation offered in the last 30 days. */
export const readUploads = (actor: Actor): Promise<readonly Upload[]> =>
  withActor(actor, "caseload.read", ({ db, about }) => {
    about({ part: "identity" });
    return listUploads(db);
  });

/** One offered file with what it holds, or null. */
export const readUpload = (actor: Actor, id: string): Promise<OfferedUpload | null> =>
  withActor(actor, "caseload.read", async ({ db, about }) => {
    about({ part: "identity" });
    const upload = await findUpload(db, id);
    if (!upload) return null;
    if (upload.state === "reading" || upload.state === "unreadable") return { ...upload, counts: {}, questions: [], notes: [] };
    const counts = await countByState(db, id);
    return { ...upload, counts, questions: await countQuestions(db, id), notes: await countNotes(db, id) };
  });

export const linesAPage = 25;

export interface LinePage {
  readonly upload: Upload;
  readonly lines: readonly StoredLine[];
  readonly total: number;
  readonly page: number;
}

/** One page of the lines of an offered file; the families they were compared with are in the trail. */
export const readLinePage = (actor: Actor, id: string, filter: LineFilter, page: number): Promise<LinePage | null> =>
  withActor(actor, "caseload.read", async ({ db, about }) => {
    const upload = await findUpload(db, id);
    if (!upload) return null;
    const lines = await listLines(db, id, filter, { limit: linesAPage, offset: (page - 1) * linesAPage });
    about({ part: "identity", trajectories: lines.flatMap(({ trajectoryId }) => trajectoryId ?? []) });
    return { upload, lines, total: await countLines(db, id, filter), page };
  });

export interface OpenedLine {
  readonly upload: Upload;
  readonly line: StoredLine;
  /** The family it was compared with, as it is now. */
  readonly known: OwnFamily | null;
  /** The earlier line of the file with, as it seems, the same person. */
  readonly earlier: StoredLine | null;
  /** The next line that waits for an answer. */
  readonly next: number | null;
}

export const readLine = (actor: Actor, id: string, number: number): Promise<OpenedLine | null> =>
  withActor(actor, "caseload.read", async ({ db, about }) => {
    const upload = await findUpload(db, id);
    const line = upload && (await findStoredLine(db, id, number));
    if (!line) return null;
    about({ part: "identity", trajectories: line.trajectoryId === null ? [] : [line.trajectoryId] });
    const [known = null] = line.trajectoryId === null ? [] : await findOwnFamilies(db, { trajectoryIds: [line.trajectoryId] });
    const earlier = line.doubleOf === null ? null : await findStoredLine(db, id, line.doubleOf);
    return { upload, line, known, earlier, next: await findNextWaiting(db, id, line.line) };
  });
