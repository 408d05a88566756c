import brs from "./data/brs-6.en.json" with { type: "json" };
import ownItems from "./data/care-own-items.nl.json" with { type: "json" };
import masteryFour from "./data/mastery-7x4.en.json" with { type: "json" };
import masteryFive from "./data/mastery-7x5.en.json" with { type: "json" };
import stress from "./data/stress-4-weeks.en.json" with { type: "json" };
import { instrumentFile, type Instrument } from "./instrument.ts";

/** What comes with Wieg: published texts with their citation, and our own items. A validated Dutch text is loaded by the research desk. */
export const suppliedInstruments: readonly Instrument[] = [stress, brs, masteryFive, masteryFour, ownItems].map((file) =>
  instrumentFile.parse(file),
);
