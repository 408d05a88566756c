import type { Day } from "../../kit/day.ts";
import { actsOf } from "./acts/acts.ts";
import { castOf } from "./acts/cast.ts";
import { registration, type FamilyPlan } from "./families.ts";
import { calmStories } from "./stories/calmStories.ts";
import { changeStories } from "./stories/changeStories.ts";
import { messageChapters } from "./stories/messageChapters.ts";
import { handovers } from "./stories/handoverChapters.ts";
import { placeStories } from "./stories/placeStories.ts";
import { referralChapters } from "./stories/referralChapters.ts";
import { supportStories } from "./stories/supportStories.ts";
import { twoYearChapters } from "./stories/twoYearChapters.ts";
import type { Storyline } from "./stories/storyline.ts";
import { visitStories } from "./stories/visitStories.ts";
import { storyDay } from "./storyDay.ts";
import type { Step, Teller } from "./story.ts";

/** Every kind of family of the region. */
export const storylines: Readonly<Record<string, Storyline>> = {
  ...calmStories,
  ...supportStories,
  ...visitStories,
  ...placeStories,
  ...changeStories,
};

/** The story of one family, each thing on its day. */
export function storyOf(teller: Teller, plan: FamilyPlan): readonly Step[] {
  const line = storylines[plan.story];
  if (!line) throw new Error(`There is no story ${plan.story}.`);
  const { step, family } = registration(teller, plan, line);
  const cast = castOf(teller, plan, family);
  const steps: Step[] = [step];
  const at = (daysAgo: number, act: (on: Day) => Promise<unknown>) => {
    const on = storyDay(teller.today, Math.min(daysAgo, plan.registeredAgo));
    steps.push({ on, run: () => told(plan, () => act(on)) });
  };
  const scene = { cast, acts: actsOf(cast), at };
  line.tell?.(scene);
  for (const chapter of messageChapters[plan.story] ?? []) chapter(scene);
  referralChapters[`${plan.story} ${plan.municipality}`]?.(scene);
  twoYearChapters[`${plan.story} ${plan.municipality}`]?.(scene);
  handovers(scene);
  return steps;
}

/** A fault in a story says in which. */
async function told(plan: FamilyPlan, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    throw new Error(`The story ${plan.story} went wrong.`, { cause });
  }
}
