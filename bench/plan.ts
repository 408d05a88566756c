// A family with a full history: opening it, and saving its plan. At the size of the country; with WIEG_BENCH_SIZE=region at that of a region.
import { openBench } from "./region/benchDatabase.ts";
import { startServer, underLoad, type Answer, type BenchServer } from "./region/load.ts";
import { country, region } from "./region/size.ts";
import { fillFullFamilies, fullHistory } from "./plan/fullFamilies.ts";
import { median, percentile, report, type Goal } from "./report.ts";

const size = process.env["WIEG_BENCH_SIZE"] === "region" ? region : country;
const users = 8;
const rounds = 300;
const nurse = "large";

const database = await openBench(size, (text) => process.stderr.write(`  ${text}\n`));
const goals: Goal[] = [];
try {
  const lines = await fillFullFamilies(database.adminUrl);
  const server = await startServer(database.adminUrl);
  try {
    const pageOf = (path: string) => (round: number) => server.get(nurse, `/gezinnen/${lines[round % lines.length] ?? ""}${path}`);
    process.stdout.write(
      `${lines.length} families with ${Object.entries(fullHistory)
        .map(([what, count]) => `${count} ${what}`)
        .join(", ")}, among ${size.lines} lines\n  what                users   median      p95 (ms)\n`,
    );
    await measured("opening a family", 1, pageOf(""));
    const opened = await measured("opening a family", users, pageOf(""));
    await measured("its timeline", users, pageOf("/tijdlijn"));
    await measured("its plan", users, pageOf("/plan"));
    await measured("its conversations", users, pageOf("/berichten"));
    const saved = await measured("saving a plan", users, await saver(server, lines));
    goals.push(
      {
        name: `plan: opening a family with a full history, p95 with ${users} users, ${size.lines} lines`,
        value: opened,
        unit: "ms",
        goal: 200,
      },
      { name: `plan: saving a plan, p95 with ${users} users, ${size.lines} lines`, value: saved, unit: "ms", goal: 150 },
    );
  } finally {
    await server.stop();
  }
} finally {
  await database.stop();
}
report("plan", goals);

async function measured(what: string, atOnce: number, ask: (round: number) => Promise<Answer>): Promise<number> {
  const waits = (await underLoad(atOnce, rounds, ask)).map(({ waited }) => waited);
  const p95 = percentile(waits, 0.95);
  process.stdout.write(
    `  ${what.padEnd(20)} ${String(atOnce).padStart(4)} ${median(waits).toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)}\n`,
  );
  return p95;
}

/** Saves an agreement each time, in the next family: the press alone, as it is judged by its answer. */
async function saver(server: BenchServer, lines: readonly string[]): Promise<(round: number) => Promise<Answer>> {
  const form = await server.get(nurse, `/gezinnen/${lines[0] ?? ""}/plan/afspraken/nieuw`);
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? "";
  const day = new Date(Date.now() + 20 * 86_400_000);
  const on = `${day.getDate()}-${day.getMonth() + 1}-${day.getFullYear()}`;
  return async (round) => {
    const fields = {
      _csrf: token,
      _key: crypto.randomUUID(),
      wording: `Gemeten: ${round}`,
      responsible: "network",
      networkName: "Haar zus",
      evaluateOn: on,
    };
    const address = `/gezinnen/${lines[round % lines.length] ?? ""}/plan/afspraken/nieuw`;
    const sent = await server.post(nurse, address, new URLSearchParams(fields).toString(), form.cookie);
    return { ...sent, status: sent.status === 303 ? 200 : sent.status };
  };
}
