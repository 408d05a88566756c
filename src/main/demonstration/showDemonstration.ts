import { CannotStart } from "../../platform/embedded/cannotStart.ts";
import { fillDemonstration } from "./fillDemonstration.ts";
import { demonstrationState } from "./region.store.ts";

/** Fills an empty database with the demonstration region; leaves any other as it is. Raises CannotStart when an earlier filling broke off. */
export async function showDemonstration(ownerUrl: string, say: (line: string) => void): Promise<void> {
  const state = await demonstrationState(ownerUrl);
  if (state === "half") throw new CannotStart("The demonstration region was only half made: remove the data folder and start again.");
  if (state !== "empty") return;
  say("Filling the demonstration region with invented families...");
  const today = Temporal.Now.zonedDateTimeISO("Europe/Amsterdam").toPlainDate().toString();
  await fillDemonstration(ownerUrl, today, (done, total) => {
    if (done % 250 === 0 || done === total) say(`  ${done} of ${total}`);
  });
}
