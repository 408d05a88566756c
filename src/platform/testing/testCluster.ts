import path from "node:path";
import type { Cluster } from "../embedded/cluster.ts";
import { startEmbedded } from "../embedded/embeddedPostgres.ts";
import { projectRoot } from "../projectRoot.ts";

/** Joins, or starts when it is not up, the cluster that a developer's test runs share. It stays up: the next run connects at once. */
export const sharedTestCluster = (): Promise<Cluster> =>
  startEmbedded({
    dataDir: path.join(process.env["WIEG_DATA"] ?? path.join(projectRoot, "data"), "test-cluster"),
    fast: true,
    shared: true,
  });
