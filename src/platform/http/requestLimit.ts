import type { FastifyInstance } from "fastify";
import { countAttempt, type Limit } from "./attempt.store.ts";
import { networkOf } from "./networkOf.ts";

/** Requests are counted in lots of so many, so that a page costs no statement of its own. */
const lot = 20;
/** More networks at once than this are counted anew: the memory stays bounded under a flood. */
const mostNetworks = 20_000;

interface Count {
  waiting: number;
  blockedUntil: number;
}

class TooMany extends Error {
  readonly statusCode = 429;
}

/**
 * A generous limit on everything, by network. The count lives in the database, for all processes together and through a restart; a process
 * hands its own count over in lots, without making a request wait, so the limit is exact to one lot for each process
 * [docs/decisions/0005]. Built files are not counted.
 */
export function limitRequests(server: FastifyInstance, options: { perMinute: number; digest: (network: string) => Buffer }): void {
  const counts = new Map<string, Count>();
  const underWay = new Set<Promise<void>>();
  const limit: Limit = { kind: "request", times: options.perMinute, seconds: 60 };
  server.addHook("onRequest", async (request, reply) => {
    if (request.url.startsWith("/assets/")) return;
    const network = networkOf(request.ip);
    if (counts.size > mostNetworks) counts.clear();
    const count = counts.get(network) ?? { waiting: 0, blockedUntil: 0 };
    counts.set(network, count);
    count.waiting += 1;
    if (count.waiting >= Math.min(lot, options.perMinute)) {
      const handed = handOver(limit, options.digest(network), count).finally(() => underWay.delete(handed));
      underWay.add(handed);
    }
    const seconds = Math.ceil((count.blockedUntil - Date.now()) / 1000);
    if (seconds <= 0) return;
    reply.header("retry-after", seconds);
    throw new TooMany("too many requests");
  });
  server.addHook("onClose", async () => {
    await Promise.all(underWay);
  });
}

/** A database that is away stops nobody: the pages themselves say that it is. */
async function handOver(limit: Limit, subject: Buffer, count: Count): Promise<void> {
  const times = count.waiting;
  count.waiting = 0;
  try {
    const wait = await countAttempt(limit, subject, times);
    if (wait > 0) count.blockedUntil = Date.now() + wait * 1000; // it ends by itself: an answer that comes late must not end it
  } catch {
    count.waiting += times;
  }
}
