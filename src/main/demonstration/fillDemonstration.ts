import { addDays } from "../../kit/day.ts";
import { configurePilot, configureScaleUp } from "../../programme/configuration/server/configurePilot.ts";
import { chanceOf } from "./chance.ts";
import { planFamilies } from "./families.ts";
import { fillPostcodeTable } from "./postcodeTable.ts";
import { buildRegion } from "./region.store.ts";
import { conferenceScene } from "./scenes/conferenceScene.ts";
import { directoryScene } from "./scenes/directoryScene.ts";
import { destructionScene } from "./scenes/destructionScene.ts";
import { helpScene } from "./scenes/helpScene.ts";
import { interpreterScene } from "./scenes/interpreterScene.ts";
import { meldcodeScene } from "./scenes/meldcodeScene.ts";
import { caseloadScene, emergencyScene, nightScene } from "./scenes/otherScenes.ts";
import { programmeScene } from "./scenes/programmeScene.ts";
import { steeringScene } from "./scenes/steeringScene.ts";
import { studyScene } from "./scenes/studyScene.ts";
import { trainingScene } from "./scenes/trainingScene.ts";
import { visitScene } from "./scenes/visitScene.ts";
import { twoYearScene } from "./scenes/twoYearScene.ts";
import { storylines, storyOf } from "./stories.ts";
import { tell } from "./story.ts";

/** The seed of the region that everyone sees: the same people and stories on every machine, with days relative to today. */
export const demonstrationSeed = 1000;

/** Before the first story: the line of a child that is two by now. */
const firstDay = 1_100; // days ago

/** Since when the follow-up programme runs in the municipalities outside the pilot: after families there were told that they live outside it. */
const scaleUpDay = 8; // days ago

/**
 * Fills an empty database with the demonstration region: organisations, people, and families whose stories are told by the real acts of
 * real roles, so that every rule, policy and trail event is as in life. The database must be connected.
 */
export async function fillDemonstration(ownerUrl: string, today: string, progress: (done: number, total: number) => void): Promise<void> {
  const region = await buildRegion(ownerUrl, addDays(today, -firstDay));
  await configurePilot(region.asOwner, {
    startsOn: addDays(today, 1 - firstDay),
    maternityCareOrganisationId: region.organisationId("gzl"),
    assumedCoPayments: [{ year: 2026, cents: 570 }],
  });
  await configureScaleUp(region.asOwner, {
    startsOn: addDays(today, -scaleUpDay),
    maternityCareOrganisationId: region.organisationId("gzl"),
  });
  await fillPostcodeTable(region);
  const plans = planFamilies(storylines, chanceOf(demonstrationSeed), today);
  const stories = plans.map((plan, place) => storyOf({ region, chance: chanceOf(demonstrationSeed + 1 + place), today }, plan));
  const teller = { region, chance: chanceOf(demonstrationSeed - 1), today };
  const beside = [
    directoryScene(teller),
    conferenceScene(teller),
    ...helpScene(teller),
    ...meldcodeScene(teller),
    emergencyScene(teller, plans),
    caseloadScene(teller),
    twoYearScene(teller),
    steeringScene(teller),
    programmeScene(teller),
    interpreterScene(teller),
    destructionScene(teller, plans),
    trainingScene(teller),
    visitScene(teller),
    studyScene(teller),
    nightScene(teller),
  ];
  await tell(region, [...stories, ...beside], progress);
  await region.finish();
}
