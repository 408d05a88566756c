import type { Day } from "../../kit/day.ts";
import type { Chance } from "./chance.ts";
import type { RegionUnderConstruction } from "./region.store.ts";

/** One thing that happens to a family on a day. */
export interface Step {
  readonly on: Day;
  run(): Promise<void>;
}

/** What a story is told with. Each family has a chance of its own, so that its story does not depend on another's. */
export interface Teller {
  readonly region: RegionUnderConstruction;
  readonly chance: Chance;
  readonly today: Day;
}

/** Stories that go on at the same time. */
const atOnce = 4;

/** Tells all stories together, day after day, as they would have happened: every step is a real act of a real role. */
export async function tell(
  region: RegionUnderConstruction,
  stories: readonly (readonly Step[])[],
  progress: (done: number, total: number) => void,
): Promise<void> {
  const total = stories.reduce((sum, story) => sum + story.length, 0);
  const days = [...new Set(stories.flatMap((story) => story.map(({ on }) => on)))].toSorted();
  let done = 0;
  for (const day of days) {
    await region.setDay(day);
    const going = stories.map((story) => story.filter(({ on }) => on === day)).filter((steps) => steps.length > 0);
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let story = going.shift(); story; story = going.shift()) {
          for (const step of story) {
            await step.run();
            progress(++done, total);
          }
        }
      }),
    );
  }
}
