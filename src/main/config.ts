import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { MailRoute } from "../platform/mail/server/sendMail.ts";
import { newKeySpec } from "../platform/secrets/keyRing.ts";
import { projectRoot } from "../platform/projectRoot.ts";

/** Everything that can be set from outside, with what it is when it isn't. */
export interface Config {
  /** Administrator's address of one's own PostgreSQL (15 or newer); empty: the embedded one. */
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** How many proxies of one's own stand in front; false: none. */
  readonly trustProxy: number | false;
  /** Where Wieg is reached, for links in e-mail and for passkeys. */
  readonly publicUrl: string;
  readonly secret: string;
  /** Keys of what is kept encrypted, `id:key,id:key`: the first seals, the others still open what they sealed. */
  readonly keys: string;
  /** Identity providers without https are taken: on a developer's machine only. */
  readonly httpIssuers: boolean;
  /** Pages a minute that one network address may ask for; a hospital may have one address. */
  readonly requestsPerMinute: number;
  /** Encrypts backups. */
  readonly backupKey: string;
  /** An empty database is filled with the demonstration region: so by default on the embedded one, and only when asked on one's own. */
  readonly demonstration: boolean;
  readonly mail: MailRoute;
  /** Where the head of the trail is given out daily: a place the database's administrator can't write. */
  readonly trailHeadsFile: string;
}

/** Reads the environment. Keys are made once and kept in the data folder, readable by the owner alone. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const dataFolder = path.resolve(env["WIEG_DATA"] ?? path.join(projectRoot, "data"));
  const port = Number(env["PORT"] ?? 3000);
  const secret = env["WIEG_SECRET"] ?? kept(path.join(dataFolder, "secret"), () => randomBytes(32).toString("base64url"));
  return {
    databaseUrl: env["DATABASE_URL"] ?? null,
    host: env["HOST"] ?? "127.0.0.1",
    port,
    dataFolder,
    trustProxy: proxiesIn(env["WIEG_TRUST_PROXY"] ?? ""),
    publicUrl: env["WIEG_URL"] ?? `http://localhost:${port}`,
    demonstration: (env["WIEG_DEMONSTRATION"] ?? (env["DATABASE_URL"] === undefined ? "yes" : "no")) === "yes",
    mail: { smtpUrl: env["SMTP_URL"] ?? null, from: env["WIEG_MAIL_FROM"] ?? "wieg@localhost" },
    trailHeadsFile: env["WIEG_TRAIL_HEADS"] ?? path.join(dataFolder, "trail-heads.jsonl"),
    secret,
    keys: env["WIEG_KEYS"] ?? kept(path.join(dataFolder, "keys"), newKeySpec),
    httpIssuers: env["WIEG_HTTP_ISSUERS"] === "yes",
    requestsPerMinute: Number(env["WIEG_REQUESTS_PER_MINUTE"] ?? 6000),
    backupKey: env["WIEG_BACKUP_KEY"] ?? secret,
  };
}

/** `yes` is one proxy; a number is so many, each of which adds the address it saw to the header. */
const proxiesIn = (value: string): number | false => (value === "yes" ? 1 : /^[1-9]$/.test(value) ? Number(value) : false);

/** What was made at the first start, or is made now. */
function kept(file: string, make: () => string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(path.dirname(file), { recursive: true });
  const made = make();
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}
