import { sql } from "kysely";
import { database } from "../../../platform/db/connection.ts";
import type { Means } from "../signIn.ts";
import { stepMinutes } from "../signIn.ts";
import { hashOf } from "./secrets.ts";
import { signInSettings } from "./settings.ts";

/** How far someone came: by which means, vouched for by whom, and where she wanted to go. */
export interface SoFar {
  readonly means: Means;
  readonly providerId: string | null;
  readonly next: string | null;
}

/** What each step keeps until the next one. */
export interface Steps {
  /** The first factor was right; a code is awaited. */
  "second-factor": SoFar;
  /** No code app yet: she makes one now. */
  "first-code": SoFar & { readonly secret: string };
  /** Both factors were right; she has more than one job. */
  "choose-job": SoFar;
  /** A passkey is asked for. */
  passkey: { readonly challenge: string };
  /** A passkey is being made: with a link, or by who is signed in. */
  "new-passkey": { readonly challenge: string };
  /** With a link: the password was chosen, the code app comes next. */
  "new-password": { readonly passwordHash: string; readonly secret: string };
  /** She is at her organisation's identity provider. */
  provider: {
    readonly providerId: string;
    readonly verifier: string;
    readonly state: string;
    readonly nonce: string;
    readonly next: string | null;
  };
  /** Another code app, by who is signed in. */
  "my-code-app": { readonly secret: string };
  /** Codes on paper, to be shown. */
  "show-codes": { readonly codes: readonly string[] };
  /** A one-time link, to be shown to the administrator who made it. */
  "show-link": { readonly address: string };
}
export type StepKind = keyof Steps;

interface Row {
  professional_id: string | null;
  data: string;
}

/** Keeps a step for a few minutes, encrypted, under the hash of a secret that only this browser has. */
export async function keepStep<Kind extends StepKind>(
  token: string,
  kind: Kind,
  professionalId: string | null,
  data: Steps[Kind],
): Promise<void> {
  const sealed = signInSettings().keys.seal(JSON.stringify(data), `step:${kind}`);
  await sql`select trust.keep_step(${hashOf(token)}, ${kind}, ${professionalId}, ${sealed}, ${stepMinutes * 60})`.execute(database());
}

/** Looks at a step; it stays. */
export async function readStep<Kind extends StepKind>(token: string | null, kind: Kind): Promise<Step<Kind> | null> {
  if (token === null) return null;
  const { rows } = await sql<Row>`select * from trust.read_step(${hashOf(token)}, ${kind})`.execute(database());
  return opened(rows[0], kind);
}

/** Reads a step and takes it away: it can't be answered twice. */
export async function takeStep<Kind extends StepKind>(token: string | null, kind: Kind): Promise<Step<Kind> | null> {
  if (token === null) return null;
  const { rows } = await sql<Row>`select * from trust.take_step(${hashOf(token)}, ${kind})`.execute(database());
  return opened(rows[0], kind);
}

export interface Step<Kind extends StepKind> {
  readonly professionalId: string | null;
  readonly data: Steps[Kind];
}

function opened<Kind extends StepKind>(row: Row | undefined, kind: Kind): Step<Kind> | null {
  const plain = row ? signInSettings().keys.open(row.data, `step:${kind}`) : null;
  return row && plain !== null ? { professionalId: row.professional_id, data: JSON.parse(plain) as Steps[Kind] } : null;
}

/** The secret of a step of someone who is signed in: it follows from her session, so it needs no cookie of its own. */
export const stepTokenOf = (actor: { token: string }, about: string): string =>
  signInSettings().keys.digest(`${actor.token} ${about}`, "step").toString("base64url");
