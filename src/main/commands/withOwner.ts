import { urlFor } from "../../platform/db/roles.ts";
import { startEmbedded } from "../../platform/embedded/embeddedPostgres.ts";
import { runningCluster } from "../../platform/embedded/runningCluster.ts";
import { readConfig, type Config } from "../config.ts";
import { prepareDatabase } from "../prepareDatabase.ts";

/**
 * Runs an administrator's command on the database: one's own (DATABASE_URL), the embedded one of a Wieg that runs now, or the embedded one
 * started for as long as the command takes. Says in one sentence what keeps it from working.
 */
export async function withOwner(command: (ownerUrl: string, config: Config) => Promise<number>): Promise<void> {
  const config = readConfig(process.env);
  const running = config.databaseUrl ?? (await runningCluster(config.dataFolder));
  const own = running === null ? await startEmbedded({ dataDir: config.dataFolder }) : null;
  try {
    const adminUrl = running ?? own?.adminUrl ?? "";
    if (own) await prepareDatabase(adminUrl);
    process.exitCode = await command(urlFor("wieg_owner", adminUrl), config);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  } finally {
    await own?.stop();
  }
}
