import type { Goal } from "../report.ts";
import { median, percentile } from "../report.ts";
import { openBench } from "./benchDatabase.ts";
import { startServer, underLoad, type Answer, type BenchServer } from "./load.ts";
import { caseloads, country, region, type Caseload, type Size } from "./size.ts";

const rounds = 300;
/** What is asked of a server before anything counts: one that has served for some minutes runs what it runs often as compiled code. */
const warmUp = 1_500;
const say = (line: string) => process.stderr.write(`  ${line}\n`);

/** The addresses that are asked in turn; made once for each caseload. */
export type Asker = (server: BenchServer, caseload: Caseload) => Promise<(round: number) => Promise<Answer>>;

interface Measured {
  readonly size: Size["name"];
  readonly caseload: Caseload;
  readonly users: number;
  readonly p95: number;
  readonly median: number;
  /** Server time beyond its bare SQL, p95: session, transaction and trail are in it. */
  readonly beside: number;
  /** Server time, p95. */
  readonly served: number;
}

/** Measures one kind of page at both sizes, for each caseload, with 1 and 8 users at once, and prints the table. */
export async function measure(ask: Asker): Promise<{ measured: readonly Measured[]; rest: number; load: number; minutes: number }> {
  const measured: Measured[] = [];
  let minutes = 0;
  let rest = 0;
  let load = 0;
  for (const size of [region, country]) {
    const database = await openBench(size, say);
    const server = await startServer(database.adminUrl);
    try {
      if (size === country) [rest, minutes] = [await server.memory(), database.minutes];
      for (const caseload of Object.keys(caseloads) as Caseload[]) {
        if (caseloads[caseload] > size.lines) continue;
        const round = await ask(server, caseload);
        if (measured.every((one) => one.size !== size.name)) await underLoad(8, warmUp, round);
        for (const users of [1, 8]) {
          const answers = await underLoad(users, rounds, round);
          measured.push({ size: size.name, caseload, users, ...figuresOf(answers) });
          load = Math.max(load, await server.memory());
        }
      }
    } finally {
      await server.stop();
      await database.stop();
    }
  }
  print(measured);
  return { measured, rest, load, minutes };
}

function figuresOf(answers: readonly Answer[]) {
  return {
    p95: percentile(
      answers.map(({ waited }) => waited),
      0.95,
    ),
    median: median(answers.map(({ waited }) => waited)),
    served: percentile(
      answers.map(({ served }) => served),
      0.95,
    ),
    beside: percentile(
      answers.map(({ served, bare }) => served - bare),
      0.95,
    ),
  };
}

function print(measured: readonly Measured[]): void {
  process.stdout.write("size     caseload  users   median      p95   server p95   beside SQL p95 (ms)\n");
  for (const one of measured) {
    process.stdout.write(
      `${one.size.padEnd(8)} ${String(caseloads[one.caseload]).padStart(8)} ${String(one.users).padStart(6)} ${one.median.toFixed(1).padStart(8)} ${one.p95.toFixed(1).padStart(8)} ${one.served.toFixed(1).padStart(12)} ${one.beside.toFixed(1).padStart(14)}\n`,
    );
  }
}

const one = (measured: readonly Measured[], size: Size["name"], caseload: Caseload, users: number): Measured => {
  const found = measured.find((row) => row.size === size && row.caseload === caseload && row.users === users);
  if (!found) throw new Error(`Not measured: ${size}, ${caseload}, ${users} users.`);
  return found;
};

/** The goals that hold for a page: no slower in a country than in a region, little time beside the database, quick with eight at once. */
export function pageGoals(name: string, { measured, rest, load, minutes }: Awaited<ReturnType<typeof measure>>): readonly Goal[] {
  const single = measured.filter(({ users }) => users === 1);
  const eight = measured.filter(({ users }) => users === 8);
  return [
    {
      name: `${name}: p95 in a country against a region, caseload ${caseloads.small}`,
      value: one(measured, "country", "small", 1).p95 / one(measured, "region", "small", 1).p95,
      unit: "x",
      goal: 1.3,
    },
    {
      name: `${name}: server time beside its bare SQL, worst p95 of one user`,
      value: Math.max(...single.map(({ beside }) => beside)),
      unit: "ms",
      goal: 15,
    },
    { name: `${name}: p95 with 8 users, worst`, value: Math.max(...eight.map(({ p95 }) => p95)), unit: "ms", goal: 60 },
    { name: "filling 500,000 lines", value: minutes, unit: "min", goal: 15 },
    { name: "memory of the server at rest", value: rest / 2 ** 20, unit: "MB", goal: 200 },
    { name: "memory of the server under load", value: load / 2 ** 20, unit: "MB", goal: 400 },
  ];
}

export { one };
