import { connect, disconnect } from "../platform/db/connection.ts";
import { urlFor } from "../platform/db/roles.ts";
import { startWorker } from "../platform/jobs/worker.ts";
import { startEmbedded } from "../platform/embedded/embeddedPostgres.ts";
import { readConfig } from "./config.ts";
import { prepareDatabase } from "./prepareDatabase.ts";
import { tasksFor } from "./tasks.ts";
import { newWebServer } from "./webServer.ts";

const config = readConfig(process.env);
const embedded = config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataFolder }) : null;
const adminUrl = config.databaseUrl ?? embedded?.adminUrl ?? "";
await prepareDatabase(adminUrl);
connect({ app: urlFor("wieg_app", adminUrl), worker: urlFor("wieg_worker", adminUrl) });
const server = await newWebServer({ secret: config.secret, trustProxy: config.trustProxy, log: true });
const worker = await startWorker(urlFor("wieg_worker", adminUrl), tasksFor(config));
await server.listen({ host: config.host, port: config.port });
process.stdout.write(`Wieg is ready: ${config.publicUrl}\n`);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());

async function stop(): Promise<void> {
  await server.close();
  await worker.stop();
  await disconnect();
  await embedded?.stop();
  process.exit(0);
}
