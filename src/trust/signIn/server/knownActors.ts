import type { Actor } from "../../../platform/db/actor.ts";
import type { Origin } from "../../../platform/http/request.ts";
import { hashOf } from "./secrets.ts";
import { endSession, findActor } from "./session.store.ts";

/** How long who holds a token is remembered here, in milliseconds. */
const remembered = 60_000;
/** More sessions at once than this are asked anew. */
const most = 10_000;

const known = new Map<string, { readonly actor: Actor; readonly until: number }>();
const keyOf = (token: string): string => hashOf(token).toString("base64");

/**
 * Who holds this token, or null. It is remembered for a minute, which spares each page a transaction. That gives no right: every transaction
 * looks the session up itself (trust.open_session), and one that ended, or whose job became another, is forgotten here [docs/decisions/0012].
 */
export async function whoHolds(token: string, from: Origin): Promise<Actor | null> {
  const key = keyOf(token);
  const kept = known.get(key);
  if (kept && kept.until > Date.now()) return { ...kept.actor, ...from };
  known.delete(key);
  const actor = await findActor(token, from);
  if (known.size >= most) known.clear();
  if (actor) known.set(key, { actor, until: Date.now() + remembered });
  return actor;
}

/** The database does not know this session any more, or not like this. */
export function forgetActor(token: string): void {
  known.delete(keyOf(token));
}

/** Signs out. */
export async function leave(token: string, from: Origin): Promise<void> {
  forgetActor(token);
  await endSession(token, from);
}
