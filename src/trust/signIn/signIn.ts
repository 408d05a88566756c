import type { Limit } from "../../platform/http/attempt.store.ts";

/** How someone showed who she is. Each stands for two factors: a provider that shows one only is followed by a code. */
export type Means = "passkey" | "password" | "provider";

/** Tries before one has to wait: an account, the second factor, a source. A hospital may have one address for all its people. */
export const limits = {
  account: { kind: "sign-in.account", times: 5, seconds: 15 * 60 },
  secondFactor: { kind: "sign-in.code", times: 5, seconds: 15 * 60 },
  source: { kind: "sign-in.source", times: 100, seconds: 15 * 60 },
} as const satisfies Readonly<Record<string, Limit>>;

/** Minutes to finish what was begun: the code after the password, the choice of a job, the way to a provider and back. */
export const stepMinutes = 10;

/** Days that a one-time link works. */
export const linkDays = { invitation: 7, recovery: 1 } as const;
export type LinkKind = keyof typeof linkDays;

export const recoveryCodeCount = 10;

/** Where a request came from, with the browser in words for one's own list of sessions. */
export interface Visitor {
  readonly source: string;
  readonly requestId: string;
  readonly device: string;
}

/** A present job of a professional. */
export interface JobChoice {
  readonly membershipId: string;
  readonly role: string;
  readonly organisation: string;
}
