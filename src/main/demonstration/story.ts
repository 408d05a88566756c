import type { Day } from "../../kit/day.ts";
import type { Chance } from "./chance.ts";
import type { RegionUnderConstruction } from "./region.store.ts";

/** One thing that happens to a family on a day. */
export interface Step {
  readonly on: Day;
  run(): Promise<void>;
}

/** A family's story: what happens to it when. Later steps use what earlier ones made. */
export interface Teller {
  readonly region: RegionUnderConstruction;
  readonly chance: Chance;
  readonly today: Day;
}

/** Tells all stories together, day after day, as they would have happened: every step is a real act of a real role. */
export async function tell(
  region: RegionUnderConstruction,
  steps: readonly Step[],
  progress: (done: number, total: number) => void,
): Promise<void> {
  const inOrder = steps.map((step, index) => ({ step, index })).sort((a, b) => a.step.on.localeCompare(b.step.on) || a.index - b.index);
  let day = "";
  for (const [done, { step }] of inOrder.entries()) {
    if (step.on !== day) await region.setDay((day = step.on));
    await step.run();
    progress(done + 1, inOrder.length);
  }
}
