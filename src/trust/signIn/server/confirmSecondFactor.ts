import { refuse, type Refusal } from "../../../kit/refusal.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Visitor } from "../signIn.ts";
import { findAccount, noteAccount, setOwnTotp, useRecoveryCode, useTotpStep, type Account } from "./account.store.ts";
import { countTry, forgetTries } from "./attempts.ts";
import { stepOfCode } from "./codeApp.ts";
import { finishSignIn, type NoJob, type OneMore, type SignedIn } from "./finishSignIn.ts";
import { recoveryCodeHash } from "./recoveryCodes.ts";
import { readStep, takeStep } from "./steps.store.ts";

export type CodeRefusal = Refusal<"wrong-code"> | Refusal<"wait"> | Refusal<"too-late"> | NoJob;

/** The second factor: a code of the app, or one of the codes on paper. Each is good once. */
export async function confirmSecondFactor(visitor: Visitor, step: string | null, typed: string): Promise<SignedIn | OneMore | CodeRefusal> {
  const so = await readStep(step, "second-factor");
  const account = so?.professionalId ? await findAccount({ professionalId: so.professionalId }) : null;
  if (!so || account?.state !== "active") return refuse("too-late");
  const wait = await countTry("secondFactor", account.professionalId);
  if (wait > 0) return withNobody("session.refused", visitor, async () => refuse("wait", { seconds: wait }));
  const judged = await withNobody("session.code", visitor, async (db) => {
    if (await isRight(db, account, typed, visitor.source)) return { code: "done" } as const;
    await noteAccount(db, account.professionalId, "refused-code", visitor.source, visitor.device);
    return refuse("wrong-code");
  });
  if (judged.code !== "done") return judged;
  if (!(await takeStep(step, "second-factor"))) return refuse("too-late");
  await forgetTries("secondFactor", account.professionalId);
  return finishSignIn(visitor, account.professionalId, so.data);
}

async function isRight(db: Db, account: Account, typed: string, source: string): Promise<boolean> {
  const step = account.totpSecret === null ? null : stepOfCode(account.totpSecret, typed);
  if (step !== null) return useTotpStep(db, account.professionalId, step);
  const used = await useRecoveryCode(db, account.professionalId, recoveryCodeHash(typed));
  if (used) await noteAccount(db, account.professionalId, "recovery-code-used", source);
  return used;
}

/** The first code of who comes from a provider that shows one factor: from now on it is her second one. */
export async function confirmFirstCode(visitor: Visitor, step: string | null, typed: string): Promise<SignedIn | OneMore | CodeRefusal> {
  const so = await readStep(step, "first-code");
  const professionalId = so?.professionalId;
  if (!so || !professionalId) return refuse("too-late");
  const wait = await countTry("secondFactor", professionalId);
  if (wait > 0) return refuse("wait", { seconds: wait });
  const ofStep = stepOfCode(so.data.secret, typed);
  if (ofStep === null) return refuse("wrong-code");
  if (!(await takeStep(step, "first-code"))) return refuse("too-late");
  const set = await withNobody("account.activated", visitor, async (db) => {
    const kept = await setOwnTotp(db, professionalId, so.data.secret, ofStep);
    if (kept) await noteAccount(db, professionalId, "code-app-changed", visitor.source);
    return kept;
  });
  return set ? finishSignIn(visitor, professionalId, so.data) : refuse("too-late");
}
