import { createServer } from "node:net";
import { CannotStart } from "./cannotStart.ts";

/** Claims a port on 127.0.0.1 for a moment and tells which; 0 asks for any free one. */
const tryPort = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });

/** The port that was asked for, or any free one; says so in one sentence when the asked one is taken. */
export const freePort = async (asked?: number): Promise<number> => {
  try {
    return await tryPort(asked ?? 0);
  } catch (cause) {
    throw new CannotStart(`Port ${asked ?? 0} on 127.0.0.1 is in use by another program; stop that one or choose another port.`, { cause });
  }
};
