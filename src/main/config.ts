import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { MailRoute } from "../platform/mail/server/sendMail.ts";
import { projectRoot } from "../platform/projectRoot.ts";

/** Everything that can be set from outside, with what it is when it isn't. */
export interface Config {
  /** Administrator's address of one's own PostgreSQL (15 or newer); empty: the embedded one. */
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly trustProxy: boolean;
  /** Where Wieg is reached, for links in e-mail and for passkeys. */
  readonly publicUrl: string;
  readonly secret: string;
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
  const secret = env["WIEG_SECRET"] ?? keptSecret(dataFolder);
  return {
    databaseUrl: env["DATABASE_URL"] ?? null,
    host: env["HOST"] ?? "127.0.0.1",
    port,
    dataFolder,
    trustProxy: env["WIEG_TRUST_PROXY"] === "yes",
    publicUrl: env["WIEG_URL"] ?? `http://localhost:${port}`,
    demonstration: (env["WIEG_DEMONSTRATION"] ?? (env["DATABASE_URL"] === undefined ? "yes" : "no")) === "yes",
    mail: { smtpUrl: env["SMTP_URL"] ?? null, from: env["WIEG_MAIL_FROM"] ?? "wieg@localhost" },
    trailHeadsFile: env["WIEG_TRAIL_HEADS"] ?? path.join(dataFolder, "trail-heads.jsonl"),
    secret,
    backupKey: env["WIEG_BACKUP_KEY"] ?? secret,
  };
}

function keptSecret(dataFolder: string): string {
  const file = path.join(dataFolder, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8");
  mkdirSync(dataFolder, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}
