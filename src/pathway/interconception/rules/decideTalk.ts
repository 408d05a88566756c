import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Period } from "../../trajectory/line.ts";
import type { TalkKind, TalkRefusal } from "../interconception.ts";

/** Which conversation fits the line now: before a pregnancy, or after a birth or a loss. Null during a pregnancy, and when the line ended. */
export function talkKindOf(period: Period): Exclude<TalkKind, "taken_over"> | null {
  if (period === "preconception") return "preconception";
  return period === "postpartum" || period === "infancy" ? "interconception" : null;
}

export interface TalkFacts {
  readonly heldOn: Day;
  readonly followOn: Day | null;
  readonly followedBy: string | null;
  /** Something was said: a wish, a topic, or words. */
  readonly saysSomething: boolean;
}

/** May this conversation be recorded on a line in this period? */
export function decideTalk(period: Period, talk: TalkFacts, today: Day): Refusal<TalkRefusal> | Exclude<TalkKind, "taken_over"> {
  if (period === "ended") return refuse("talk-line-ended");
  const kind = talkKindOf(period);
  if (kind === null) return refuse("talk-not-in-pregnancy");
  if (!talk.saysSomething) return refuse("talk-empty");
  if (talk.heldOn > today) return refuse("talk-day-wrong");
  if (talk.followOn !== null && talk.followOn <= today) return refuse("talk-follow-day-wrong");
  if ((talk.followOn === null) !== (talk.followedBy === null)) return refuse("talk-follow-who");
  return kind;
}
