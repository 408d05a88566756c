import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import type { Visitor } from "../signIn.ts";
import { findPasskey, noteAccount, usePasskey, type KeptPasskey } from "./account.store.ts";
import { countTry, forgetTries } from "./attempts.ts";
import { finishSignIn, type NoJob, type OneMore, type SignedIn } from "./finishSignIn.ts";
import { askForPasskey, judgePasskeyAnswer, passkeyAnswered } from "./passkeys.ts";
import { newToken } from "./secrets.ts";
import { keepStep, takeStep } from "./steps.store.ts";

/** The question for the device, with the secret under which its challenge is kept. */
export async function beginPasskey(visitor: Visitor): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; step: string } | null> {
  if ((await countTry("source", visitor.source)) > 0) return null;
  const options = await askForPasskey();
  const step = newToken();
  await keepStep(step, "passkey", null, { challenge: options.challenge });
  return { options, step };
}

/** A passkey counts as two factors: the device is held, and its owner showed herself to it. */
export async function signInWithPasskey(
  visitor: Visitor,
  step: string | null,
  typed: { answer: string; next: string | null },
): Promise<SignedIn | OneMore | NoJob | Refusal<"passkey-not-right">> {
  const so = await takeStep(step, "passkey");
  const answered = passkeyAnswered(typed.answer);
  const passkey = so && answered ? await findPasskey(answered.id) : null;
  const counter = so && answered && passkey ? await judgePasskeyAnswer(answered.response, so.data.challenge, passkey) : null;
  const used = await withNobody("session.passkey", visitor, async (db) => {
    if (passkey && counter !== null && (await usePasskey(db, passkey.id, counter)))
      return { code: "done", passkey } as const satisfies { passkey: KeptPasskey; code: string };
    if (passkey) await noteAccount(db, passkey.professionalId, "refused-passkey", visitor.source, visitor.device);
    return refuse("passkey-not-right");
  });
  if (used.code !== "done") return used;
  await forgetTries("source", visitor.source);
  return finishSignIn(visitor, used.passkey.professionalId, { means: "passkey", providerId: null, next: typed.next });
}
