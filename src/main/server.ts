import { inspect } from "node:util";
import { connect, disconnect } from "../platform/db/connection.ts";
import { NewerDatabase, OutdatedDatabase } from "../platform/db/migrate.ts";
import { urlFor } from "../platform/db/roles.ts";
import { CannotStart } from "../platform/embedded/cannotStart.ts";
import { startEmbedded } from "../platform/embedded/embeddedPostgres.ts";
import { startWorker } from "../platform/jobs/worker.ts";
import { checkProtection } from "../trust/access/server/protection.store.ts";
import { claimPort } from "./claimPort.ts";
import { readConfig, type Config } from "./config.ts";
import { showDemonstration } from "./demonstration/showDemonstration.ts";
import { prepareDatabase } from "./prepareDatabase.ts";
import { tasksFor } from "./tasks.ts";
import { configureFrom, newWebServer } from "./webServer.ts";

/** What has to be stopped, the last started first. */
const started: (() => Promise<unknown>)[] = [];
let stopping: Promise<void> | null = null;

function stop(): Promise<void> {
  stopping ??= (async () => {
    for (const end of started.reverse()) await end().catch(() => undefined);
  })();
  return stopping;
}

async function start(config: Config): Promise<void> {
  const adminUrl = config.databaseUrl ?? (await startOwnDatabase(config.dataFolder));
  await claimPort(config.host, config.port);
  await prepareDatabase(adminUrl);
  const ownerUrl = urlFor("wieg_owner", adminUrl);
  await checkProtection(ownerUrl);
  const urls = {
    app: urlFor("wieg_app", adminUrl),
    worker: urlFor("wieg_worker", adminUrl),
    family: urlFor("wieg_family", adminUrl),
  };
  const kept = config.databaseUrl === null ? config.dataFolder : "the database of DATABASE_URL";
  configureFrom(config);
  if (config.demonstration) await showDemonstration({ owner: ownerUrl, ...urls }, (line) => process.stdout.write(`${line}\n`), kept);
  connect(urls);
  started.push(disconnect);
  const server = await newWebServer({ ...config, sendsMail: config.mail.smtpUrl !== null || config.demonstration, log: true });
  const worker = await startWorker(urlFor("wieg_worker", adminUrl), tasksFor(config));
  started.push(
    () => worker.stop(),
    () => server.close(),
  );
  await server.listen({ host: config.host, port: config.port });
  process.stdout.write(`\nWieg is ready: ${config.publicUrl}\n`);
  if (server.site.demonstration)
    process.stdout.write('Open it, press "Aanmelden" and choose who you are: everyone is invented. Stop with Ctrl-C.\n');
}

async function startOwnDatabase(dataFolder: string): Promise<string> {
  const embedded = await startEmbedded({ dataDir: dataFolder });
  started.push(() => embedded.stop());
  return embedded.adminUrl;
}

/** What a person at the keyboard can do something about is said in one sentence; anything else is a fault and shows where. */
function explain(error: unknown, config: Config): string {
  if (error instanceof CannotStart || error instanceof NewerDatabase || error instanceof OutdatedDatabase) return error.message;
  const { code } = error as { code?: string };
  if (code === "EADDRINUSE") return `Port ${config.port} is in use: stop what uses it, or choose another with PORT=3001 npm start.`;
  if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "28P01" || code === "3D000")
    return "The database of DATABASE_URL can't be reached with that address, name and password.";
  return inspect(error); // with what caused it
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop().then(() => process.exit(0)));

const config = readConfig(process.env);
try {
  await start(config);
} catch (error) {
  process.stderr.write(`${explain(error, config)}\n`);
  await stop();
  process.exit(1);
}
