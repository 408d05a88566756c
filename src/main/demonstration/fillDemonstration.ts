import { addDays } from "../../kit/day.ts";
import { configurePilot } from "../../programme/configuration/server/configurePilot.ts";
import { chanceOf } from "./chance.ts";
import { planFamilies } from "./families.ts";
import { buildRegion } from "./region.store.ts";
import { storyOf } from "./stories.ts";
import { tell } from "./story.ts";

/** The seed of the region that everyone sees: the same people and stories on every machine, with days relative to today. */
export const demonstrationSeed = 1000;

/**
 * Fills an empty database with the demonstration region: organisations, people, and families whose stories are told by the real acts of
 * real roles, so that every rule, policy and trail event is as in life. The database must be connected.
 */
export async function fillDemonstration(ownerUrl: string, today: string, progress: (done: number, total: number) => void): Promise<void> {
  const chance = chanceOf(demonstrationSeed);
  const region = await buildRegion(ownerUrl, addDays(today, -800));
  await configurePilot(region.asOwner, { startsOn: addDays(today, -700), maternityCareOrganisationId: region.organisationId("gzl") });
  const stories = planFamilies(chance, today).map((plan, place) =>
    storyOf({ region, chance: chanceOf(demonstrationSeed + 1 + place), today }, plan),
  );
  await tell(
    region,
    stories.map((story) => story.filter(({ on }) => on <= today)),
    progress,
  );
  await region.finish();
}
