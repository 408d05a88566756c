// `npm run test:stop`: stops the cluster that test runs of this folder share.
import { sharedTestCluster } from "./testCluster.ts";

const cluster = await sharedTestCluster();
await cluster.stop();
