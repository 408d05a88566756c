import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { AskedPurpose, ConsentRefusal, ShareablePart } from "../consent.ts";
import { sharesNothing } from "./askedOf.ts";

/** A question as it is about to be put before the mother, in her own pages. */
export interface AskFacts {
  readonly purpose: AskedPurpose;
  readonly recipients: number;
  readonly parts: readonly ShareablePart[];
  readonly until: Day | null;
  readonly today: Day;
  /** She has pages of her own now. */
  readonly reads: boolean;
  /** She is 16 or older. */
  readonly decidesHerself: boolean;
}

/**
 * May it be asked of her there? Younger than 16 she decides with her parents or guardian, whom nobody can hear through her telephone [BW 7:447,
 * 7:450]. Digital contact is what her pages rest on: it is not asked there.
 */
export function decideAsk(facts: AskFacts): Refusal<ConsentRefusal> | "go" {
  if (!facts.reads || sharesNothing(facts.purpose)) return refuse("consent-no-pages");
  if (!facts.decidesHerself) return refuse("consent-with-parents");
  if (facts.until !== null && facts.until < facts.today) return refuse("consent-ends-too-early", { until: facts.until });
  if (facts.recipients === 0) return refuse("consent-needs-recipient");
  return facts.parts.length === 0 ? refuse("consent-needs-parts") : "go";
}
