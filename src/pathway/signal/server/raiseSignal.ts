import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import { signalTerms } from "../rules/signalTerms.ts";
import { splitSignal, type Noted } from "../rules/splitSignal.ts";
import type { SignalRefusal } from "../signal.ts";
import { listFactors } from "./factor.store.ts";
import { insertSignal, watchSignals } from "./signal.store.ts";

/** What a professional notes about a family in one go. */
export interface NewNote extends Noted {
  /** Discussed on the day on which it is recorded, whatever day that turns out to be. */
  readonly discussedToday?: boolean;
  readonly trajectoryId: string;
  readonly aboutPerson: string;
  readonly urgent: boolean;
}

/** Records what was noticed. Not discussed yet: her own organisation alone sees it, and she is reminded [domain 3.1]. */
export function raiseSignal(actor: Actor, note: NewNote): Promise<Done<{ readonly note: string }> | Refusal<SignalRefusal>> {
  return withActor(actor, "signal.raised", (work) => noteSignal(work, actor, note));
}

/** The same within another act, such as the report of a home visit. */
export async function noteSignal(
  { db, today, about }: Work,
  actor: Actor,
  note: NewNote,
): Promise<Done<{ readonly note: string }> | Refusal<SignalRefusal>> {
  const line = await findLine(db, note.trajectoryId);
  const family = line && (await findFamilyOfLine(db, line.id));
  if (!line || !family) return refuse("not-visible");
  about({ trajectories: [line.id], part: "signals" });
  if (line.state === "ended") return refuse("line-ended");
  if (!family.members.some(({ id }) => id === note.aboutPerson)) return refuse("person-unknown");
  const noted = { ...note, discussedOn: note.discussedToday ? today : note.discussedOn };
  const parts = splitSignal(noted, await listFactors(db), today);
  if ("code" in parts) return parts;
  const notedTogether = crypto.randomUUID();
  for (const part of parts) await insertSignal(db, { ...noted, ...part, notedTogether, authorRole: actor.role });
  await watchSignals(db, notedTogether, signalTerms.discussWithinDays);
  return done({ note: notedTogether });
}
