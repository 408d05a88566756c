import type { Day } from "../../../kit/day.ts";
import { pilotSettings, type PilotChoices } from "../pilot.ts";
import { configureProgramme, type AsOwner } from "./configureProgramme.store.ts";

/** The pilot Geboortezorg Flex, for a region that takes part in it: the demonstration, tests, and whoever follows its plan. */
export const configurePilot = (asOwner: AsOwner, { startsOn, ...choices }: PilotChoices & { readonly startsOn: Day }): Promise<string> =>
  configureProgramme(asOwner, { code: "geboortezorg-flex", name: "Geboortezorg Flex", startsOn, settings: pilotSettings(choices) });
