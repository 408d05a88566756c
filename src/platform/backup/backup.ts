import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import copyStreams from "pg-copy-streams";
import { cipherFor, decipherFor, frame, framesOf, mark, newSalt, saltBytes, tagBytes, type Frame } from "./format.ts";
import { closeAfterRestore, listMigrations, listTables, openForRestore, type BackupTable } from "./tables.store.ts";

/** What keeps a backup from being made or read back, in one sentence for the administrator. */
export class BackupProblem extends Error {}

interface Header {
  readonly madeAt: string;
  readonly migrations: readonly string[];
}

/** Writes everything to one encrypted file, as it stood at one moment; people go on working meanwhile. The file appears when it is whole. */
export async function backUp(ownerUrl: string, file: string, secret: string): Promise<{ tables: number; bytes: number }> {
  const client = await connected(ownerUrl);
  const unfinished = `${file}.unfinished`;
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local statement_timeout = 0");
    const tables = await listTables(client);
    const salt = newSalt();
    const cipher = cipherFor(secret, salt);
    const out = createWriteStream(unfinished, { mode: 0o600 });
    out.write(Buffer.concat([mark, salt]));
    await pipeline(Readable.from(framesToWrite(client, tables)), createGzip({ level: 6 }), cipher, out, { end: false });
    await new Promise<void>((resolve, reject) =>
      out.end(cipher.getAuthTag(), (error?: Error | null) => (error ? reject(error) : resolve())),
    );
    await rename(unfinished, file);
    return { tables: tables.length, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* framesToWrite(client: pg.Client, tables: readonly BackupTable[]): AsyncGenerator<Buffer> {
  const header: Header = { madeAt: new Date().toISOString(), migrations: await listMigrations(client) };
  yield frame("header", Buffer.from(JSON.stringify(header)));
  for (const table of tables) {
    yield frame("table", Buffer.from(JSON.stringify(table)));
    const rows = client.query(copyStreams.to(`copy (select ${table.columns.join(", ")} from ${table.name}) to stdout`));
    for await (const bytes of rows as AsyncIterable<Buffer>) yield frame("data", bytes);
  }
  yield frame("end", Buffer.alloc(0));
}

/**
 * Puts a backup back into a database of the same version that no family was ever registered in. All of it or nothing: one transaction. The file
 * is checked whole before the first row. Everybody has to sign in again, and the trail goes on in a new stretch.
 */
export async function restore(ownerUrl: string, file: string, secret: string): Promise<{ tables: number; madeAt: string }> {
  await checkWhole(file, secret);
  const client = await connected(ownerUrl);
  try {
    await client.query("begin");
    await client.query("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0");
    const { rows } = await client.query("select from public.family limit 1");
    if (rows.length > 0) throw new BackupProblem("There are families in this database already: restore into an empty one.");
    const result = await readBack(client, file, secret);
    await client.query("commit");
    return result;
  } finally {
    await client.end();
  }
}

async function readBack(client: pg.Client, file: string, secret: string): Promise<{ tables: number; madeAt: string }> {
  const tables = await listTables(client);
  const ours = await listMigrations(client);
  await openForRestore(client, tables);
  let header: Header | null = null;
  let read = 0;
  let into = null as copyStreams.CopyStreamQuery | null;
  const finishTable = async () => {
    const stream = into;
    into = null;
    if (stream) await new Promise<void>((resolve, reject) => stream.once("finish", resolve).once("error", reject).end());
  };
  for await (const { kind, bytes } of framesOf(plain(file, secret, (await stat(file)).size))) {
    if (kind === "header") header = checkVersion(JSON.parse(bytes.toString("utf8")) as Header, ours);
    else if (kind === "data" && into) await write(into, bytes);
    else {
      await finishTable();
      if (kind !== "table") continue;
      const table = JSON.parse(bytes.toString("utf8")) as BackupTable;
      if (!tables.some((one) => one.name === table.name)) throw new BackupProblem(`This version does not know the table ${table.name}.`);
      into = client.query(copyStreams.from(`copy ${table.name} (${table.columns.join(", ")}) from stdin`));
      read += 1;
    }
  }
  await closeAfterRestore(client, tables);
  return { tables: read, madeAt: header?.madeAt ?? "" };
}

function checkVersion(header: Header, ours: readonly string[]): Header {
  const unknown = header.migrations.find((name) => !ours.includes(name));
  const missing = ours.find((name) => !header.migrations.includes(name));
  if (unknown ?? missing)
    throw new BackupProblem(
      "This backup was made by another version of Wieg: restore it with that version, and start the newer one after that.",
    );
  return header;
}

function write(into: NodeJS.WritableStream, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) =>
    into.write(Uint8Array.prototype.slice.call(bytes), (error?: Error | null) => (error ? reject(error) : resolve())),
  );
}

/** Reads the whole file once, so that a wrong key, a changed byte or a cut-off end is known before anything is put back. */
async function checkWhole(file: string, secret: string): Promise<void> {
  const { size } = await stat(file);
  let last: Frame["kind"] | null = null;
  try {
    for await (const { kind } of framesOf(plain(file, secret, size))) last = kind;
  } catch {
    last = null;
  }
  if (last !== "end") throw new BackupProblem("This file is no whole backup, or the key is another one than it was made with.");
}

async function* plain(file: string, secret: string, size: number): AsyncGenerator<Buffer> {
  const head = Buffer.alloc(mark.length + saltBytes);
  const tag = Buffer.alloc(tagBytes);
  const handle = await open(file);
  try {
    await handle.read(head, 0, head.length, 0);
    await handle.read(tag, 0, tagBytes, size - tagBytes);
  } finally {
    await handle.close();
  }
  if (!head.subarray(0, mark.length).equals(mark)) throw new BackupProblem("This is not a backup of Wieg.");
  const decipher = decipherFor(secret, head.subarray(mark.length)).setAuthTag(tag);
  const source = createReadStream(file, { start: head.length, end: size - tagBytes - 1 });
  const unpacked = createGunzip();
  const reading = pipeline(source, decipher, unpacked).catch((error: Error) => unpacked.destroy(error));
  yield* unpacked as AsyncIterable<Buffer>;
  await reading;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
