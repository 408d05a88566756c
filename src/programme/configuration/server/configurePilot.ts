import { addDays, type Day } from "../../../kit/day.ts";
import { pilotSettings, type PilotChoices } from "../pilot.ts";
import { scaleUpSettings } from "../scaleUp.ts";
import { configureProgramme, type AsOwner } from "./configureProgramme.store.ts";

/** The pilot Geboortezorg Flex, for a region that takes part in it: the demonstration, tests, and whoever follows its plan. */
export const configurePilot = (asOwner: AsOwner, { startsOn, ...choices }: PilotChoices & { readonly startsOn: Day }): Promise<string> =>
  configureProgramme(asOwner, { code: "geboortezorg-flex", name: "Geboortezorg Flex", startsOn, settings: pilotSettings(choices) });

/** The follow-up for the municipalities outside the pilot, for three years [000 answer 6]: a second programme beside it. */
export const configureScaleUp = (
  asOwner: AsOwner,
  { startsOn, maternityCareOrganisationId }: { readonly startsOn: Day; readonly maternityCareOrganisationId: string },
): Promise<string> =>
  configureProgramme(asOwner, {
    code: "flex-zuid-limburg",
    name: "Geboortezorg Flex Zuid-Limburg",
    startsOn,
    settings: scaleUpSettings("outside-pilot", { maternityCareOrganisationId, until: addDays(startsOn, 3 * 365) }),
  });
