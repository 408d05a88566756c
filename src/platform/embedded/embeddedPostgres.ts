import { embeddedBinaries } from "./binaries.ts";
import { startCluster, type Cluster, type ClusterOptions } from "./cluster.ts";
import { postgresUser } from "./postgresUser.ts";

/**
 * Starts the PostgreSQL that comes with Wieg. What keeps it from starting is thrown as `CannotStart`, whose message is one sentence for the
 * person at the keyboard.
 */
export const startEmbedded = async (options: ClusterOptions): Promise<Cluster> => {
  const user = await postgresUser();
  const binaries = await embeddedBinaries(user, options.log ?? (() => undefined));
  return startCluster(binaries, user, options);
};
