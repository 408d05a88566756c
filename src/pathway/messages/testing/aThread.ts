import { isDone } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { beginThread, type BeginInput } from "../server/beginThread.ts";
import { listAddressees } from "../server/thread.store.ts";
import type { ThreadPart, ThreadSubject } from "../messages.ts";

/** A conversation as most are: about signals, nothing medical in it. */
export const aThreadInput = (line: { trajectoryId: string }, to: readonly number[], change: Partial<BeginInput> = {}): BeginInput => ({
  trajectoryId: line.trajectoryId,
  part: "signals",
  subject: null,
  careKind: "social",
  aboutPartner: false,
  withFamily: false,
  topic: "Zorgen over slapen",
  words: "Hoe gaat het volgens jou?",
  to,
  ...change,
});

/** Whom this one could write to, by name; a team by "team ORGANISATION". */
export async function addresseesFor(
  actor: Actor,
  trajectoryId: string,
  part: ThreadPart = "signals",
  partnerId: string | null = null,
  subject: ThreadSubject | null = null,
) {
  const all = await withActor(actor, "messages.form-read", ({ db }) => listAddressees(db, { trajectoryId, part, partnerId, subject }));
  return new Map(all.map((one) => [one.name ?? `team ${one.organisation}`, one]));
}

/** Begins it with these, by name, and gives back its id. */
export async function aThread(
  actor: Actor,
  line: { trajectoryId: string },
  names: readonly string[],
  change: Partial<BeginInput> = {},
): Promise<string> {
  const possible = await addresseesFor(actor, line.trajectoryId, change.part, null, change.subject);
  const begun = await beginThread(
    actor,
    aThreadInput(
      line,
      names.map((name) => possible.get(name)?.principal ?? 0),
      change,
    ),
  );
  if (!isDone(begun)) throw new Error(`${begun.code} ${JSON.stringify(begun.facts)}`);
  return begun.threadId;
}
