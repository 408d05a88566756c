import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { PdfError } from "../../../platform/pdf/pdfError.ts";
import type { HandoverDocument } from "../documents/handoverDocument.ts";
import { printHandoverPaper } from "../documents/handoverPaper.ts";
import { toBundle, type DocumentBundle } from "../documents/toBundle.ts";
import { findHandoverData } from "./readHandover.ts";

/** What its reader may see of it; null when that is not who it is about, or none of its words. */
async function findDocument(work: Work, actor: Actor, trajectoryId: string, handoverId: string): Promise<HandoverDocument | null> {
  const data = await findHandoverData(work, actor, trajectoryId, handoverId);
  if (!data?.family || !data.line || data.words.every(({ words }) => words.trim() === "")) return null;
  const { handover, family, line, words } = data;
  return { date: work.today, handover, family, line, words, madeBy: `${actor.name}, ${actor.organisation}` };
}

/** The handover as a tagged PDF, or why it cannot be. */
export async function printHandover(
  actor: Actor,
  trajectoryId: string,
  handoverId: string,
): Promise<Uint8Array | "not-visible" | "script-not-in-fonts"> {
  const document = await withActor(actor, "handover.printed", (work) => findDocument(work, actor, trajectoryId, handoverId));
  if (document === null) return "not-visible";
  try {
    return await printHandoverPaper(document);
  } catch (cause) {
    if (cause instanceof PdfError && cause.code === "script-not-in-fonts") return cause.code;
    throw cause;
  }
}

/** The handover as a FHIR R4 document, for one's own file. */
export const exportHandover = (actor: Actor, trajectoryId: string, handoverId: string): Promise<DocumentBundle | null> =>
  withActor(actor, "handover.exported", async (work) => {
    const document = await findDocument(work, actor, trajectoryId, handoverId);
    return document && toBundle(document, Temporal.Now.instant().toString({ timeZone: "Europe/Amsterdam", smallestUnit: "second" }));
  });
