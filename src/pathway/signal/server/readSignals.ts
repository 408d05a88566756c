import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import type { Member } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import type { Line } from "../../trajectory/line.ts";
import { socialRoles } from "../../../trust/access/rules/policy.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { Factor, SignalOutcome } from "../signal.ts";
import { listHelpRequestsOfLine } from "./helpRequest.store.ts";
import { listFactors } from "./factor.store.ts";
import { isTold, listOutcomes } from "./signalOutcome.store.ts";
import { findHiddenMedical, listSignals, type SignalRow } from "./signal.store.ts";

/** All that the asker may see of the signals of one line. */
export interface Signals {
  readonly trajectoryId: string;
  readonly today: Day;
  readonly factors: readonly Factor[];
  readonly rows: readonly SignalRow[];
  /** She asked for help herself: seen by the organisation that answers her. */
  readonly asked: readonly { readonly id: string; readonly reference: string; readonly receivedOn: Day }[];
  /** What became of one note, for whose organisation noted it; empty for a whole list. */
  readonly outcomes: readonly SignalOutcome[];
  /** The asker herself has it on her list that something became of it. */
  readonly told: boolean;
  /** For a social partner: there is more, of medical kind. */
  readonly hiddenMedical: { readonly howMany: number; readonly newestOn: Day } | null;
}

/** Within a reading that already says what it is about, such as the family page. */
export async function loadSignals(
  { db, today }: Work,
  trajectoryId: string,
  { role, organisationId }: Pick<Actor, "role" | "organisationId">,
  note: string | null = null,
): Promise<Signals> {
  const isSocial = socialRoles.some((one) => one === role);

  const [factors, rows, hiddenMedical, asked] = await Promise.all([
    listFactors(db),
    listSignals(db, trajectoryId, note),
    isSocial ? findHiddenMedical(db, trajectoryId) : null,
    listHelpRequestsOfLine(db, trajectoryId),
  ]);
  const own = note !== null && rows.some(({ authorOrganisationId }) => authorOrganisationId === organisationId);
  const outcomes = own ? await listOutcomes(db, note) : [];
  return { trajectoryId, today, factors, rows, hiddenMedical, asked, outcomes, told: own && (await isTold(db, note)) };
}

/** The signals of a line, or one note; null when there is no such line or note for this asker. */
export function readSignals(actor: Actor, trajectoryId: string, note: string | null = null): Promise<Signals | null> {
  return withActor(actor, "signals.read", async (work) => {
    const line = await findLine(work.db, trajectoryId);
    if (!line) return null;
    work.about({ trajectories: [line.id], part: "signals" });
    const signals = await loadSignals(work, line.id, actor, note);
    return note !== null && signals.rows.length === 0 ? null : signals;
  });
}

/** What the form of a new signal needs. */
export interface SignalForm {
  readonly today: Day;
  readonly line: Line;
  readonly members: readonly Member[];
  readonly factors: readonly Factor[];
}

export function readSignalForm(actor: Actor, trajectoryId: string): Promise<SignalForm | null> {
  return withActor(actor, "signals.read", async ({ db, today, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, line.id));
    if (!line || !family) return null;
    about({ trajectories: [line.id], part: "identity" });
    return { today, line, members: family.members, factors: await listFactors(db) };
  });
}
