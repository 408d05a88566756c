import { createServer } from "node:net";

/** Fails at once with EADDRINUSE when another program listens there: better than after the demonstration was filled. */
export const claimPort = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
