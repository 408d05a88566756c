import { done, refuse, type Refusal } from "../../../kit/refusal.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import type { Visitor } from "../signIn.ts";
import { findAccount, noteAccount } from "./account.store.ts";
import { countTry, forgetTries } from "./attempts.ts";
import type { OneMore } from "./finishSignIn.ts";
import { passwordMatches } from "./passwordHash.ts";
import { newToken } from "./secrets.ts";
import { keepStep } from "./steps.store.ts";

export type PasswordRefusal = Refusal<"not-right"> | Refusal<"wait">;

/**
 * The first factor. Whether the account exists can't be told from the answer, nor from how long it takes: the same hash is computed and the
 * same tries are counted for a name that nobody has.
 */
export async function signInWithPassword(
  visitor: Visitor,
  typed: { login: string; password: string; next: string | null },
): Promise<OneMore | PasswordRefusal> {
  const login = typed.login.trim().toLowerCase();
  const wait = Math.max(await countTry("source", visitor.source), await countTry("account", login));
  if (wait > 0) return withNobody("session.refused", visitor, async () => refuse("wait", { seconds: wait }));
  const account = await findAccount({ login });
  const usable = account?.state === "active" && account.totpSecret !== null ? account : null;
  const matches = await passwordMatches(usable?.passwordHash ?? null, typed.password);
  if (!usable || !matches) {
    return withNobody("session.refused", visitor, async (db) => {
      if (account) await noteAccount(db, account.professionalId, "refused", visitor.source, visitor.device);
      return refuse("not-right");
    });
  }
  await forgetTries("source", visitor.source);
  await forgetTries("account", login);
  const step = newToken();
  await keepStep(step, "second-factor", usable.professionalId, { means: "password", providerId: null, next: typed.next });
  return done({ step, to: "/aanmelden/code" });
}
