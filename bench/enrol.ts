// 1,000 simultaneous attempts on the last 10 places, over HTTP, by 50 midwives: 10 are given, 990 hear that there are none, none is lost.
import { once } from "node:events";
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../src/main/prepareDatabase.ts";
import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../src/platform/projectRoot.ts";
import { fillCrowd } from "./enrolment/fill.ts";
import { hangUp, openPage, press, type Pressed, type Presser } from "./enrolment/press.ts";
import { median, percentile, report } from "./report.ts";
import { startServing } from "./region/startServing.ts";

const attempts = 1000;
const left = 10;
const isGiven = ({ told }: Pressed): boolean => told.startsWith("De plaats is gegeven");
const isTold = ({ told }: Pressed): boolean => told.startsWith("De plaatsen zijn op");

const cluster = await startEmbedded({ dataDir: path.join(projectRoot, "data", "bench-enrol") });
const admin = new pg.Client({ connectionString: cluster.adminUrl });
await admin.connect();
await admin.query("drop database if exists bench_enrol with (force)");
await admin.query("create database bench_enrol");
const url = new URL(cluster.adminUrl);
url.pathname = "/bench_enrol";
try {
  await prepareDatabase(url.toString());
  const { families, owner } = await fillCrowd(url.toString(), attempts, left);
  const pressed = await pressAll(url.toString(), families);
  print(pressed);
  const { rows } = await owner.query<Kept>(kept());
  await owner.end();
  judge(pressed, rows[0]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await admin.query("drop database if exists bench_enrol with (force)");
  await admin.end();
  await cluster.stop();
}

/** All at once, each on a connection of its own; the pages were open before. */
async function pressAll(adminUrl: string, families: readonly { trajectoryId: string; token: string }[]): Promise<readonly Pressed[]> {
  const { child, port } = await startServing(adminUrl);
  try {
    const open = new Map<string, Presser>();
    for (const { token, trajectoryId } of families)
      if (!open.has(token)) open.set(token, await openPage(port, token, `/gezinnen/${trajectoryId}/geboortezorg-flex/1`));
    const first = performance.now();
    return await Promise.all(
      families.map(async ({ token, trajectoryId }) => {
        const presser = open.get(token);
        if (!presser) throw new Error("nobody presses");
        return press(port, presser, `/gezinnen/${trajectoryId}/geboortezorg-flex/1/besluit`, first);
      }),
    );
  } finally {
    hangUp();
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}

interface Kept {
  places: number;
  decisions: number;
  counted: number;
  done: number;
  refused: number;
}

/** What the database holds afterwards: places, decisions, the count, and the trail of each attempt. */
function kept(): string {
  return `select (select count(*)::int from programme_place where state = 'taken') as places, (select count(*)::int from programme_decision) as decisions,
    (select taken - 140 from place_pool where pillar = 1 and entry = 'direct') as counted,
    (select count(*)::int from trail_event where event = 'programme.decided' and outcome = 'done') as done,
    (select count(*)::int from trail_event where event = 'programme.decided' and outcome = 'refused') as refused`;
}

function print(pressed: readonly Pressed[]): void {
  process.stdout.write("answer            number   median ms      p95 ms     last ms\n");
  for (const [name, some] of [
    ["a place", pressed.filter(isGiven)],
    ["no places left", pressed.filter(isTold)],
  ] as const) {
    const waits = some.map(({ waited }) => waited);
    process.stdout.write(
      `${name.padEnd(16)} ${String(some.length).padStart(7)} ${median(waits).toFixed(0).padStart(11)} ${percentile(waits, 0.95).toFixed(0).padStart(11)} ${Math.max(
        ...waits,
      )
        .toFixed(0)
        .padStart(11)}\n`,
    );
  }
}

/** How long after the last place was given the others heard that there are none: with 1,000 at once it is the queue that they wait in. */
function toldAfter(pressed: readonly Pressed[]): readonly number[] {
  const lastGiven = Math.max(...pressed.filter(isGiven).map(({ at }) => at));
  return pressed.filter(isTold).map(({ at }) => Math.max(0, at - lastGiven));
}

function judge(pressed: readonly Pressed[], held: Kept | undefined): void {
  const other = pressed.filter((one) => !isGiven(one) && !isTold(one));
  for (const { status, told } of other.slice(0, 3)) process.stderr.write(`  an attempt that got another answer: ${status} ${told}\n`);
  const exactly = (name: string, value: number, goal: number) => ({ name, value, unit: "attempts", goal, rule: "exactly" as const });
  report("enrol", [
    exactly("told that the place is given", pressed.filter(isGiven).length, left),
    exactly("told that there are no places left", pressed.filter(isTold).length, attempts - left),
    exactly("lost, or another answer", other.length, 0),
    exactly("places in the database", held?.places ?? -1, left),
    exactly("decisions in the database", held?.decisions ?? -1, left),
    exactly("places by the counter of the ceiling", held?.counted ?? -1, left),
    exactly("given, in the trail", held?.done ?? -1, left),
    exactly("refused, in the trail", held?.refused ?? -1, attempts - left),
    { name: "told after the last place went, p95", value: percentile(toldAfter(pressed), 0.95), unit: "ms", goal: 5000 },
  ]);
}
