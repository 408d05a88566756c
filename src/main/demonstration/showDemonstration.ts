import { connect, disconnect } from "../../platform/db/connection.ts";
import { CannotStart } from "../../platform/embedded/cannotStart.ts";
import { fillDemonstration } from "./fillDemonstration.ts";
import { openFamilyPages } from "./openFamilyPages.ts";
import { demonstrationState } from "./region.store.ts";

interface Urls {
  readonly owner: string;
  readonly app: string;
  readonly worker: string;
  readonly family?: string;
}

/**
 * Fills an empty database with the demonstration region; leaves any other as it is. Raises CannotStart when an earlier filling broke off,
 * naming what to remove.
 */
export async function showDemonstration({ owner, ...urls }: Urls, say: (line: string) => void, kept = "the data folder"): Promise<void> {
  const state = await demonstrationState(owner);
  if (state === "half") throw new CannotStart(`The demonstration region was only half made: remove ${kept} and start again.`);
  if (state !== "empty") return;
  say("Filling the demonstration region with invented families, once. This takes less than a minute.");
  const today = Temporal.Now.zonedDateTimeISO("Europe/Amsterdam").toPlainDate().toString();
  connect(urls);
  try {
    await fillDemonstration(owner, today, inTenths(say));
    if (urls.family !== undefined) await openFamilyPages(today);
  } finally {
    await disconnect();
  }
}

/** Says each tenth once: enough to see that it goes on, little enough for a log. */
function inTenths(say: (line: string) => void): (done: number, total: number) => void {
  let said = 0;
  return (done, total) => {
    const tenths = Math.floor((10 * done) / total);
    if (tenths <= said) return;
    said = tenths;
    say(`  ${tenths * 10}%`);
  };
}
