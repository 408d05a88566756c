import type { Cluster } from "../embedded/cluster.ts";
import { startEmbedded } from "../embedded/embeddedPostgres.ts";
import { testFolder } from "./testFolder.ts";

/** Joins, or starts when it is not up, the cluster that a developer's test runs share. It stays up: the next run connects at once. */
export const sharedTestCluster = (): Promise<Cluster> => startEmbedded({ dataDir: testFolder("test-cluster"), fast: true, shared: true });
