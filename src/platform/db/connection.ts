import { openDatabase, type Database } from "./pool.ts";

let app: Database | null = null;
let worker: Database | null = null;
let family: Database | null = null;

/** Opens the connections of this process: once at the start, or once a test file. */
export function connect(urls: { app: string; worker: string; family?: string }, options: { connections?: number } = {}): void {
  app = openDatabase(urls.app, { ...options, name: "wieg-app" });
  worker = openDatabase(urls.worker, { connections: 4, name: "wieg-worker" });
  if (urls.family !== undefined) family = openDatabase(urls.family, { connections: 4, name: "wieg-family" });
}

/** Closes them; the process can end. */
export async function disconnect(): Promise<void> {
  await Promise.all([app?.destroy(), worker?.destroy(), family?.destroy()]);
  app = null;
  worker = null;
  family = null;
}

/** The application's connections: everything it does goes through withActor or withNobody. */
export function database(): Database {
  if (!app) throw new Error("The database is not connected yet.");
  return app;
}

/** The worker's connections: jobs use them through withJob. */
export function workerDatabase(): Database {
  if (!worker) throw new Error("The database is not connected yet.");
  return worker;
}

/** The connections of the family's own pages: no right on any table, only the functions of the schema `family`. */
export function familyDatabase(): Database {
  if (!family) throw new Error("The database is not connected yet.");
  return family;
}
