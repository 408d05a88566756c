// The PostgreSQL clusters of one `npm test`: started when first needed, with the migrated template, and thrown away at the end.
import { rm } from "node:fs/promises";

const start = {
  18: async (options) => (await import("../src/platform/embedded/embeddedPostgres.ts")).startEmbedded(options),
  15: async (options) => (await import("../src/platform/embedded/systemPostgres.ts")).startSystem(options),
};

export function testClusters(log) {
  const asked = new Map();
  const stops = [];
  const make = async (major) => {
    const { testFolder } = await import("../src/platform/testing/testFolder.ts");
    const { ensureTemplate } = await import("../src/platform/testing/testTemplate.ts");
    const dataDir = testFolder(`test-${major}`);
    const cluster = await start[major]({ dataDir, fast: true, log });
    stops.push(async () => {
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    });
    return { adminUrl: cluster.adminUrl, template: await ensureTemplate(cluster.adminUrl) };
  };
  return {
    /** The running cluster of this major version. */
    get: (major) => {
      if (!asked.has(major)) asked.set(major, make(major));
      return asked.get(major);
    },
    stop: async () => {
      for (const stop of stops) await stop();
    },
  };
}
