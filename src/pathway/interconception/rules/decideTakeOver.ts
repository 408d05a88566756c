import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import { takeOverParts, type TakeOverPart, type TakeOverRefusal } from "../interconception.ts";

/** What there is to take along of one part, and what was said of it before. */
export interface PartFacts {
  readonly part: TakeOverPart;
  /** Records that the asker sees on the earlier line. */
  readonly there: number;
  /** Her role may record this part. */
  readonly mayWrite: boolean;
  /** It came along already. */
  readonly taken: boolean;
}

/** ask: the family is asked; taken: came along; nothing: there is nothing (that may be seen); elsewhere: another role records this. */
export type PartStand = "ask" | "taken" | "nothing" | "elsewhere";

export function standOfPart({ there, mayWrite, taken }: Omit<PartFacts, "part">): PartStand {
  if (taken) return "taken";
  if (there === 0) return "nothing";
  return mayWrite ? "ask" : "elsewhere";
}

export type Answers = Readonly<Partial<Record<TakeOverPart, boolean>>>;

/** Which parts come along: those with a yes, each asked apart. What was not asked, or got a no, stays where it is. */
export function decideTakeOver(
  parts: readonly PartFacts[],
  answers: Answers,
  given: { readonly on: Day; readonly today: Day },
): Refusal<TakeOverRefusal> | readonly TakeOverPart[] {
  const answered = takeOverParts.filter((part) => answers[part] !== undefined);
  if (answered.length === 0) return refuse("takeover-nothing-answered");
  if (given.on > given.today) return refuse("takeover-day-wrong");
  const yes = answered.filter((part) => answers[part] === true);
  for (const part of yes) {
    const facts = parts.find((one) => one.part === part);
    const stand = facts === undefined ? "nothing" : standOfPart(facts);
    if (stand === "taken") return refuse("takeover-done-already");
    if (stand === "nothing") return refuse("takeover-nothing-there", { field: part });
    if (stand === "elsewhere") return refuse("takeover-not-yours", { field: part });
  }
  return yes;
}
