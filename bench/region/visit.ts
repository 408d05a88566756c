import { once } from "node:events";
import { Agent, request } from "node:http";
import { startServing } from "./startServing.ts";

/** The server in a process of its own, and someone who opens its pages. */
export interface Visited {
  /** Milliseconds until the whole page was there. Any other answer than a page is a fault. */
  open(token: string, address: string): Promise<number>;
  stop(): Promise<void>;
}

export async function visit(adminUrl: string): Promise<Visited> {
  const { child, port } = await startServing(adminUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  return {
    open: (token, address) =>
      new Promise((resolve, reject) => {
        const start = performance.now();
        const asked = request({ host: "127.0.0.1", port, path: address, agent, headers: { cookie: `wieg-sessie=${token}` } }, (answer) => {
          answer.resume();
          answer.on("end", () =>
            answer.statusCode === 200 ? resolve(performance.now() - start) : reject(new Error(`${address} answered ${answer.statusCode}.`)),
          );
        });
        asked.on("error", reject);
        asked.end();
      }),
    stop: async () => {
      agent.destroy();
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** So many users at once open these addresses in turn, `rounds` times in all after a warm-up that is not counted. */
export async function opened(users: number, rounds: number, open: (round: number) => Promise<number>): Promise<readonly number[]> {
  const measured: number[] = [];
  const warm = Math.min(100, rounds);
  let round = 0;
  await Promise.all(
    Array.from({ length: users }, async () => {
      while (round < rounds + warm) {
        const mine = round++;
        const waited = await open(mine);
        if (mine >= warm) measured.push(waited);
      }
    }),
  );
  return measured;
}
