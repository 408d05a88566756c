import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { sayFinding } from "../caseload.texts.ts";
import { writeMendedHeading, writeMendedLine } from "../rules/mendedFile.ts";
import { listLines } from "./caseloadLine.store.ts";
import { findUpload } from "./upload.store.ts";

const sliceSize = 2_000;

/** The refused lines as a file to mend and offer again, each with its reason; null when there is no such upload. */
export const writeRefused = (actor: Actor, id: string): Promise<string | null> =>
  withActor(actor, "caseload.refused-given-back", async ({ db, about }) => {
    about({ part: "identity" });
    const upload = await findUpload(db, id);
    if (!upload?.layout) return null;
    const { layout } = upload;
    const rows = [writeMendedHeading(layout)];
    let after = 0;
    for (;;) {
      const lines = await listLines(db, id, { states: ["refused"], after }, { limit: sliceSize });
      const last = lines.at(-1);
      if (!last) return rows.join("");
      after = last.line;
      for (const { cells, findings } of lines) {
        const reasons = findings
          .filter(({ weight }) => weight !== "note")
          .map((finding) => `${finding.column}: ${sayFinding(finding).reason}`);
        rows.push(writeMendedLine(layout, { cells: cells ?? [], reasons }));
      }
    }
  });
