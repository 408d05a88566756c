import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Day } from "../../../kit/day.ts";
import { listAnswers, type Answer } from "./consent.store.ts";
import {
  findMotherPages,
  findPartnerPages,
  listMotherAsks,
  type MotherAsk,
  type MotherPages,
  type PartnerPages,
} from "./consentAsk.store.ts";
import { findConsentLine, listPossibleRecipients, type ConsentLine, type PossibleRecipient } from "./consentFacts.store.ts";

/** Everything about the consents of one line, as far as the asker may see it. */
export interface Consents extends ConsentLine {
  readonly today: Day;
  readonly answers: readonly Answer[];
  readonly organisations: readonly PossibleRecipient[];
  /** Whether the mother can be asked in her own pages. */
  readonly mother: MotherPages | null;
  /** The partner, where he can be asked in his. */
  readonly partner: PartnerPages | null;
  readonly asks: readonly MotherAsk[];
}

/** Null when the line does not exist or is not the asker's to see. */
export function readConsents(actor: Actor, trajectoryId: string): Promise<Consents | null> {
  return withActor(actor, "consent.read", async ({ db, today, about }) => {
    const line = await findConsentLine(db, trajectoryId);
    if (line === null) return null;
    about({ trajectories: [trajectoryId], part: "identity" });
    const answers = await listAnswers(db, trajectoryId);
    return {
      ...line,
      today,
      answers,
      organisations: await listPossibleRecipients(db, trajectoryId, line.municipality, today),
      mother: await findMotherPages(db, trajectoryId),
      partner: await findPartnerPages(db, trajectoryId),
      asks: await listMotherAsks(db, trajectoryId),
    };
  });
}
