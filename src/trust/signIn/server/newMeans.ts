import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import { judgePassword, type PasswordRefusal } from "../rules/judgePassword.ts";
import type { Visitor } from "../signIn.ts";
import { findLink, useLink, type Link, type NewMeans } from "./account.store.ts";
import { countTry } from "./attempts.ts";
import { codeAppPicture, newCodeSecret, stepOfCode } from "./codeApp.ts";
import { finishSignIn, type NoJob, type OneMore, type SignedIn } from "./finishSignIn.ts";
import { hashPassword } from "./passwordHash.ts";
import { askForNewPasskey, judgeNewPasskey } from "./passkeys.ts";
import { newRecoveryCodes, recoveryCodeHash } from "./recoveryCodes.ts";
import { newToken } from "./secrets.ts";
import { keepStep, readStep, takeStep } from "./steps.store.ts";

/** With a one-time link one chooses one's means: a passkey, or a password and then a code app. */
export async function openLink(visitor: Visitor, token: string): Promise<Link | null> {
  return (await countTry("source", visitor.source)) > 0 ? null : findLink(token);
}

export async function choosePassword(
  visitor: Visitor,
  token: string,
  password: string,
): Promise<OneMore | Refusal<PasswordRefusal> | null> {
  const link = await openLink(visitor, token);
  if (!link) return null;
  const wrong = judgePassword(password, link);
  if (wrong) return refuse(wrong);
  const step = newToken();
  await keepStep(step, "new-password", link.professionalId, { passwordHash: await hashPassword(password), secret: newCodeSecret() });
  return done({ step, to: `/uitnodiging/${token}/code` });
}

/** The code app to add, after the password was chosen in this browser with this link. Null: begin again. */
export async function showNewCodeApp(token: string, step: string | null): Promise<{ picture: string; typed: string } | null> {
  const [link, so] = await Promise.all([findLink(token), readStep(step, "new-password")]);
  return link && so && so.professionalId === link.professionalId ? codeAppPicture(so.data.secret, link.login) : null;
}

/** What came of choosing: signed in at once where that can be, with the codes on paper where there are any. */
export type Chosen = Done<{ readonly after: SignedIn | OneMore | NoJob; readonly codes: readonly string[] }>;

/** The first code shows that the app was added: from here on the account works. */
export async function finishWithCode(
  visitor: Visitor,
  token: string,
  step: string | null,
  typed: string,
): Promise<Chosen | Refusal<"wrong-code"> | null> {
  const [link, so] = await Promise.all([openLink(visitor, token), readStep(step, "new-password")]);
  if (!link || !so || so.professionalId !== link.professionalId) return null;
  const totpStep = stepOfCode(so.data.secret, typed);
  if (totpStep === null) return refuse("wrong-code");
  if (!(await takeStep(step, "new-password"))) return null;
  const codes = newRecoveryCodes();
  const means: NewMeans = {
    passwordHash: so.data.passwordHash,
    totpSecret: so.data.secret,
    totpStep,
    codeHashes: codes.map(recoveryCodeHash),
  };
  return activate(visitor, token, link, means, codes);
}

/** The question for the device, to make a passkey with this link. */
export async function beginLinkPasskey(
  visitor: Visitor,
  token: string,
): Promise<{ options: PublicKeyCredentialCreationOptionsJSON; step: string } | null> {
  const link = await openLink(visitor, token);
  if (!link) return null;
  const options = await askForNewPasskey({ ...link, has: [] });
  const step = newToken();
  await keepStep(step, "new-passkey", link.professionalId, { challenge: options.challenge });
  return { options, step };
}

export async function finishWithPasskey(
  visitor: Visitor,
  token: string,
  step: string | null,
  answer: string,
): Promise<Chosen | Refusal<"passkey-not-right"> | null> {
  const [link, so] = await Promise.all([openLink(visitor, token), takeStep(step, "new-passkey")]);
  if (!link) return null;
  const passkey = so?.professionalId === link.professionalId ? await judgeNewPasskey(answer, so.data.challenge, visitor.device) : null;
  return passkey ? activate(visitor, token, link, { passkey }, []) : refuse("passkey-not-right");
}

async function activate(visitor: Visitor, token: string, link: Link, means: NewMeans, codes: readonly string[]): Promise<Chosen | null> {
  const who = await withNobody("account.activated", visitor, (db) => useLink(db, token, link.professionalId, means, visitor.source));
  if (who === null) return null;
  const after = await finishSignIn(visitor, who, { means: "passkey" in means ? "passkey" : "password", providerId: null, next: null });
  return done({ after, codes });
}
