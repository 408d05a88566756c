// A list by personal link: its page on the phone of `page`, and 2,000 women who answer at once, each answer counted in the database afterwards.
import { once } from "node:events";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { prepareDatabase } from "../src/main/prepareDatabase.ts";
import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../src/platform/projectRoot.ts";
import { fillLists } from "./questionnaire/fill.ts";
import { visitOnPhone } from "./questionnaire/visit.ts";
import { startServing } from "./region/startServing.ts";
import { percentile, report } from "./report.ts";

/** Fewer to see that it works: `npm run bench -- questionnaire` measures 2,000. */
const women = Number(process.env["WIEG_BENCH_WOMEN"] ?? 2000);
/** Times that somebody was told to press once more, and that a connection was not taken. */
let refusals = 0;
let unheard = 0;
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
    const { answers, lists } = await countKept(owner);
    process.stdout.write(`${refusals} times somebody was told to press once more, ${unheard} times nobody answered\n`);
    report("questionnaire", [
      { name: "a page of questions on a phone: first content", value: painted, unit: "ms", goal: 1000 },
      { name: "scripts on that page", value: script, unit: "scripts", goal: 0, rule: "exactly" },
      {
        name: `${women} answer at once: answers lost or other than sent`,
        value: women * 6 - answers,
        unit: "answers",
        goal: 0,
        rule: "exactly",
      },
      { name: "lists not completed", value: women - lists, unit: "lists", goal: 0, rule: "exactly" },
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

/** What stands in the database afterwards: answers that are the ones that were sent, and lists that were completed. */
async function countKept(owner: pg.Client): Promise<{ answers: number; lists: number }> {
  const sent = JSON.stringify(Object.assign({}, ...pages));
  const { rows } = await owner.query<{ answers: number; lists: number }>(
    `select (select count(*)::integer from study_answer a join jsonb_each_text($1::jsonb) s on s.key = a.item and s.value = a.value::text where a.entry = 0) as answers,
      (select count(*)::integer from study_ask where state = 'answered') as lists`,
    [sent],
  );
  return rows[0] ?? { answers: 0, lists: 0 };
}

/** One woman sends her two pages, one after the other; each must lead on. Her page is kept once it does, however often she pressed. */
async function answer(list: string): Promise<readonly number[]> {
  const waits: number[] = [];
  for (const [at, answers] of pages.entries()) {
    const begun = performance.now();
    let response = await send(`${list}/${at + 1}`, answers);
    while (response === null || response.status === 503) {
      if (response === null) unheard += 1;
      else refusals += 1;
      await response?.text(); // the page says that it could not be kept: she reads it, and presses once more
      await pause(1000 + Math.random() * 4000);
      response = await send(`${list}/${at + 1}`, answers);
    }
    if (response.status !== 303) throw new Error(`A page answered ${response.status}.`);
    waits.push(performance.now() - begun);
  }
  return waits;
}

/** Null when the connection was refused or broken: a browser says so, and she sends it again. */
async function send(address: string, answers: Readonly<Record<string, string>>): Promise<Response | null> {
  try {
    return await fetch(address, { method: "POST", body: new URLSearchParams(answers), redirect: "manual" });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
