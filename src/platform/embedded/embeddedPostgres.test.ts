import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import pg from "pg";
import { CannotStart } from "./cannotStart.ts";
import { startEmbedded } from "./embeddedPostgres.ts";

const root = await mkdtemp(path.join(tmpdir(), "wieg-embedded-"));
await chmod(root, 0o755);
const dataDir = path.join(root, "data");
const cluster = path.join(dataDir, "postgres");
after(() => rm(root, { recursive: true, force: true }));

const ask = async (url: string, sql: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows[0]?.[0];
  } finally {
    await client.end();
  }
};
const sentence = (pattern: RegExp) => (error: unknown) =>
  error instanceof CannotStart && pattern.test(error.message) && !error.message.includes("\n");

/** Another Wieg on the same folder, in a process of its own. */
const startElsewhere = async () => {
  const code = `import { startEmbedded } from ${JSON.stringify(import.meta.resolve("./embeddedPostgres.ts"))};
    console.log((await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, fast: true })).adminUrl); setInterval(() => 0, 1e6);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, adminUrl: line.toString().trim() };
};

before(async () => {
  const first = await startEmbedded({ dataDir, fast: true });
  await ask(first.adminUrl, "create table kept as select 42 as answer");
  await first.stop();
});

test("what was written is there at the second start", async () => {
  const { adminUrl, stop } = await startEmbedded({ dataDir, fast: true });
  assert.equal(await ask(adminUrl, "select answer from kept"), 42);
  assert.equal(await ask(adminUrl, "select lower('ÉÇ')"), "éç");
  await stop();
});

test("the password and the log are for nobody but their owner", async () => {
  for (const name of ["postgres-password", "postgres.log"]) assert.equal((await stat(path.join(dataDir, name))).mode & 0o777, 0o600, name);
});

test("what people typed does not end up in the log", async () => {
  const { adminUrl, stop } = await startEmbedded({ dataDir, fast: true });
  await assert.rejects(ask(adminUrl, "select 'Zus van der Wiegen'::int"));
  await stop();
  assert.doesNotMatch(await readFile(path.join(dataDir, "postgres.log"), "utf8"), /Wiegen/);
});

test("two at once on one folder: the second is told who has it", async () => {
  const { stop } = await startEmbedded({ dataDir, fast: true });
  await assert.rejects(startEmbedded({ dataDir }), sentence(new RegExp(`already runs on .* \\(process ${process.pid}\\)`)));
  await stop();
});

test("after a kill -9 the PostgreSQL left behind is stopped and the data kept", async () => {
  const { child, adminUrl } = await startElsewhere();
  await ask(adminUrl, "create table written_before_the_kill as select 7 as answer");
  child.kill("SIGKILL");
  await once(child, "exit");
  assert.equal(await ask(adminUrl, "select answer from written_before_the_kill"), 7, "the orphan still serves");
  const next = await startEmbedded({ dataDir, fast: true });
  assert.equal(await ask(next.adminUrl, "select answer from written_before_the_kill"), 7);
  await assert.rejects(ask(adminUrl, "select 1"), "the orphan is gone");
  await next.stop();
});

test("a pid file whose number now belongs to another program is no hindrance", async () => {
  await writeFile(path.join(cluster, "postmaster.pid"), `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
  const { adminUrl, stop } = await startEmbedded({ dataDir, fast: true });
  assert.equal(await ask(adminUrl, "select answer from kept"), 42);
  await stop();
});

test("a first start that was broken off is made again", async () => {
  const other = path.join(root, "broken-off");
  await mkdir(path.join(other, "postgres.making", "base"), { recursive: true });
  const { adminUrl, stop } = await startEmbedded({ dataDir: other, fast: true });
  assert.equal(await ask(adminUrl, "select 1"), 1);
  await stop();
});

test("a data folder that is not whole is left as it is, with one sentence", async () => {
  const other = path.join(root, "half");
  await cp(cluster, path.join(other, "postgres"), { recursive: true });
  await rm(path.join(other, "postgres", "global", "pg_control"));
  await assert.rejects(startEmbedded({ dataDir: other }), sentence(/not whole \(global\/pg_control is missing\).*backup.*mv /));
  assert.ok(await stat(path.join(other, "postgres", "PG_VERSION")));
});

test("the data of another PostgreSQL version is refused with one sentence", async () => {
  const other = path.join(root, "older");
  await cp(cluster, path.join(other, "postgres"), { recursive: true });
  await writeFile(path.join(other, "postgres", "PG_VERSION"), "15\n");
  await assert.rejects(startEmbedded({ dataDir: other }), sentence(/made by PostgreSQL 15 and this is PostgreSQL 18/));
});

test("a data folder that was put back by root starts", { skip: process.getuid?.() !== 0 }, async () => {
  const other = path.join(root, "restored");
  await cp(dataDir, other, { recursive: true }); // the copy belongs to root
  const { adminUrl, stop } = await startEmbedded({ dataDir: other, fast: true });
  assert.equal(await ask(adminUrl, "select answer from kept"), 42);
  await stop();
});

test("settings that PostgreSQL refuses end in one sentence with its reason", async () => {
  const other = path.join(root, "refused");
  await cp(dataDir, other, { recursive: true });
  await appendFile(path.join(other, "postgres", "postgresql.conf"), "\nno_such_setting = on\n");
  await assert.rejects(startEmbedded({ dataDir: other }), sentence(/did not start \(.*FATAL.*postgres\.log tells more/));
});

test("an asked port that is in use ends in one sentence", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as { port: number };
  await assert.rejects(startEmbedded({ dataDir, port }), sentence(new RegExp(`Port ${port} .* in use`)));
  taken.close();
});
