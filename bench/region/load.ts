import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { benchToken } from "./people.store.ts";
import type { Caseload } from "./size.ts";
import { startServing } from "./startServing.ts";

/** One answer: how long the asker waited, how long the server worked, and how much of that was the database's. Milliseconds. */
export interface Answer {
  readonly waited: number;
  readonly served: number;
  readonly sql: number;
  /** The same without session, transaction and trail: the questions of the page itself. */
  readonly bare: number;
  readonly status: number;
  readonly body: string;
  /** Cookies that came with it. */
  readonly cookie: string;
}

export interface BenchServer {
  get(caseload: Caseload, address: string): Promise<Answer>;
  post(caseload: Caseload, address: string, body: string, cookie: string): Promise<Answer & { location: string }>;
  /** Bytes of memory that the server's process holds now. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the server in a process of its own; the load comes from this one, on the same machine. */
export async function startServer(adminUrl: string): Promise<BenchServer> {
  const { child, port } = await startServing(adminUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const ask = (method: string, caseload: Caseload, address: string, body: string | null, cookie: string) =>
    new Promise<Answer & { location: string }>((resolve, reject) => {
      const start = performance.now();
      const sent = request(
        {
          port,
          host: "127.0.0.1",
          path: address,
          method,
          agent,
          headers: headersFor(caseload, body, cookie),
        },
        (response) => {
          const pieces: Buffer[] = [];
          response.on("data", (piece: Buffer) => pieces.push(piece));
          response.on("end", () =>
            resolve({
              waited: performance.now() - start,
              ...timing(String(response.headers["server-timing"] ?? "")),
              status: response.statusCode ?? 0,
              body: Buffer.concat(pieces).toString("utf8"),
              location: response.headers.location ?? "",
              cookie: (response.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; "),
            }),
          );
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
  return {
    get: (caseload, address) => ask("GET", caseload, address, null, ""),
    post: (caseload, address, body, cookie) => ask("POST", caseload, address, body, cookie),
    memory: () => memoryOf(child),
    stop: async () => {
      agent.destroy();
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

const headersFor = (caseload: Caseload, body: string | null, cookie: string) => ({
  cookie: `wieg-sessie=${benchToken(caseload)}${cookie ? `; ${cookie}` : ""}`,
  ...(body === null ? {} : { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) }),
});

function timing(header: string): { served: number; sql: number; bare: number } {
  const value = (name: string) => Number(new RegExp(`${name};dur=([\\d.]+)`).exec(header)?.[1] ?? Number.NaN);
  return { served: value("total"), sql: value("sql"), bare: value("bare") };
}

async function memoryOf(child: ChildProcess): Promise<number> {
  child.send("memory");
  const [{ rss }] = (await once(child, "message")) as [{ rss: number }];
  return rss;
}

/** So many users at once, each asking the next page as soon as the last has come, `rounds` times in all after some that are not counted. */
export async function underLoad(users: number, rounds: number, ask: (round: number) => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let round = 0;
  const warm = Math.min(600, rounds);
  await Promise.all(
    Array.from({ length: users }, async () => {
      while (round < rounds + warm) {
        const mine = round++;
        const answer = await ask(mine);
        if (answer.status !== 200) throw new Error(`An answer with status ${answer.status} under load.`);
        if (mine >= warm) answers.push(answer);
      }
    }),
  );
  return answers;
}
