// `npm run audit:verify`: walks the whole trail and finds the first event that was changed, removed or put between.
import { readFile } from "node:fs/promises";
import pg from "pg";
import type { Head } from "../../trust/trail/server/trail.store.ts";
import { verifyTrail, type TrailReport } from "../../trust/trail/server/verifyTrail.ts";
import { withOwner } from "./withOwner.ts";

const breach = {
  changed: "was changed",
  removed: "was removed, or one before it",
  added: "was put between",
  seal: "has a seal that was rewritten",
  head: "differs from the head that was given out",
  content: "tells of changes that do not stand in the history as they were made",
} as const;

function say(report: TrailReport): string {
  const tail = `${report.unsealed} events are not sealed yet.`;
  if (report.whole) return `The trail is whole: ${report.events} events under ${report.seals} seals. ${tail}`;
  const event = report.event ? `event ${report.event.seq} (${report.event.event}, ${report.event.at.toISOString()})` : "the batch";
  return `The trail was tampered with: ${"seal" in report ? `in seal ${report.seal} ` : ""}${event} ${breach[report.what]}. ${tail}`;
}

const headsIn = async (file: string): Promise<readonly Head[]> =>
  (await readFile(file, "utf8").catch(() => ""))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Head);

await withOwner(async (ownerUrl, config) => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const report = await verifyTrail(owner, await headsIn(config.trailHeadsFile));
    process.stdout.write(`${say(report)}\n`);
    return report.whole ? 0 : 1;
  } finally {
    await owner.end();
  }
});
