// The PostgreSQL clusters of one `npm test`: started when first needed, with the migrated template, and stopped at the end.
import path from "node:path";

const start = {
  18: async (options) => (await import("../src/platform/embedded/embeddedPostgres.ts")).startEmbedded(options),
  15: async (options) => (await import("../src/platform/embedded/systemPostgres.ts")).startSystem(options),
};

export function testClusters(root, log) {
  const started = new Map();
  const make = async (major) => {
    const dataDir = path.join(process.env.WIEG_DATA ?? path.join(root, "data"), `test-${major}`);
    const cluster = await start[major]({ dataDir, fast: true, log });
    started.set(major, Promise.resolve(cluster));
    const { ensureTemplate } = await import("../src/platform/testing/testTemplate.ts");
    return { ...cluster, template: await ensureTemplate(cluster.adminUrl) };
  };
  const asked = new Map();
  return {
    /** The running cluster of this major version. */
    get: (major) => {
      if (!asked.has(major)) asked.set(major, make(major));
      return asked.get(major);
    },
    stop: async () => {
      for (const cluster of started.values()) await (await cluster).stop();
    },
  };
}
