// A list by personal link: its page on the phone of `page`, and 2,000 women who answer at once, each answer counted in the database afterwards.
import { once } from "node:events";
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../src/main/prepareDatabase.ts";
import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../src/platform/projectRoot.ts";
import { fillLists } from "./questionnaire/fill.ts";
import { visitOnPhone } from "./questionnaire/visit.ts";
import { startServing } from "./region/startServing.ts";
import { percentile, report } from "./report.ts";

const women = 2000;
/** Times that somebody was told to try again. */
let refusals = 0;
const pages = [
  { "brs-1": "4", "brs-2": "2", "brs-3": "4" },
  { "brs-4": "2", "brs-5": "3", "brs-6": "1" },
];

const cluster = await startEmbedded({ dataDir: path.join(projectRoot, "data", "bench-questionnaire") });
const admin = new pg.Client({ connectionString: cluster.adminUrl });
await admin.connect();
await admin.query("drop database if exists bench_questionnaire with (force)");
await admin.query("create database bench_questionnaire");
const url = new URL(cluster.adminUrl);
url.pathname = "/bench_questionnaire";
try {
  await prepareDatabase(url.toString());
  const { tokens, owner } = await fillLists(url.toString(), women + 1);
  owner.on("error", () => undefined); // the database goes when something failed
  const { child, port } = await startServing(url.toString());
  try {
    const origin = `http://localhost:${port}`;
    const { painted, script } = await visitOnPhone(`${origin}/vragenlijst/${tokens[women] ?? ""}/1`, 5);
    const waits = await Promise.all(tokens.slice(0, women).map((token) => answer(`${origin}/vragenlijst/${token}`)));
    const { rows } = await owner.query<{ answers: number; lists: number }>(
      "select (select count(*)::integer from study_answer where value is not null) as answers, (select count(*)::integer from study_ask where state = 'answered') as lists",
    );
    process.stdout.write(`${refusals} times somebody was told to press once more\n`);
    report("questionnaire", [
      { name: "a page of questions on a phone: first content", value: painted, unit: "ms", goal: 1000 },
      { name: "scripts on that page", value: script, unit: "scripts", goal: 0, rule: "exactly" },
      {
        name: `${women} answer at once: answers lost`,
        value: women * 6 - (rows[0]?.answers ?? 0),
        unit: "answers",
        goal: 0,
        rule: "exactly",
      },
      { name: "lists not completed", value: women - (rows[0]?.lists ?? 0), unit: "lists", goal: 0, rule: "exactly" },
      { name: "a page is kept (p95, all at once)", value: percentile(waits.flat(), 0.95) / 1000, unit: "s", goal: 30 },
    ]);
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  await owner.end();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await admin.query("drop database if exists bench_questionnaire with (force)");
  await admin.end();
  await cluster.stop();
}

/** One woman sends her two pages, one after the other; each must lead on. */
async function answer(list: string): Promise<readonly number[]> {
  const waits: number[] = [];
  for (const [at, answers] of pages.entries()) {
    const begun = performance.now();
    let response = await send(`${list}/${at + 1}`, answers);
    while (response.status === 503) {
      refusals += 1; // the page says that it could not be kept: she presses once more
      response = await send(`${list}/${at + 1}`, answers);
    }
    if (response.status !== 303) throw new Error(`A page answered ${response.status}.`);
    waits.push(performance.now() - begun);
  }
  return waits;
}

function send(address: string, answers: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(address, { method: "POST", body: new URLSearchParams(answers), redirect: "manual" });
}
