import type { Entry, Pillar, Places } from "../../configuration/programme.ts";
import type { Criterion } from "../enrolment.ts";
import { criterion } from "./criterion.ts";

const { met, notMet } = criterion("capacity");

/** Who holds a place in pillar 1 goes on to pillar 2; everyone else enters directly [001 3.3]. */
export const entryOf = (pillar: Pillar, holdsPillar1: boolean): Entry => (pillar === 2 && holdsPillar1 ? "flow_on" : "direct");

/** The maximum of the pillar, for this way of entering, is not reached yet [001 3.3, 6.2]. What counts is the database's answer when the place is taken. */
export function testCapacity(pillar: Pillar, entry: Entry, all: readonly Places[]): Criterion {
  const own = all.find((one) => one.pillar === pillar && one.entry === entry);
  const { places, taken } = own ?? { places: 0, taken: 0 };
  const free = Math.max(0, places - taken);
  return free > 0 ? met("places-free", { free, places, entry }) : notMet("ceiling-reached", { places, entry });
}
