import { randomInt } from "node:crypto";
import { formatDay, type Day } from "../../../kit/day.ts";
import { hashOfToken, newSecretToken, signInSettings } from "../../signIn/server/door.ts";

/** Wrong codes after which a link works no more: six digits can't be guessed in five tries. */
export const mostTries = 5;

/** What the database keeps of a link, and the mail that brings it. */
export interface NewLink {
  readonly hash: Buffer;
  readonly code: string;
  readonly until: Day;
  readonly subject: string;
  readonly body: string;
}

/** The newest link that was sent for something: its code is read out by telephone. */
export interface SentLink {
  readonly code: string;
  readonly until: Day;
  readonly works: boolean;
}

/**
 * A link for someone without an account, below this path. The mail says nothing of what it is about: who reads along learns no more than
 * that somebody asks something. The code goes another way.
 */
export function newOneTimeLink(path: string, until: Day, works: string): NewLink {
  const token = newSecretToken();
  const address = new URL(`${path}/${token}`, signInSettings().publicUrl).href;
  return {
    hash: hashOfToken(token),
    code: String(randomInt(1_000_000)).padStart(6, "0"),
    until,
    subject: "Een collega vraagt u iets via Wieg",
    body: `Een collega uit de zorg stelt u een vraag. Open deze link om haar te lezen:\n\n${address}\n\nU hebt er een code van zes cijfers bij nodig. Die leest de collega u voor aan de telefoon.\nDe link werkt ${works}tot en met ${formatDay(until)}. In deze mail staat met opzet niet waar het over gaat.\n`,
  };
}

export const hashOfLink = hashOfToken;
