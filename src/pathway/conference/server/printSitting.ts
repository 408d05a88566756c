import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { PdfError } from "../../../platform/pdf/pdfError.ts";
import { printSittingPaper, sittingDecisions, sittingList, type PaperOfSitting, type SittingPaper } from "../documents/sittingPaper.ts";
import { listGuests } from "./guest.store.ts";
import { listOutcome } from "./outcome.store.ts";
import { findSitting, listItems, listParticipants } from "./sitting.store.ts";

type Printed = Promise<Uint8Array | "not-visible" | "script-not-in-fonts">;

async function findPaper({ db, today, about }: Work, actor: Actor, sittingId: string): Promise<PaperOfSitting | null> {
  const sitting = await findSitting(db, sittingId);
  if (!sitting) return null;
  const items = await listItems(db, sittingId);
  about({ trajectories: items.map(({ trajectoryId }) => trajectoryId), part: "plan", purpose: "case_conference" });
  const [participants, guests] = [await listParticipants(db, sittingId), await listGuests(db, sittingId)];
  return { sitting, items, participants, guests, date: today, madeBy: `${actor.name}, ${actor.organisation}` };
}

/** The list for at the table, as long as the sitting is still to be held. */
export const printList = (actor: Actor, sittingId: string): Printed =>
  print(
    withActor(actor, "conference.list-printed", async (work) => {
      const found = await findPaper(work, actor, sittingId);
      return found && ["agenda_set", "open"].includes(found.sitting.state) ? { found, paper: sittingList(found) } : null;
    }),
  );

/** What was decided, of the families that the asker still has to do with; null when there is none. */
export const printDecisions = (actor: Actor, sittingId: string): Printed =>
  print(
    withActor(actor, "conference.decisions-printed", async (work) => {
      const found = await findPaper(work, actor, sittingId);
      const decided = found?.items.filter(({ state }) => state === "discussed") ?? [];
      if (!found || decided.length === 0) return null;
      const outcomes = new Map<string, Awaited<ReturnType<typeof listOutcome>>>();
      for (const { id } of decided) outcomes.set(id, await listOutcome(work.db, id));
      return { found, paper: sittingDecisions(found, outcomes) };
    }),
  );

async function print(making: Promise<{ readonly found: PaperOfSitting; readonly paper: SittingPaper } | null>): Printed {
  const made = await making;
  if (made === null) return "not-visible";
  try {
    return await printSittingPaper(made.paper, made.found.sitting.organisation, made.found.date);
  } catch (cause) {
    if (cause instanceof PdfError && cause.code === "script-not-in-fonts") return cause.code;
    throw cause;
  }
}
